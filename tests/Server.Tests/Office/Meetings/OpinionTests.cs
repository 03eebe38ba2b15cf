using System.Net;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Automation.Running;
using OfficeWorkflow.Server.Office.Meetings;
using OfficeWorkflow.Server.Office.Meetings.Opinions;
using OfficeWorkflow.Server.Tests.Support;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Tests.Office.Meetings;

public abstract class OpinionTests(RunningOffice office)
{
    [Fact]
    public async Task The_plan_is_shown_only_behind_the_code()
    {
        var (circle, officer) = await AskedAsync(static circle => circle.Officer.Id);
        var (guest, path) = await circle.GuestAsync(OpinionPurpose.Key, officer);

        await guest.GetAsync(path);
        Assert.DoesNotContain("利用者A", guest.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("音楽", guest.Html, StringComparison.Ordinal);
        await circle.EnterCodeAsync(guest, path, OpinionPurpose.Key, officer);

        Assert.Contains("利用者A", guest.Text, StringComparison.Ordinal);
        Assert.Contains("音楽", guest.Text, StringComparison.Ordinal);
        await using var db = circle.Db();
        Assert.True(await db.Audit.AnyAsync(static row => row.Act == "opinion-opened"));
    }

    [Fact]
    public async Task The_answer_and_its_message_to_the_case_are_kept_once()
    {
        var (circle, officer) = await AskedAsync(static circle => circle.Officer.Id);
        var (guest, path) = await circle.GuestAsync(OpinionPurpose.Key, officer);
        await circle.EnterCodeAsync(guest, path, OpinionPurpose.Key, officer);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, await guest.PostAsync(path, ("content", " ")));
        Assert.Equal(HttpStatusCode.OK, await guest.PostAsync(path, ("content", "短期入所の日数は足ります。")));
        Assert.Equal(HttpStatusCode.NotFound, await guest.GetAsync(path));

        await using var db = circle.Db();
        var inquiry = await db.OpinionInquiries.SingleAsync();
        Assert.Equal((AnswerMeans.Link, "短期入所の日数は足ります。", null), (inquiry.Means, inquiry.Content, inquiry.EnteredBy));
        var message = await db.Messages.SingleAsync();
        Assert.Equal(("opinion-answered", officer.ToString()), (message.Name, message.Key));
    }

    [Fact]
    public async Task Whose_opinion_was_overtaken_by_another_tab_reads_that_it_was_not_taken()
    {
        var (circle, officer) = await AskedAsync(static circle => circle.Officer.Id);
        var (guest, path) = await circle.GuestAsync(OpinionPurpose.Key, officer);
        await circle.EnterCodeAsync(guest, path, OpinionPurpose.Key, officer);
        await using var db = circle.Db();
        await circle.TellAsync($"opinion-answered:{(await db.OpinionInquiries.AsNoTracking().SingleAsync()).Id}");

        Assert.Equal(HttpStatusCode.Conflict, await guest.PostAsync(path, ("content", "短期入所の日数は足ります。")));

        Assert.Contains("すでに記録されています", guest.Text, StringComparison.Ordinal);
        Assert.False((await db.OpinionInquiries.AsNoTracking().SingleAsync()).IsAnswered);
    }

    [Fact]
    public async Task Who_has_no_address_is_left_to_a_call_of_the_office()
    {
        var (circle, commissioner) = await AskedAsync(static circle => circle.Commissioner.Id);

        await using var db = circle.Db();
        var inquiry = await db.OpinionInquiries.SingleAsync();
        Assert.Equal((commissioner, new DateOnly(2026, 3, 18), false), (inquiry.ParticipantId, inquiry.SentOn, inquiry.IsByLink));
        Assert.Empty(await circle.MailsAsync());
    }

    [Fact]
    public async Task Asked_twice_is_asked_once()
    {
        var (circle, officer) = await AskedAsync(static circle => circle.Officer.Id);
        await using var db = circle.Db();
        var meeting = await db.Meetings.SingleAsync();

        await circle.PerformAsync(
            "Office.AskOpinion", CircleOfA.Tokyo(3, 18, 11), ("meetingId", Value.Of(meeting.Id.ToString())), ("participantId", Value.Of(officer.ToString())));

        Assert.Single(await db.OpinionInquiries.ToListAsync());
        var mail = Assert.Single(await circle.MailsAsync());
        Assert.DoesNotContain("利用者A", mail.Subject + mail.Text, StringComparison.Ordinal);
    }

    /// <returns>The participant who cannot come and was asked.</returns>
    private async Task<(CircleOfA Circle, Guid Participant)> AskedAsync(Func<CircleOfA, Guid> who)
    {
        office.Clock.MoveTo(CircleOfA.Tokyo(3, 18, 10));
        var circle = await CircleOfA.InAsync(office);
        var planned = await MeetingStory.PlannedAsync(circle);
        var chosen = await MeetingStory.ChosenAsync(circle, planned, who(circle));
        var absentee = (Value.Record)Assert.Single(((Value.List)chosen["absentees"]).Items);
        await circle.PerformAsync(
            "Office.AskOpinion", CircleOfA.Tokyo(3, 18, 10), ("meetingId", planned["meetingId"]), ("participantId", absentee["id"]));

        return (circle, Guid.Parse(((Value.Text)absentee["id"]).Content, System.Globalization.CultureInfo.InvariantCulture));
    }

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : OpinionTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : OpinionTests(office), IClassFixture<RunningOffice.OnPostgres>;
}
