using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Office.Meetings;
using OfficeWorkflow.Server.Office.Meetings.Inviting;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Tests.Office.Meetings;

/// <summary>The steps of a meeting of case A, as the people of the office take them.</summary>
internal static class MeetingStory
{
    public static DateTimeOffset Asked { get; } = CircleOfA.Tokyo(3, 16, 10);

    public static Value.Record Plan(CircleOfA circle, params Guid[] members) => CircleOfA.Values(
        ("candidates", Value.Of(Candidate(3, 24), Candidate(3, 25))),
        ("members", Value.Of(members.Select(id => (Value)CircleOfA.Values(("contact", Value.Of(id.ToString())), ("required", Value.Of(id == circle.Client.Id)))))),
        ("answersBy", Value.Of(new DateOnly(2026, 3, 20))));

    public static Guid[] Everybody(CircleOfA circle) =>
    [
        circle.Client.Id, circle.Mother.Id, circle.ProviderP.Contacts[0].Id, circle.ProviderQ.Contacts[0].Id, circle.Officer.Id, circle.Commissioner.Id,
    ];

    /// <summary>Plans the meeting and saves it.</summary>
    public static async Task<Value.Record> PlannedAsync(CircleOfA circle, string? agenda = null)
    {
        await using var db = circle.Db();
        var answer = await new MeetingPlanAct().ApplyAsync(circle.Act(db, Asked), Plan(circle, Everybody(circle)).With("agenda", agenda is null ? Value.None : Value.Of(agenda)), CancellationToken.None);
        await db.SaveChangesAsync();

        return answer.Done();
    }

    /// <summary>Chooses the first date; who is named cannot come, as they said by phone.</summary>
    public static async Task<Value.Record> ChosenAsync(CircleOfA circle, Value.Record planned, params Guid[] absentPersons)
    {
        await using var db = circle.Db();
        var meeting = await MeetingAsync(circle, planned);
        var proxies = meeting.Participants.Where(one => absentPersons.Contains(one.PersonId)).Select(one => (Value)CircleOfA.Values(
            ("participant", Value.Of(one.Id.ToString())), ("candidate", Value.Of(meeting.Candidates[0].Id.ToString())),
            ("answer", Value.Of("no")), ("means", Value.Of("phone"))));
        var answer = await new MeetingChooseAct().ApplyAsync(
            circle.Act(db, CircleOfA.Tokyo(3, 18, 10), ("meetingId", planned["meetingId"])),
            CircleOfA.Values(("candidate", Value.Of(meeting.Candidates[0].Id.ToString())), ("proxies", Value.Of(proxies))),
            CancellationToken.None);
        await db.SaveChangesAsync();

        return answer.Done();
    }

    public static async Task<Meeting> MeetingAsync(CircleOfA circle, Value.Record planned)
    {
        await using var db = circle.Db();
        var id = Guid.Parse(((Value.Text)planned["meetingId"]).Content, CultureInfo.InvariantCulture);

        return await db.WholeMeetings.SingleAsync(meeting => meeting.Id == id);
    }

    public static IReadOnlyList<string> Names(Value people) =>
        [.. ((Value.List)people).Items.Cast<Value.Record>().Select(static one => ((Value.Text)one["name"]).Content)];

    private static Value.Record Candidate(int month, int day) => CircleOfA.Values(
        ("date", Value.Of(new DateOnly(2026, month, day))), ("time", new Value.Clock(new TimeOnly(13, 30))),
        ("end", new Value.Clock(new TimeOnly(14, 50))), ("place", Value.Of("生活介護事業所P")));
}
