using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Server.Office.Consents;
using OfficeWorkflow.Server.Office.Consents.ByLink;
using OfficeWorkflow.Server.Office.Meetings;
using OfficeWorkflow.Server.Office.Meetings.Polls;
using OfficeWorkflow.Server.Tests.Support;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Tests.Office;

/// <summary>What was written while nobody answered and could not leave yet, does not leave after the answer.</summary>
public abstract class AnsweredTests(RunningOffice office)
{
    [Fact]
    public async Task F7_Who_has_answered_for_dates_gets_no_reminder_that_was_still_waiting_and_the_others_do()
    {
        var (story, _) = await Waiting.ForDatesAsync(office);
        using (new MailIsAway(office))
        {
            await story.UntilAsync(CircleOfA.Tokyo(1, 21, 9));
            var meeting = await Waiting.MeetingAsync(story);
            await AnswerAsync(story, meeting, meeting.Participants[4]);
        }

        await story.UntilAsync(CircleOfA.Tokyo(1, 21, 10));

        Assert.Equal(["meeting-poll-reminder M市の担当者 Withdrawn"], await Waiting.KeptAsync(story));
        Assert.Equal(
            ["01-21 10:00 meeting-poll-reminder 居宅介護事業所Qの担当者", "01-21 10:00 meeting-poll-reminder 生活介護事業所Pの担当者"],
            (await Waiting.LeftAsync(story)).Skip(3));
    }

    [Fact]
    public async Task Nobody_is_asked_for_dates_any_more_once_one_is_fixed()
    {
        var (story, _) = await Waiting.ForDatesAsync(office);
        var meeting = await Waiting.MeetingAsync(story);
        using (new MailIsAway(office))
        {
            await story.UntilAsync(CircleOfA.Tokyo(1, 28, 9));
            await story.FinishAsync("meeting-choose", ("candidate", Value.Of(meeting.Candidates[0].Id.ToString())));
        }

        await story.UntilAsync(CircleOfA.Tokyo(1, 28, 10));

        Assert.Equal(
            [
                "escalation-notice 管理者K Withdrawn",
                "meeting-poll-reminder M市の担当者 Withdrawn",
                "meeting-poll-reminder 居宅介護事業所Qの担当者 Withdrawn",
                "meeting-poll-reminder 生活介護事業所Pの担当者 Withdrawn",
            ],
            (await Waiting.KeptAsync(story)).Distinct(StringComparer.Ordinal));
        Assert.All((await Waiting.LeftAsync(story)).Skip(3), static mail => Assert.Contains(" meeting-invitation ", mail, StringComparison.Ordinal));
    }

    [Fact]
    public async Task F8_The_host_is_told_once_when_everybody_asked_by_mail_has_answered_and_nobody_is_reminded()
    {
        var (story, _) = await Waiting.ForDatesAsync(office);
        var meeting = await Waiting.MeetingAsync(story);
        foreach (var participant in meeting.Participants.Where(static one => one.HasMail))
        {
            await AnswerAsync(story, meeting, participant);
        }

        await AnswerAsync(story, meeting, meeting.Participants[4]);
        await Waiting.DayByDayAsync(office);

        Assert.Equal(
            ["01-19 10:00 poll-complete 専門員X", "01-28 09:00 escalation-notice 管理者K"], (await Waiting.LeftAsync(story)).Skip(3));
    }

    [Fact]
    public async Task D7_A_consent_that_was_given_is_not_asked_for_again()
    {
        var (story, _) = await Waiting.ForConsentAsync(office);
        using (new MailIsAway(office))
        {
            await story.UntilAsync(CircleOfA.Tokyo(1, 22, 9));
            await AgreeAsync(story);
        }

        await Waiting.DayByDayAsync(office);

        Assert.Equal(["consent-reminder ご本人 Withdrawn"], await Waiting.KeptAsync(story));
        Assert.Single(await Waiting.LeftAsync(story));
    }

    [Fact]
    public async Task The_city_is_not_asked_about_a_decision_that_has_come()
    {
        var (story, _) = await Waiting.ForDecisionAsync(office);
        using (new MailIsAway(office))
        {
            await story.UntilAsync(CircleOfA.Tokyo(2, 17, 9));
            await Waiting.ToldAsync(story, "decision");
        }

        await story.UntilAsync(CircleOfA.Tokyo(2, 17, 12));
        await story.UntilAsync(CircleOfA.Tokyo(4, 1, 9));

        Assert.Equal(["decision-reminder M市の担当者 Withdrawn", "escalation-notice 管理者K Withdrawn"], (await Waiting.KeptAsync(story)));
        Assert.Single(await Waiting.LeftAsync(story));
    }

    [Fact]
    public async Task Nothing_of_a_cancelled_case_and_of_what_it_called_leaves()
    {
        var (story, file) = await Waiting.ForDatesAsync(office);
        using (new MailIsAway(office))
        {
            await story.UntilAsync(CircleOfA.Tokyo(1, 21, 9));
            Assert.IsType<Outcome<CaseFile>.Done>(await story.Cases.CancelAsync(file.Id));
        }

        await Waiting.DayByDayAsync(office);

        Assert.Equal(3, (await Waiting.KeptAsync(story)).Count(static mail => mail.EndsWith("Withdrawn", StringComparison.Ordinal)));
        Assert.Equal(3, (await Waiting.LeftAsync(story)).Count);
    }

    [Fact]
    public async Task What_is_late_because_the_server_was_down_waits_for_office_hours_and_leaves_once()
    {
        var (story, _) = await Waiting.ForDatesAsync(office);

        // A Saturday, at night, 26 days on.
        await story.UntilAsync(CircleOfA.Tokyo(2, 14, 3));
        Assert.Equal(3, (await Waiting.LeftAsync(story)).Count);
        await story.UntilAsync(CircleOfA.Tokyo(2, 16, 9));
        await story.UntilAsync(CircleOfA.Tokyo(3, 2, 9));

        Assert.Equal(
            [
                "02-16 09:00 escalation-notice 管理者K",
                "02-16 09:00 meeting-poll-reminder M市の担当者",
                "02-16 09:00 meeting-poll-reminder 居宅介護事業所Qの担当者",
                "02-16 09:00 meeting-poll-reminder 生活介護事業所Pの担当者",
            ],
            (await Waiting.LeftAsync(story)).Skip(3));
    }

    private static async Task AnswerAsync(ShippedStory story, Meeting meeting, Participant participant)
    {
        var (guest, path) = await story.Circle.GuestAsync(PollPurpose.Key, participant.Id);
        await guest.GetAsync(path);
        await guest.PostAsync(path, meeting.Candidates.Select(static candidate => (PollModel.FieldOf(candidate.Id), "yes")));
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

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : AnsweredTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : AnsweredTests(office), IClassFixture<RunningOffice.OnPostgres>;
}
