using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Office.Meetings;
using OfficeWorkflow.Server.Office.Meetings.Polls;
using OfficeWorkflow.Server.Tests.Support;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Tests.Office.Meetings;

public abstract class MeetingChooseActTests(RunningOffice office)
{
    [Fact]
    public async Task Who_said_no_to_the_chosen_date_is_absent_and_all_others_are_invited()
    {
        var circle = await CircleOfA.InAsync(office);
        var planned = await MeetingStory.PlannedAsync(circle);

        var answer = await MeetingStory.ChosenAsync(circle, planned, circle.Commissioner.Id);

        Assert.Equal(Value.Of(CircleOfA.Tokyo(3, 24, 13, 30)), answer["meetingAt"]);
        Assert.Equal(5, MeetingStory.Names(answer["attendees"]).Count);
        Assert.Equal(["民生委員N"], MeetingStory.Names(answer["absentees"]));
        var meeting = await MeetingStory.MeetingAsync(circle, planned);
        Assert.Equal(meeting.Candidates[0].Id, meeting.ChosenCandidateId);
        Assert.Equal(0, meeting.Sequence);
    }

    [Fact]
    public async Task An_answer_by_phone_is_kept_as_entered_by_staff()
    {
        var circle = await CircleOfA.InAsync(office);
        var planned = await MeetingStory.PlannedAsync(circle);

        await MeetingStory.ChosenAsync(circle, planned, circle.Commissioner.Id);

        await using var db = circle.Db();
        var answer = await db.PollAnswers.SingleAsync();
        Assert.True(answer.IsByProxy);
        Assert.Equal((AnswerMeans.Phone, Availability.No, circle.SpecialistX), (answer.Means, answer.Availability, answer.EnteredBy));
    }

    [Fact]
    public async Task Somebody_can_be_absent_without_having_answered()
    {
        var circle = await CircleOfA.InAsync(office);
        var planned = await MeetingStory.PlannedAsync(circle);
        var meeting = await MeetingStory.MeetingAsync(circle, planned);
        await using var db = circle.Db();

        var answer = await new MeetingChooseAct().ApplyAsync(
            circle.Act(db, CircleOfA.Tokyo(3, 18, 10), ("meetingId", planned["meetingId"])),
            CircleOfA.Values(
                ("candidate", Value.Of(meeting.Candidates[1].Id.ToString())),
                ("absent", Value.Of(meeting.Participants.Skip(1).Select(static one => Value.Of(one.Id.ToString()))))),
            CancellationToken.None);

        Assert.Equal(["利用者A"], MeetingStory.Names(answer.Done()["attendees"]));
    }

    [Fact]
    public async Task A_date_that_nobody_can_attend_or_that_was_not_on_offer_is_refused()
    {
        var circle = await CircleOfA.InAsync(office);
        var planned = await MeetingStory.PlannedAsync(circle);
        var meeting = await MeetingStory.MeetingAsync(circle, planned);
        await using var db = circle.Db();

        var answer = await new MeetingChooseAct().ApplyAsync(
            circle.Act(db, CircleOfA.Tokyo(3, 18, 10), ("meetingId", planned["meetingId"])),
            CircleOfA.Values(
                ("candidate", Value.Of(Guid.CreateVersion7().ToString())),
                ("absent", Value.Of(meeting.Participants.Select(static one => Value.Of(one.Id.ToString()))))),
            CancellationToken.None);

        Assert.Equal(["candidate-unknown", "nobody-comes"], answer.Codes());
    }

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : MeetingChooseActTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : MeetingChooseActTests(office), IClassFixture<RunningOffice.OnPostgres>;
}
