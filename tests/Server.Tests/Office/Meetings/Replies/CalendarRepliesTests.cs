using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Channels.Calendar;
using OfficeWorkflow.Server.Channels.Mail;
using OfficeWorkflow.Server.Channels.Mail.Incoming;
using OfficeWorkflow.Server.Office.Meetings;
using OfficeWorkflow.Server.Tests.Support;

namespace OfficeWorkflow.Server.Tests.Office.Meetings.Replies;

/// <summary>Answers to invitations, as Outlook and Google send them, dropped into the folder or handed in by staff.</summary>
public abstract class CalendarRepliesTests(RunningOffice office)
{
    [Fact]
    public async Task F11_An_acceptance_from_google_shows_at_the_meeting()
    {
        var (circle, meeting) = await InvitedAsync();

        var result = await GoogleReply.TakeAsync(circle, GoogleReply.Of(meeting, "ACCEPTED", 0));

        Assert.Equal("reply-accepted", result?.Code);
        await using var db = circle.Db();
        var reply = await db.InvitationReplies.SingleAsync();
        Assert.Equal((meeting.Participants[4].Id, Participation.Accepted, 0), (reply.ParticipantId, reply.Answer, reply.Sequence));
        var staff = await Staff.JoinAsync(office, ["clerk"], circle.OfficeId);
        await staff.Browser.GetAsync($"/meetings/{meeting.Id}");
        Assert.Contains("カレンダーの返事: 出席", staff.Browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task F11_A_refusal_from_outlook_counts_as_absence_and_is_told_to_the_host()
    {
        var (circle, meeting) = await InvitedAsync();

        var result = await GoogleReply.TakeAsync(circle, FromOutlook(meeting, "DECLINED", 0));

        Assert.Equal("reply-declined", result?.Code);
        await using var db = circle.Db();
        Assert.False((await db.Participants.SingleAsync(one => one.Id == meeting.Participants[4].Id)).IsExpected);
        Assert.Equal("別の用事があります", (await db.InvitationReplies.SingleAsync()).Comment);
        var told = (await circle.MailsAsync()).Single(static mail => mail.Template is "invitation-declined");
        Assert.Contains("M市の担当者", told.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("利用者A", told.Subject + told.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task REPLY_parsed_by_UID_and_ATTENDEE_older_SEQUENCE_ignored()
    {
        var (circle, meeting) = await InvitedAsync();
        await using (var db = circle.Db())
        {
            var moved = await db.WholeMeetings.SingleAsync(row => row.Id == meeting.Id);
            moved.Choose(moved.Candidates[1].Id, circle.SpecialistX, office.Clock.GetUtcNow());
            await db.SaveChangesAsync();
        }

        Assert.Equal("reply-older", (await GoogleReply.TakeAsync(circle, GoogleReply.Of(meeting, "DECLINED", 0)))?.Code);
        Assert.Equal("reply-accepted", (await GoogleReply.TakeAsync(circle, GoogleReply.Of(meeting, "ACCEPTED", 1)))?.Code);

        await using var after = circle.Db();
        Assert.Equal([1], await after.InvitationReplies.Select(static reply => reply.Sequence).ToListAsync());
        Assert.True((await after.Participants.SingleAsync(one => one.Id == meeting.Participants[4].Id)).IsExpected);
    }

    [Fact]
    public async Task An_answer_that_arrives_late_does_not_overtake_a_newer_one()
    {
        var (circle, meeting) = await InvitedAsync();
        await GoogleReply.TakeAsync(circle, GoogleReply.Of(meeting, "DECLINED", 0, "20260318T030000Z"));

        var result = await GoogleReply.TakeAsync(circle, GoogleReply.Of(meeting, "ACCEPTED", 0, "20260318T020000Z"));

        Assert.Equal("reply-overtaken", result?.Code);
        await using var db = circle.Db();
        Assert.False((await db.Participants.SingleAsync(one => one.Id == meeting.Participants[4].Id)).IsExpected);
    }

    [Fact]
    public async Task The_same_mail_is_taken_once_however_often_it_is_read()
    {
        var (circle, meeting) = await InvitedAsync();
        var mail = GoogleReply.Of(meeting, "ACCEPTED", 0);

        var (first, second) = (await GoogleReply.TakeAsync(circle, mail), await GoogleReply.TakeAsync(circle, mail));

        Assert.Equal(("reply-accepted", "reply-accepted"), (first?.Code, second?.Code));
        await using var db = circle.Db();
        Assert.Single(await db.InvitationReplies.ToListAsync());
        Assert.Single(await db.ReceivedMails.ToListAsync());
    }

    [Fact]
    public async Task Nobody_answers_for_somebody_else()
    {
        var (circle, meeting) = await InvitedAsync();

        var forged = await GoogleReply.TakeAsync(circle, GoogleReply.Of(meeting, "DECLINED", 0, from: "evil@example.jp"));
        var stranger = await GoogleReply.TakeAsync(circle, GoogleReply.Of(meeting, "DECLINED", 0, from: "evil@example.jp", attendee: "evil@example.jp"));

        Assert.Equal(("reply-sender-differs", "reply-unknown-attendee"), (forged?.Code, stranger?.Code));
        await using var db = circle.Db();
        Assert.Empty(await db.InvitationReplies.ToListAsync());
        Assert.True((await db.Participants.SingleAsync(one => one.Id == meeting.Participants[4].Id)).IsExpected);
    }

    [Fact]
    public async Task A_late_acceptance_does_not_bring_back_who_was_taken_off()
    {
        var (circle, meeting) = await InvitedAsync();
        var host = await Staff.JoinAsync(office, ["specialist"], circle.OfficeId);
        await host.Browser.GetAsync($"/meetings/{meeting.Id}/participants/{meeting.Participants[4].Id}/removal");
        await host.Browser.PostAsync($"/meetings/{meeting.Id}/participants/{meeting.Participants[4].Id}/removal");

        var late = await GoogleReply.TakeAsync(circle, GoogleReply.Of(meeting, "ACCEPTED", 0));
        var later = await GoogleReply.TakeAsync(circle, GoogleReply.Of(meeting, "ACCEPTED", 1));

        Assert.Equal(("reply-withdrawn", "reply-withdrawn"), (late?.Code, later?.Code));
        await using var db = circle.Db();
        Assert.False((await db.Participants.SingleAsync(one => one.Id == meeting.Participants[4].Id)).IsExpected);
        Assert.Empty(await db.InvitationReplies.ToListAsync());
    }

    [Fact]
    public async Task An_answer_counts_from_the_address_that_was_asked_and_from_the_one_that_the_ledger_has_now()
    {
        var (circle, meeting) = await InvitedAsync();
        await circle.CorrectOfficersMailAsync("corrected@example.jp");

        var now = await GoogleReply.TakeAsync(circle, GoogleReply.Of(meeting, "DECLINED", 0, "20260318T020000Z", "corrected@example.jp", "corrected@example.jp"));
        var before = await GoogleReply.TakeAsync(circle, GoogleReply.Of(meeting, "ACCEPTED", 0, "20260318T030000Z"));

        Assert.Equal(("reply-declined", "reply-accepted"), (now?.Code, before?.Code));
    }

    [Fact]
    public async Task An_answer_that_nobody_can_be_named_for_asks_somebody_to_look()
    {
        var (circle, meeting) = await InvitedAsync();

        var result = await GoogleReply.TakeAsync(circle, GoogleReply.Of(meeting, "ACCEPTED", 0, from: "new@example.jp", attendee: "new@example.jp"));

        Assert.Equal(("reply-unknown-attendee", false), (result?.Code, result?.IsSettled));
    }

    [Fact]
    public async Task An_answer_that_meets_a_move_is_read_again()
    {
        var (circle, meeting) = await InvitedAsync();
        await using var db = circle.Db();
        _ = await db.WholeMeetings.SingleAsync(row => row.Id == meeting.Id);
        await using (var other = circle.Db())
        {
            var moved = await other.WholeMeetings.SingleAsync(row => row.Id == meeting.Id);
            moved.Choose(moved.Candidates[1].Id, circle.SpecialistX, office.Clock.GetUtcNow());
            await other.SaveChangesAsync();
        }

        var result = await circle.Get<TakeMail>().HandleAsync(
            EmlReader.Read(GoogleReply.Of(meeting, "DECLINED", 0))!, db, circle.OfficeId, keepsUnknown: false, CancellationToken.None);

        Assert.Equal("reply-older", result?.Code);
        await using var after = circle.Db();
        Assert.True((await after.Participants.SingleAsync(one => one.Id == meeting.Participants[4].Id)).IsExpected);
    }

    [Fact]
    public async Task An_answer_about_another_offices_meeting_is_nothing_here()
    {
        var (_, meeting) = await InvitedAsync();
        var other = await CircleOfA.InAsync(office);

        Assert.Null(await GoogleReply.TakeAsync(other, GoogleReply.Of(meeting, "DECLINED", 0)));
    }

    [Fact]
    public async Task The_folder_is_read_and_its_files_move_away()
    {
        var (circle, meeting) = await InvitedAsync();
        var folder = circle.Get<IncomingFolder>();
        Directory.CreateDirectory(folder.Path);
        await File.WriteAllBytesAsync(Path.Combine(folder.Path, "reply.eml"), GoogleReply.Of(meeting, "ACCEPTED", 0));
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "other.eml"), "not a mail");

        var round = await folder.ReadAsync(CancellationToken.None);

        Assert.Equal(new IncomingFolder.Round(Taken: 1, Left: 1), round);
        Assert.Empty(Directory.GetFiles(folder.Path));
        await using var db = circle.Db();
        Assert.Single(await db.InvitationReplies.ToListAsync());
    }

    [Fact]
    public async Task Staff_hand_in_a_stored_mail_and_read_what_was_done()
    {
        var (circle, meeting) = await InvitedAsync();
        var staff = await Staff.JoinAsync(office, ["clerk"], circle.OfficeId);
        await staff.Browser.GetAsync("/mail/received");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await staff.Browser.PostAsync("/mail/received", [], ("file", "x.eml", "nothing"u8.ToArray())));

        Assert.Equal(HttpStatusCode.OK, await staff.Browser.PostAsync("/mail/received", [], ("file", "reply.eml", FromOutlook(meeting, "TENTATIVE", 0))));

        Assert.Contains("M市の担当者さんから「未定」の返事がありました", staff.Browser.Text, StringComparison.Ordinal);
        Assert.Contains(GoogleReply.OfficersMail, staff.Browser.Text, StringComparison.OrdinalIgnoreCase);
    }

    private static byte[] FromOutlook(Meeting meeting, string answer, int sequence)
    {
        var calendar = string.Create(CultureInfo.InvariantCulture, $"""
            BEGIN:VCALENDAR
            METHOD:REPLY
            PRODID:Microsoft Exchange Server 2010
            VERSION:2.0
            BEGIN:VEVENT
            ATTENDEE;PARTSTAT={answer};CN=M:MAILTO:Officer@example.jp
            COMMENT;LANGUAGE=ja-JP:別の用事があります\n
            UID:{meeting.Id:n}@example.jp
            DTSTAMP:20260318T020000Z
            SEQUENCE:{sequence}
            END:VEVENT
            END:VCALENDAR
            """);

        return Encoding.UTF8.GetBytes($"""
            From: =?iso-2022-jp?B?TRskQjtUGyhC?= <Officer@Example.jp>
            To: <office@example.jp>
            Subject: =?iso-2022-jp?B?GyRCPDVCYBsoQg==?=
            Message-ID: <{answer}@outlook.com>
            Content-Type: text/calendar; charset="utf-8"; method=REPLY
            Content-Transfer-Encoding: base64

            {Convert.ToBase64String(Encoding.UTF8.GetBytes(calendar), Base64FormattingOptions.InsertLineBreaks)}
            """.ReplaceLineEndings("\r\n"));
    }

    private async Task<(CircleOfA Circle, Meeting Meeting)> InvitedAsync()
    {
        office.Clock.MoveTo(CircleOfA.Tokyo(3, 18, 15));
        var circle = await CircleOfA.InAsync(office);
        var planned = await MeetingStory.PlannedAsync(circle);
        await MeetingStory.ChosenAsync(circle, planned);

        return (circle, await MeetingStory.MeetingAsync(circle, planned));
    }

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : CalendarRepliesTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : CalendarRepliesTests(office), IClassFixture<RunningOffice.OnPostgres>;
}
