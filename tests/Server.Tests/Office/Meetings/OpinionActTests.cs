using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Office.Meetings;
using OfficeWorkflow.Server.Office.Meetings.Opinions;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Tests.Support;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Tests.Office.Meetings;

public abstract class OpinionActTests(RunningOffice office)
{
    [Fact]
    public async Task An_opinion_by_phone_is_kept_once_with_who_entered_it()
    {
        var circle = await CircleOfA.InAsync(office);
        var (planned, chosen) = await AbsentAsync(circle);
        await using var db = circle.Db();

        var first = await ApplyAsync(circle, db, planned, chosen, day: 19);
        await db.SaveChangesAsync();
        var second = await ApplyAsync(circle, db, planned, chosen, day: 19);

        var inquiry = await db.OpinionInquiries.SingleAsync();
        Assert.Equal(Value.Of(new DateOnly(2026, 3, 19)), first.Done()["answeredOn"]);
        Assert.Equal(["opinion-already-answered"], second.Codes());
        Assert.Equal((AnswerMeans.Phone, "夜間の火事は近所で見守れる。", circle.SpecialistX), (inquiry.Means, inquiry.Content, inquiry.EnteredBy));
    }

    [Fact]
    public async Task An_answer_before_the_question_is_refused()
    {
        var circle = await CircleOfA.InAsync(office);
        var (planned, chosen) = await AbsentAsync(circle);
        await using var db = circle.Db();

        var answer = await ApplyAsync(circle, db, planned, chosen, day: 17);

        Assert.Equal(["answer-before-inquiry"], answer.Codes());
    }

    private static async Task<(Value.Record Planned, Value.Record Chosen)> AbsentAsync(CircleOfA circle)
    {
        var planned = await MeetingStory.PlannedAsync(circle);
        var chosen = await MeetingStory.ChosenAsync(circle, planned, circle.Commissioner.Id);
        var meeting = await MeetingStory.MeetingAsync(circle, planned);
        await using var db = circle.Db();
        db.Add(new OpinionInquiry
        {
            Id = Guid.CreateVersion7(),
            OfficeId = circle.OfficeId,
            MeetingId = meeting.Id,
            ParticipantId = meeting.Participants[5].Id,
            SentOn = new DateOnly(2026, 3, 18),
            IsByLink = false,
        });
        await db.SaveChangesAsync();

        return (planned, chosen);
    }

    private static async Task<Outcome<Value.Record>> ApplyAsync(
        CircleOfA circle, OfficeDb db, Value.Record planned, Value.Record chosen, int day) =>
        await new OpinionAct().ApplyAsync(
            circle.Act(db, CircleOfA.Tokyo(3, 20, 10), ("meetingId", planned["meetingId"]), ("absentee", ((Value.List)chosen["absentees"]).Items[0])),
            CircleOfA.Values(
                ("answeredOn", Value.Of(new DateOnly(2026, 3, day))), ("means", Value.Of("phone")), ("content", Value.Of("夜間の火事は近所で見守れる。"))),
            CancellationToken.None);

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : OpinionActTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : OpinionActTests(office), IClassFixture<RunningOffice.OnPostgres>;
}
