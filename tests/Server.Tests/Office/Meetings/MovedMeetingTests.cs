using System.Collections.Immutable;
using System.Net;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Server.Automation.Procedures;
using OfficeWorkflow.Server.Automation.Running;
using OfficeWorkflow.Server.Automation.Work;
using OfficeWorkflow.Server.Office.Meetings;
using OfficeWorkflow.Server.Office.Meetings.Polls;
using OfficeWorkflow.Server.Tests.Support;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Moving;

namespace OfficeWorkflow.Server.Tests.Office.Meetings;

[Trait("Trap", "24")]
public abstract class MovedMeetingTests(RunningOffice office)
{
    [Fact]
    public async Task A_poll_that_people_are_answering_survives_when_its_case_moves_to_another_version()
    {
        var story = await ShippedStory.InAsync(office, MeetingStory.Asked);
        var file = await story.StartAsync("meeting");
        await story.FinishAsync("meeting-plan", [.. MeetingStory.Plan(story.Circle, MeetingStory.Everybody(story.Circle)).Fields.Select(static field => (field.Key, field.Value))]);
        await using var db = story.Circle.Db();
        var meeting = await db.WholeMeetings.AsNoTracking().SingleAsync();
        var asked = meeting.Participants.Where(static one => one.HasMail).ToList();
        Assert.Equal(3, asked.Count);
        Assert.Equal(HttpStatusCode.OK, await AnsweredAsync(story, meeting, asked[0]));
        var before = await db.Work.AsNoTracking().SingleAsync(static work => work.EndedAt == null);

        await MoveAsync(story, file);

        // The links that were mailed before the move still take answers, and the last of them is heard by the new version.
        Assert.Equal(HttpStatusCode.OK, await AnsweredAsync(story, meeting, asked[1]));
        Assert.DoesNotContain("poll-complete", await story.MailedAsync());
        Assert.Equal(HttpStatusCode.OK, await AnsweredAsync(story, meeting, asked[2]));
        Assert.Equal(6, await db.PollAnswers.CountAsync());
        var after = await db.Work.AsNoTracking().SingleAsync(static work => work.EndedAt == null);
        Assert.Equal((before.Id, "meeting-choose", "開催日を選ぶ"), (after.Id, after.NodeId, after.Name));
        Assert.Single(await story.MailedAsync(), static mail => mail is "poll-complete");

        // The reminder kept its day and finds nobody to remind.
        await story.UntilAsync(CircleOfA.Tokyo(3, 18, 9));
        Assert.DoesNotContain("meeting-poll-reminder", await story.MailedAsync());
        await story.FinishAsync("meeting-choose", ("candidate", Value.Of(meeting.Candidates[0].Id.ToString())));
        Assert.Equal("minutes", await story.DoingAsync());
    }

    private static async Task<HttpStatusCode> AnsweredAsync(ShippedStory story, Meeting meeting, Participant participant)
    {
        var (guest, path) = await story.Circle.GuestAsync(PollPurpose.Key, participant.Id);
        await guest.GetAsync(path);
        await guest.PostAsync(path, meeting.Candidates.Select(static candidate => (PollModel.FieldOf(candidate.Id), "yes")));
        var seen = await guest.GetAsync(path);
        await story.Circle.Running.DrainAsync();

        return seen;
    }

    private static async Task MoveAsync(ShippedStory story, CaseFile file)
    {
        await using var db = story.Circle.Db();
        var first = await db.ProcedureVersions.AsNoTracking().SingleAsync(static version => version.Key == "meeting");
        var source = first.Source.Replace("name=\"開催日を決める\"", "name=\"開催日を選ぶ\"", StringComparison.Ordinal);
        var on = new DateOnly(2026, 3, 16);
        var version = await story.Circle.Get<Publishing>().AddAsync(
            db, new Publication(story.Circle.OfficeId, source, "test", on, By: null), ProcedureLibrary.Find(source, "meeting")!, CancellationToken.None);
        await db.SaveChangesAsync();
        var moved = await story.Circle.Get<CaseRunner>().MoveAsync(
            db,
            await db.Cases.SingleAsync(row => row.Id == file.Id),
            version,
            MoveChoices.None with { Timers = ImmutableDictionary<string, TimerChoice>.Empty.Add("availability-reminder", TimerChoice.Keep).Add("meeting-escalation", TimerChoice.Keep) },
            story.Circle.Running.Clock.GetUtcNow(),
            by: null,
            CancellationToken.None);
        Assert.Equal(version.Id, Assert.IsType<Outcome<CaseFile>.Done>(moved).Value.VersionId);
    }

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : MovedMeetingTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : MovedMeetingTests(office), IClassFixture<RunningOffice.OnPostgres>;
}
