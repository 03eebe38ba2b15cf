using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace OfficeWorkflow.Server.Storage.Schema;

[DbContext(typeof(OfficeDb))]
[Migration("0041_meetings")]
internal sealed class S0041Meetings : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        CreateMeetings(migrationBuilder);
        CreateCandidates(migrationBuilder);
        CreateParticipants(migrationBuilder);
        CreateAnswers(migrationBuilder);
        CreateInquiries(migrationBuilder);
    }

    private static void CreateMeetings(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "meetings",
            static table => new
            {
                id = table.Column<Guid>(),
                office_id = table.Column<Guid>(),
                client_id = table.Column<Guid>(),
                case_id = table.Column<Guid>(),
                plan_id = table.Column<Guid>(nullable: true),
                round = table.Column<int>(),
                host_id = table.Column<Guid>(),
                answers_by = table.Column<DateOnly>(),
                planned_at = table.Column<DateTime>(),
                chosen_candidate_id = table.Column<Guid>(nullable: true),
                chosen_at = table.Column<DateTime>(nullable: true),
                chosen_by = table.Column<Guid>(nullable: true),
                sequence = table.Column<int>(),
            },
            constraints: static table => table.PrimaryKey("pk_meetings", static row => row.id));
        migrationBuilder.CreateIndex("ix_meetings_office_id_client_id", "meetings", ["office_id", "client_id"]);
        migrationBuilder.CreateIndex("ix_meetings_case_id", "meetings", "case_id");
    }

    private static void CreateCandidates(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "meeting_candidates",
            static table => new
            {
                id = table.Column<Guid>(),
                office_id = table.Column<Guid>(),
                meeting_id = table.Column<Guid>(),
                starts_at = table.Column<DateTime>(),
                ends_at = table.Column<DateTime>(),
                place = table.Column<string>(),
            },
            constraints: static table =>
            {
                table.PrimaryKey("pk_meeting_candidates", static row => row.id);
                table.ForeignKey("fk_meeting_candidates_meetings", static row => row.meeting_id, "meetings", "id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("ix_meeting_candidates_meeting_id", "meeting_candidates", "meeting_id");
    }

    private static void CreateParticipants(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "meeting_participants",
            static table => new
            {
                id = table.Column<Guid>(),
                office_id = table.Column<Guid>(),
                meeting_id = table.Column<Guid>(),
                kind = table.Column<string>(),
                person_id = table.Column<Guid>(),
                provider_id = table.Column<Guid>(nullable: true),
                name = table.Column<string>(),
                affiliation = table.Column<string>(),
                mail = table.Column<string>(nullable: true),
                category = table.Column<string>(nullable: true),
                is_required = table.Column<bool>(),
                place = table.Column<int>(),
                is_expected = table.Column<bool>(nullable: true),
                asked_at = table.Column<DateTime>(nullable: true),
            },
            constraints: static table =>
            {
                table.PrimaryKey("pk_meeting_participants", static row => row.id);
                table.ForeignKey("fk_meeting_participants_meetings", static row => row.meeting_id, "meetings", "id", onDelete: ReferentialAction.Cascade);
            });
        migrationBuilder.CreateIndex("ix_meeting_participants_meeting_id", "meeting_participants", "meeting_id");
    }

    private static void CreateAnswers(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "poll_answers",
            static table => new
            {
                id = table.Column<Guid>(),
                office_id = table.Column<Guid>(),
                meeting_id = table.Column<Guid>(),
                participant_id = table.Column<Guid>(),
                candidate_id = table.Column<Guid>(),
                availability = table.Column<string>(),
                comment = table.Column<string>(nullable: true),
                means = table.Column<string>(),
                entered_by = table.Column<Guid>(nullable: true),
                answered_at = table.Column<DateTime>(),
            },
            constraints: static table => table.PrimaryKey("pk_poll_answers", static row => row.id));
        migrationBuilder.CreateIndex("ix_poll_answers_meeting_id_participant_id", "poll_answers", ["meeting_id", "participant_id"]);
    }

    private static void CreateInquiries(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "opinion_inquiries",
            static table => new
            {
                id = table.Column<Guid>(),
                office_id = table.Column<Guid>(),
                meeting_id = table.Column<Guid>(),
                participant_id = table.Column<Guid>(),
                sent_on = table.Column<DateOnly>(),
                is_by_link = table.Column<bool>(),
                answered_on = table.Column<DateOnly>(nullable: true),
                means = table.Column<string>(nullable: true),
                content = table.Column<string>(nullable: true),
                entered_by = table.Column<Guid>(nullable: true),
                recorded_at = table.Column<DateTime>(nullable: true),
            },
            constraints: static table => table.PrimaryKey("pk_opinion_inquiries", static row => row.id));
        migrationBuilder.CreateIndex("ix_opinion_inquiries_meeting_id", "opinion_inquiries", "meeting_id");
        migrationBuilder.CreateIndex("ix_opinion_inquiries_participant_id", "opinion_inquiries", "participant_id", unique: true);
    }
}
