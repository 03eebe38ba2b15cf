using System.Net;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Automation.Running;
using OfficeWorkflow.Server.Channels.Calendar;
using OfficeWorkflow.Server.Channels.GuestLinks;
using OfficeWorkflow.Server.Channels.Mail;
using OfficeWorkflow.Server.Office.Meetings;
using OfficeWorkflow.Server.Office.Meetings.Polls;
using OfficeWorkflow.Server.Tests.Support;

namespace OfficeWorkflow.Server.Tests.Office.Meetings.Changing;

/// <summary>What happens to everybody's calendar when a fixed meeting changes.</summary>
public abstract class MeetingChangesTests(RunningOffice office)
{
    private static readonly (string, string)[] ToThe26th =
        [("date", "令和8年3月26日"), ("from", "10:00"), ("to", "11:00"), ("place", "M市役所 会議室"), ("reason", "主治医も来られる日にするため")];

    [Fact]
    public async Task F10_A_move_keeps_the_event_and_raises_its_sequence_for_everybody_and_the_host()
    {
        var (circle, meeting, host) = await FixedAsync();

        Assert.Equal(HttpStatusCode.Redirect, await PostAsync(host, $"/meetings/{meeting.Id}/date", ToThe26th));

        var mails = await ToldAsync(circle, "meeting-moved");
        Assert.Equal(["M市の担当者", "専門員X", "居宅介護事業所Qの担当者", "生活介護事業所Pの担当者"], mails.Where(static mail => mail.Address is not null).Select(static mail => mail.RecipientName).Order(StringComparer.Ordinal));
        Assert.All(mails.Where(static mail => mail.Address is not null), mail =>
        {
            Assert.Equal("REQUEST", mail.CalendarMethod);
            var lines = ContentLine.Unfold(mail.CalendarText!);
            Assert.Contains($"UID:{meeting.Id:n}@example.jp", lines);
            Assert.Contains("SEQUENCE:1", lines);
            Assert.Contains("DTSTART;TZID=Asia/Tokyo:20260326T100000", lines);
            Assert.Single(lines, static line => line.StartsWith("ATTENDEE", StringComparison.Ordinal));
            Assert.DoesNotContain("利用者A", mail.Text + mail.CalendarText, StringComparison.Ordinal);
        });
        Assert.All(mails.Where(static mail => mail.Address is null), static mail => Assert.Equal(MailState.NoAddress, mail.State));
        await host.Browser.GetAsync($"/meetings/{meeting.Id}");
        Assert.Contains("M市役所 会議室", host.Browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task F10_Calling_off_cancels_the_event_for_everybody_and_ends_the_links()
    {
        var (circle, meeting, host) = await FixedAsync();
        var address = $"/meetings/{meeting.Id}/cancellation";

        Assert.Equal(HttpStatusCode.UnprocessableEntity, await PostAsync(host, address, []));
        Assert.Equal(HttpStatusCode.Redirect, await PostAsync(host, address, [("reason", "本人が入院したため")]));
        Assert.Equal(HttpStatusCode.Conflict, await PostAsync(host, address, [("reason", "もう一度")]));

        var mails = (await ToldAsync(circle, "meeting-called-off")).Where(static mail => mail.Address is not null).ToList();
        Assert.Equal(4, mails.Count);
        Assert.All(mails, mail =>
        {
            var lines = ContentLine.Unfold(mail.CalendarText!);
            Assert.Equal("CANCEL", mail.CalendarMethod);
            Assert.Contains("STATUS:CANCELLED", lines);
            Assert.Contains("SEQUENCE:1", lines);
            Assert.Contains($"UID:{meeting.Id:n}@example.jp", lines);
        });
        await using var db = circle.Db();
        var message = await db.Messages.SingleAsync(row => row.Name == "meeting-called-off");
        Assert.Equal(meeting.Id.ToString(), message.Key);
        Assert.False(await db.GuestLinks.AnyAsync(link => link.Purpose == PollPurpose.Key && link.RevokedAt == null));
        await host.Browser.GetAsync("/meetings");
        Assert.Contains("取りやめ", host.Browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_taken_off_alone_gets_a_cancel_and_what_the_others_answered_still_counts()
    {
        var (circle, meeting, host) = await FixedAsync();
        var officer = meeting.Participants[4];
        var address = $"/meetings/{meeting.Id}/participants/{officer.Id}/removal";

        Assert.Equal(HttpStatusCode.Redirect, await PostAsync(host, address, []));
        Assert.Equal(HttpStatusCode.Conflict, await PostAsync(host, address, []));

        var mail = Assert.Single(await ToldAsync(circle, "meeting-removed"));
        Assert.Equal(("officer@example.jp", "CANCEL"), (mail.Address, mail.CalendarMethod));
        Assert.Contains("SEQUENCE:1", ContentLine.Unfold(mail.CalendarText!));
        Assert.DoesNotContain("STATUS:CANCELLED", mail.CalendarText, StringComparison.Ordinal);
        await using var db = circle.Db();
        var after = await db.WholeMeetings.SingleAsync(row => row.Id == meeting.Id);
        Assert.Equal((1, 0), (after.Sequence, after.AskedSequence));
        Assert.False(after.Participants[4].IsExpected);
    }

    [Fact]
    public async Task The_client_is_never_taken_off()
    {
        var (_, meeting, host) = await FixedAsync();

        Assert.Equal(HttpStatusCode.Conflict, await PostAsync(host, $"/meetings/{meeting.Id}/participants/{meeting.Participants[0].Id}/removal", []));
    }

    [Fact]
    public async Task A_meeting_that_another_called_off_at_the_same_moment_is_not_called_off_twice()
    {
        var (circle, meeting, host) = await FixedAsync();
        await circle.TellAsync($"meeting-called-off:{meeting.Id}");

        Assert.Equal(HttpStatusCode.Conflict, await PostAsync(host, $"/meetings/{meeting.Id}/cancellation", [("reason", "本人が入院したため")]));

        Assert.Empty(await ToldAsync(circle, "meeting-called-off"));
    }

    [Fact]
    public async Task Nobody_but_a_specialist_changes_a_meeting_and_nobody_after_it_was_held()
    {
        var (circle, meeting, _) = await FixedAsync();
        var clerk = await Staff.JoinAsync(office, ["clerk"], circle.OfficeId);
        Assert.Equal(HttpStatusCode.NotFound, await clerk.Browser.GetAsync($"/meetings/{meeting.Id}/date"));
        Assert.Equal(HttpStatusCode.NotFound, await clerk.Browser.GetAsync($"/meetings/{meeting.Id}/cancellation"));

        office.Clock.MoveTo(CircleOfA.Tokyo(3, 24, 15));
        var host = await Staff.JoinAsync(office, ["specialist"], circle.OfficeId);

        Assert.Equal(HttpStatusCode.Conflict, await PostAsync(host, $"/meetings/{meeting.Id}/date", ToThe26th));
        Assert.Empty(await ToldAsync(circle, "meeting-moved"));
    }

    [Fact]
    public async Task A_past_or_unchanged_time_is_refused_on_the_same_page()
    {
        var (circle, meeting, host) = await FixedAsync();
        var address = $"/meetings/{meeting.Id}/date";

        Assert.Equal(HttpStatusCode.UnprocessableEntity, await PostAsync(host, address, [("reason", "そのまま")]));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await PostAsync(host, address, [("date", "令和8年3月2日"), .. ToThe26th.Skip(1)]));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await PostAsync(host, address, [("from", "25時"), ("reason", "理由")]));

        Assert.Empty(await ToldAsync(circle, "meeting-moved"));
    }

    private static async Task<HttpStatusCode> PostAsync(Staff staff, string address, IReadOnlyList<(string, string)> changes)
    {
        await staff.Browser.GetAsync(address);

        return await staff.Browser.PostAsync(address, changes);
    }

    private static async Task<IReadOnlyList<SentMail>> ToldAsync(CircleOfA circle, string template) =>
        [.. (await circle.MailsAsync()).Where(mail => string.Equals(mail.Template, template, StringComparison.Ordinal))];

    private async Task<(CircleOfA Circle, Meeting Meeting, Staff Host)> FixedAsync()
    {
        office.Clock.MoveTo(CircleOfA.Tokyo(3, 18, 15));
        var circle = await CircleOfA.InAsync(office);
        var planned = await MeetingStory.PlannedAsync(circle);
        await MeetingStory.ChosenAsync(circle, planned);
        var host = await Staff.JoinAsync(office, ["specialist"], circle.OfficeId);

        return (circle, await MeetingStory.MeetingAsync(circle, planned), host);
    }

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : MeetingChangesTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : MeetingChangesTests(office), IClassFixture<RunningOffice.OnPostgres>;
}
