using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Server.Office.Consents;
using OfficeWorkflow.Server.Office.Consents.ByLink;
using OfficeWorkflow.Server.Office.Meetings;
using OfficeWorkflow.Server.Office.Meetings.Opinions;
using OfficeWorkflow.Server.Office.Meetings.Polls;
using OfficeWorkflow.Server.Office.Plans;
using OfficeWorkflow.Server.Tests.Office.Meetings;
using OfficeWorkflow.Server.Tests.Support;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Tests.Office;

public abstract class ShippedStoryTests(RunningOffice office)
{
    [Fact]
    public async Task A_meeting_goes_from_the_question_for_dates_to_the_minutes()
    {
        var story = await ShippedStory.InAsync(office, CircleOfA.Tokyo(3, 16, 10));
        var file = await story.StartAsync("meeting");
        await story.FinishAsync("meeting-plan", [.. MeetingStory.Plan(story.Circle, MeetingStory.Everybody(story.Circle)).Fields.Select(static field => (field.Key, field.Value))]);
        Assert.Equal(["meeting-poll", "meeting-poll", "meeting-poll"], await story.MailedAsync());

        var meeting = await MeetingAsync(story);
        var officer = meeting.Participants[4];
        await AnswerPollAsync(story, meeting, officer, "no", "yes");
        await story.UntilAsync(CircleOfA.Tokyo(3, 18, 9));
        Assert.Equal(2, (await story.MailedAsync()).Count(static mail => mail is "meeting-poll-reminder"));

        await story.FinishAsync("meeting-choose", ("candidate", Value.Of(meeting.Candidates[0].Id.ToString())));
        Assert.Equal("opinion", await story.DoingAsync());
        await AnswerOpinionAsync(story, officer);
        Assert.Equal("minutes", await story.DoingAsync());

        await story.UntilAsync(CircleOfA.Tokyo(3, 24, 16));
        await story.FinishAsync(
            "minutes",
            ("items", Value.Of(CircleOfA.Values(("topic", Value.Of("見守り")), ("opinions", Value.Of("よい。")), ("conclusion", Value.Of("入れる。"))))),
            ("remaining", Value.Of("なし")), ("userWords", Value.Of("「音楽」")));

        Assert.Equal(CaseStatus.Completed, (await story.Cases.FileAsync(file.Id)).Status);
        Assert.Equal("", await story.DoingAsync());
        Assert.Equal(3, (await story.MailedAsync()).Count(static mail => mail is "minutes-ready"));
    }

    [Fact]
    public async Task A_consent_by_link_is_reminded_escalated_and_closed_by_its_answer()
    {
        var story = await ShippedStory.InAsync(office, CircleOfA.Tokyo(3, 26, 15));
        var file = await story.StartAsync("consent", ("stage", Value.Of("plan")));
        await story.FinishAsync(
            "consent-explain",
            ("explainedPlace", Value.Of("居宅")), ("method", Value.Of("link")), ("electronicAgreedOn", Value.Of(new DateOnly(2026, 1, 19))),
            ("electronicMeans", Value.Of("電子メールの案内とウェブの画面")), ("mail", Value.Of("user-a@example.jp")));
        Assert.Equal(["consent-request"], await story.MailedAsync());

        // Thursday 26 March: three working days on is Tuesday, seven is Monday 6 April.
        await story.UntilAsync(CircleOfA.Tokyo(3, 31, 8, 59));
        Assert.Equal(["consent-request"], await story.MailedAsync());
        await story.UntilAsync(CircleOfA.Tokyo(3, 31, 9));
        await story.UntilAsync(CircleOfA.Tokyo(4, 6, 9));
        Assert.Equal(
            ["consent-reminder", "consent-reminder", "consent-request", "escalation-notice"], (await story.MailedAsync()).Order(StringComparer.Ordinal));
        Assert.Equal("consent-escalated", await story.DoingAsync());

        await AgreeAsync(story);
        Assert.Equal("", await story.DoingAsync());
        Assert.Equal(CaseStatus.Completed, (await story.Cases.FileAsync(file.Id)).Status);
        await story.UntilAsync(CircleOfA.Tokyo(5, 6, 9));
        Assert.Equal(4, (await story.MailedAsync()).Count);
        await using var db = story.Circle.Db();
        Assert.Equal(new DateOnly(2026, 4, 6), (await db.Plans.SingleAsync()).CreatedOn);
    }

    [Fact]
    public async Task A_link_that_nobody_answers_ends_and_the_specialist_chooses_again()
    {
        var story = await ShippedStory.InAsync(office, CircleOfA.Tokyo(3, 26, 15));
        await story.StartAsync("consent", ("stage", Value.Of("plan")));
        await story.FinishAsync(
            "consent-explain",
            ("explainedPlace", Value.Of("居宅")), ("method", Value.Of("link")), ("electronicAgreedOn", Value.Of(new DateOnly(2026, 1, 19))),
            ("electronicMeans", Value.Of("電子メールの案内とウェブの画面")), ("mail", Value.Of("user-a@example.jp")));

        foreach (var day in Enumerable.Range(1, 20))
        {
            await story.UntilAsync(CircleOfA.Tokyo(3, 26, 9).AddDays(day));
        }

        Assert.Equal("consent-escalated consent-explain", await story.DoingAsync());
        Assert.Equal(3, (await story.MailedAsync()).Count(static mail => mail is "consent-reminder"));
    }

    [Fact]
    public async Task A_change_of_amount_at_monitoring_starts_a_new_plan()
    {
        var story = await ShippedStory.InAsync(office, CircleOfA.Tokyo(4, 1, 9));
        await using (var db = story.Circle.Db())
        {
            (await db.Plans.SingleAsync()).Agree(new DateOnly(2026, 3, 26));
            await db.SaveChangesAsync();
        }

        var file = await story.StartAsync("monitoring", ("month", Value.Of(new DateOnly(2026, 4, 1))));
        await story.FinishAsync("visit-plan", ("visitOn", Value.Of(new DateOnly(2026, 4, 20))));
        await story.UntilAsync(CircleOfA.Tokyo(4, 20, 16));
        await story.FinishAsync("visit");
        await story.FinishAsync(
            "monitoring-report",
            ("visitedAt", Value.Of(CircleOfA.Tokyo(4, 20, 14))), ("overall", Value.Of("落ち着いている。")), ("needs", Value.Of(Row(1, true), Row(2, false))),
            ("result", Value.Of("midChange")), ("reason", Value.Of("入浴の回数を増やす。")), ("nextOn", Value.Of(new DateOnly(2026, 5, 18))));

        Assert.Equal(CaseStatus.Completed, (await story.Cases.FileAsync(file.Id)).Status);
        Assert.Equal("info-provision", await story.DoingAsync());
        var plan = Assert.Single(await story.Cases.AllAsync(), static one => one.ProcedureKey is "plan-creation");
        Assert.Equal(story.Circle.Client.Id.ToString(), plan.Subject);
    }

    private static Value.Record Row(int rank, bool amountChange) => CircleOfA.Values(
        ("rank", Value.Of((decimal)rank)), ("goal", Value.Of("目標")), ("provided", Value.Of("週3回")), ("feeling", Value.Of("よい")),
        ("achieved", Value.Of("9割")), ("amountChange", Value.Of(amountChange)));

    private static async Task<Meeting> MeetingAsync(ShippedStory story)
    {
        await using var db = story.Circle.Db();

        return await db.WholeMeetings.SingleAsync();
    }

    private static async Task AnswerPollAsync(ShippedStory story, Meeting meeting, Participant participant, params string[] answers)
    {
        var (guest, path) = await story.Circle.GuestAsync(PollPurpose.Key, participant.Id);
        await guest.GetAsync(path);
        await guest.PostAsync(path, meeting.Candidates.Zip(answers, static (candidate, answer) => (PollModel.FieldOf(candidate.Id), answer)));
    }

    private static async Task AnswerOpinionAsync(ShippedStory story, Participant participant)
    {
        var (guest, path) = await story.Circle.GuestAsync(OpinionPurpose.Key, participant.Id);
        await story.Circle.EnterCodeAsync(guest, path, OpinionPurpose.Key, participant.Id);
        await guest.PostAsync(path, ("content", "異論はない。"));
        await story.Circle.Running.DrainAsync();
    }

    private static async Task AgreeAsync(ShippedStory story)
    {
        await using var db = story.Circle.Db();
        var consent = (await db.Consents.SingleAsync()).Id;
        var (guest, path) = await story.Circle.GuestAsync(ConsentPurpose.Key, consent);
        await story.Circle.EnterCodeAsync(guest, path, ConsentPurpose.Key, consent);
        await guest.PostAsync(path, ("answer", "agreed"), ("name", "利用者A"));
        await guest.PostAsync(path, ("confirmed", "yes"));
        await story.Circle.Running.DrainAsync();
    }

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : ShippedStoryTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : ShippedStoryTests(office), IClassFixture<RunningOffice.OnPostgres>;
}
