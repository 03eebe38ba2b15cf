using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Office.Clients;
using OfficeWorkflow.Server.Office.Meetings;
using OfficeWorkflow.Server.Office.Meetings.Inviting;
using OfficeWorkflow.Server.Office.Privacy;
using OfficeWorkflow.Server.Tests.Support;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Tests.Office.Meetings;

public abstract class MeetingPlanActTests(RunningOffice office)
{
    [Fact]
    public async Task Keeps_dates_and_participants_and_tells_the_case_whom_to_ask()
    {
        var circle = await CircleOfA.InAsync(office);

        var answer = await MeetingStory.PlannedAsync(circle);

        var meeting = await MeetingStory.MeetingAsync(circle, answer);
        Assert.Equal(1, meeting.Round);
        Assert.Equal(circle.SpecialistX, meeting.HostId);
        Assert.Equal([CircleOfA.Tokyo(3, 24, 13, 30), CircleOfA.Tokyo(3, 25, 13, 30)], meeting.Candidates.Select(static one => one.StartsAt));
        Assert.Equal(
            ["Client", "Family", "Provider", "Provider", "City", "Commissioner"],
            meeting.Participants.Select(static one => one.Kind.ToString()));
        var asked = Assert.IsType<Value.List>(answer["participants"]).Items.Cast<Value.Record>().ToList();
        Assert.Equal(meeting.Participants.Select(static one => Value.Of(one.Id.ToString())), asked.Select(static one => one["id"]));
        Assert.Equal(Value.Of("officer@example.jp"), asked[4]["mail"]);
        Assert.Equal(Value.None, asked[5]["mail"]);
        Assert.Equal(Value.Of("commissioner"), asked[5]["kind"]);
    }

    [Fact]
    public async Task Nobody_is_asked_whom_no_privacy_consent_covers()
    {
        var circle = await CircleOfA.InAsync(office, withPrivacy: false);
        await using var db = circle.Db();

        var answer = await new MeetingPlanAct().ApplyAsync(
            circle.Act(db, MeetingStory.Asked), MeetingStory.Plan(circle, MeetingStory.Everybody(circle)), CancellationToken.None);

        Assert.Equal(Enumerable.Repeat("privacy-consent-missing", 5), answer.Codes());
        Assert.Empty(await db.Meetings.ToListAsync());
    }

    [Fact]
    public async Task Every_provider_of_the_plan_must_be_asked()
    {
        var circle = await CircleOfA.InAsync(office);
        await using var db = circle.Db();

        var answer = await new MeetingPlanAct().ApplyAsync(
            circle.Act(db, MeetingStory.Asked), MeetingStory.Plan(circle, circle.Client.Id, circle.ProviderP.Contacts[0].Id), CancellationToken.None);

        Assert.Equal(["provider-missing"], answer.Codes());
    }

    [Fact]
    public async Task Dates_that_are_over_and_a_deadline_after_the_first_date_are_refused()
    {
        var circle = await CircleOfA.InAsync(office);
        await using var db = circle.Db();

        var over = await new MeetingPlanAct().ApplyAsync(
            circle.Act(db, CircleOfA.Tokyo(3, 25, 10)), MeetingStory.Plan(circle, MeetingStory.Everybody(circle)), CancellationToken.None);
        var late = await new MeetingPlanAct().ApplyAsync(
            circle.Act(db, MeetingStory.Asked),
            MeetingStory.Plan(circle, MeetingStory.Everybody(circle)).With("answersBy", Value.Of(new DateOnly(2026, 3, 25))),
            CancellationToken.None);

        Assert.Equal(["candidate-past", "deadline-past"], over.Codes());
        Assert.Equal(["deadline-after-meeting"], late.Codes());
    }

    [Fact]
    public async Task The_form_opens_with_all_who_belong_to_the_plan()
    {
        var circle = await CircleOfA.InAsync(office);
        await using var db = circle.Db();

        var prefill = await new MeetingPlanAct().PrefillAsync(circle.Act(db, MeetingStory.Asked), CancellationToken.None);

        var rows = Assert.IsType<Value.List>(prefill.Values["members"]).Items.Cast<Value.Record>();
        Assert.Equal(MeetingStory.Everybody(circle).Select(static id => Value.Of(id.ToString())), rows.Select(static row => row["contact"]));
        Assert.Equal(6, prefill.Options["members.contact"].Count);
    }

    [Theory]
    [InlineData(Handling.Child, true, false, true)]
    [InlineData(Handling.Adult, true, false, false)]
    [InlineData(Handling.Adult, false, true, true)]
    public async Task Who_acts_for_the_client_needs_no_consent_a_guardian_while_the_client_is_a_child(Handling handling, bool isGuardian, bool isLegal, bool isAsked)
    {
        var circle = await CircleOfA.InAsync(office, withPrivacy: false);
        await using var db = circle.Db();
        (await db.Clients.SingleAsync()).Handling = handling;
        var mother = await db.FamilyMembers.SingleAsync();
        (mother.IsGuardian, mother.IsLegalGuardian, mother.IsKeyPerson) = (isGuardian, isLegal, false);
        await db.SaveChangesAsync();

        var member = (await Circle.LoadAsync(db, await db.Clients.SingleAsync(), circle.Plan.Id, new DateOnly(2026, 3, 16), CancellationToken.None))
            .Single(static member => member.Kind is ParticipantKind.Family);

        Assert.Equal((isAsked ? (PrivacyCategory?)null : PrivacyCategory.Family, isAsked), (member.Category, member.IsInPlan));
    }

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : MeetingPlanActTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : MeetingPlanActTests(office), IClassFixture<RunningOffice.OnPostgres>;
}
