using System.Net;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Automation.Running;
using OfficeWorkflow.Server.Channels.Calendar;
using OfficeWorkflow.Server.Channels.GuestLinks;
using OfficeWorkflow.Server.Channels.Mail;
using OfficeWorkflow.Server.Office.Meetings;
using OfficeWorkflow.Server.Office.Meetings.Changing;
using OfficeWorkflow.Server.Office.Meetings.Polls;
using OfficeWorkflow.Server.Outbox;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Tests.Office.Meetings.Replies;
using OfficeWorkflow.Server.Tests.Support;
using OfficeWorkflow.Workflows.Model;

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
    public async Task After_a_move_no_older_invitation_leaves_any_more_not_even_sent_again_by_hand_or_to_another_address()
    {
        var (circle, meeting, host) = await FixedAsync();
        await InviteAsync(circle, meeting, meeting.Participants[0], meeting.Participants[3], meeting.Participants[4]);
        var invitations = await ToldAsync(circle, "meeting-invitation");
        var (failed, lost) = (invitations.Single(static mail => mail.Address is "officer@example.jp"), invitations.Single(static mail => mail.Address is "1000000002@example.jp"));
        await FailAsync(circle, failed, lost);
        Assert.Equal(HttpStatusCode.Redirect, await PostAsync(host, $"/meetings/{meeting.Id}/date", ToThe26th));

        Assert.Equal(HttpStatusCode.Redirect, await PostAsync(host, $"/mail/{lost.Id}/address", [("address", "q@example.jp")]));
        Assert.Equal(HttpStatusCode.Redirect, await PostAsync(host, "/mail/failed/sending", []));
        await office.DrainAsync();

        var after = (await ToldAsync(circle, "meeting-invitation")).ToDictionary(static mail => mail.Address!, StringComparer.Ordinal);
        Assert.Equal(MailState.Replaced, after["1000000002@example.jp"].State);
        Assert.All(["officer@example.jp", "q@example.jp", $"{circle.SpecialistX:n}@example.jp"], address => Assert.Equal(MailState.Withdrawn, after[address].State));
        await host.Browser.GetAsync($"/mail/{failed.Id}");
        Assert.Contains("会議の日時が変わったか", host.Browser.Text, StringComparison.Ordinal);
        Assert.All((await ToldAsync(circle, "meeting-moved")).Where(static mail => mail.Address is not null), static mail => Assert.Equal(MailState.Sent, mail.State));
    }

    [Fact]
    public async Task The_move_of_a_meeting_that_is_called_off_leaves_no_more_and_the_calling_off_does()
    {
        var (circle, meeting, host) = await FixedAsync();
        await PostAsync(host, $"/meetings/{meeting.Id}/date", ToThe26th);
        await PostAsync(host, $"/meetings/{meeting.Id}/cancellation", [("reason", "本人が入院したため")]);

        await office.DrainAsync();

        Assert.All((await ToldAsync(circle, "meeting-moved")).Where(static mail => mail.Address is not null), static mail => Assert.Equal(MailState.Withdrawn, mail.State));
        Assert.All((await ToldAsync(circle, "meeting-called-off")).Where(static mail => mail.Address is not null), static mail => Assert.Equal(MailState.Sent, mail.State));
    }

    [Fact]
    public async Task Who_is_taken_off_is_told_of_no_move_before_that_any_more_and_the_others_are()
    {
        var (circle, meeting, host) = await FixedAsync();
        await PostAsync(host, $"/meetings/{meeting.Id}/date", ToThe26th);
        await PostAsync(host, $"/meetings/{meeting.Id}/participants/{meeting.Participants[4].Id}/removal", []);

        await office.DrainAsync();

        var moved = (await ToldAsync(circle, "meeting-moved")).Where(static mail => mail.Address is not null).ToLookup(static mail => mail.State, static mail => mail.Address);
        Assert.Equal(["officer@example.jp"], moved[MailState.Withdrawn]);
        Assert.Equal(3, moved[MailState.Sent].Count());
        Assert.Equal(MailState.Sent, Assert.Single(await ToldAsync(circle, "meeting-removed")).State);
    }

    [Fact]
    public async Task What_one_recipient_is_told_has_one_order_by_the_sequence_of_the_meeting()
    {
        var (circle, meeting, host) = await FixedAsync();
        await InviteAsync(circle, meeting, meeting.Participants[4]);
        await PostAsync(host, $"/meetings/{meeting.Id}/date", ToThe26th);
        await PostAsync(host, $"/meetings/{meeting.Id}/cancellation", [("reason", "本人が入院したため")]);

        var told = (await circle.MailsAsync()).Where(static mail => mail.Address is "officer@example.jp").OrderBy(static mail => mail.OrderNumber).ToList();
        await using var db = circle.Db();
        var entries = await db.Outbox.Where(static entry => entry.OrderKey != null).ToListAsync();

        Assert.Equal([("meeting-invitation", 0), ("meeting-moved", 1), ("meeting-called-off", 2)], told.Select(static mail => (mail.Template, mail.OrderNumber)));
        var key = Assert.Single(told.Select(static mail => mail.OrderKey).Distinct(StringComparer.Ordinal));
        Assert.Equal([0, 1, 2], entries.Where(entry => entry.OrderKey == key).Select(static entry => entry.OrderNumber).Order());
    }

    [Fact]
    public async Task Who_declined_the_date_before_is_asked_to_the_new_one()
    {
        var (circle, meeting, host) = await FixedAsync();
        await GoogleReply.TakeAsync(circle, GoogleReply.Of(meeting, "DECLINED", 0));

        Assert.Equal(HttpStatusCode.Redirect, await PostAsync(host, $"/meetings/{meeting.Id}/date", ToThe26th));

        var mail = (await ToldAsync(circle, "meeting-moved")).Single(static one => one.Address is GoogleReply.OfficersMail);
        Assert.Equal("REQUEST", mail.CalendarMethod);
        Assert.Contains("SEQUENCE:1", ContentLine.Unfold(mail.CalendarText!));
        Assert.Equal("reply-accepted", (await GoogleReply.TakeAsync(circle, GoogleReply.Of(meeting, "ACCEPTED", 1)))?.Code);
    }

    [Fact]
    public async Task Who_said_no_to_the_date_before_is_invited_to_the_new_one_and_not_who_said_no_to_that_too()
    {
        var (circle, meeting, host) = await FixedAsync(static circle => [circle.Officer.Id, circle.ProviderP.Contacts[0].Id]);
        await AnswerAsync(circle, meeting, meeting.Participants[2], Availability.No);
        await AnswerAsync(circle, meeting, meeting.Participants[4], Availability.Yes);

        Assert.Equal(HttpStatusCode.Redirect, await PostAsync(host, $"/meetings/{meeting.Id}/date", [("date", "令和8年3月25日"), ("from", "14:00"), ("to", "15:00"), ("reason", "市の方も来られる日にするため")]));

        var invitation = Assert.Single(await ToldAsync(circle, "meeting-invitation"));
        Assert.Equal((GoogleReply.OfficersMail, "REQUEST"), (invitation.Address, invitation.CalendarMethod));
        Assert.Contains("/g/", invitation.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(await ToldAsync(circle, "meeting-moved"), static mail => mail.RecipientName is "M市の担当者" or "生活介護事業所Pの担当者");
        await using var db = circle.Db();
        var after = await db.WholeMeetings.SingleAsync(row => row.Id == meeting.Id);
        Assert.Equal([true, true, false, true, true, true], after.Participants.Select(static one => one.IsExpected is true));
        Assert.Equal(2, after.Offered.Count());
    }

    [Fact]
    public async Task Another_place_at_the_same_time_asks_nobody_anew()
    {
        var (circle, meeting, host) = await FixedAsync(static circle => [circle.Officer.Id]);

        Assert.Equal(HttpStatusCode.Redirect, await PostAsync(host, $"/meetings/{meeting.Id}/date", [("place", "M市役所 会議室"), ("reason", "部屋が狭いため")]));

        Assert.Empty(await ToldAsync(circle, "meeting-invitation"));
        Assert.DoesNotContain(await ToldAsync(circle, "meeting-moved"), static mail => mail.Address is GoogleReply.OfficersMail);
    }

    [Fact]
    public async Task Who_was_taken_off_hears_neither_of_a_new_date_nor_of_the_end()
    {
        var (circle, meeting, host) = await FixedAsync();
        await PostAsync(host, $"/meetings/{meeting.Id}/participants/{meeting.Participants[4].Id}/removal", []);

        await PostAsync(host, $"/meetings/{meeting.Id}/date", ToThe26th);
        await PostAsync(host, $"/meetings/{meeting.Id}/cancellation", [("reason", "本人が入院したため")]);

        Assert.Equal(
            ["meeting-removed"], (await circle.MailsAsync()).Where(static mail => mail.Address is GoogleReply.OfficersMail).Select(static mail => mail.Template));
    }

    [Fact]
    public async Task Calling_off_is_told_to_who_declined_too_and_not_to_who_was_never_invited()
    {
        var (circle, meeting, host) = await FixedAsync(static circle => [circle.ProviderP.Contacts[0].Id]);
        await GoogleReply.TakeAsync(circle, GoogleReply.Of(meeting, "DECLINED", 0));

        await PostAsync(host, $"/meetings/{meeting.Id}/cancellation", [("reason", "本人が入院したため")]);

        var told = (await ToldAsync(circle, "meeting-called-off")).Select(static mail => mail.RecipientName).ToList();
        Assert.Contains("M市の担当者", told);
        Assert.DoesNotContain("生活介護事業所Pの担当者", told);
    }

    [Fact]
    public async Task An_address_put_right_in_the_ledger_is_the_one_that_is_told()
    {
        var (circle, meeting, host) = await FixedAsync();
        await circle.CorrectOfficersMailAsync("corrected@example.jp");

        await PostAsync(host, $"/meetings/{meeting.Id}/date", ToThe26th);
        await PostAsync(host, $"/meetings/{meeting.Id}/cancellation", [("reason", "本人が入院したため")]);

        var mails = (await circle.MailsAsync()).Where(static mail => mail.RecipientName is "M市の担当者").ToList();
        Assert.Equal([("meeting-moved", "corrected@example.jp"), ("meeting-called-off", "corrected@example.jp")], mails.Select(static mail => (mail.Template, mail.Address)));
        Assert.All(mails, static mail => Assert.Contains("mailto:corrected@example.jp", string.Concat(ContentLine.Unfold(mail.CalendarText!)), StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Of_a_move_and_a_calling_off_at_once_one_is_refused_and_tells_nobody()
    {
        var (circle, meeting, _) = await FixedAsync();
        await using var first = circle.Db();
        await using var second = circle.Db();
        var move = await MoveMeeting.ShowAsync(meeting.Id, first, CancellationToken.None);
        _ = await second.WholeMeetings.SingleAsync(row => row.Id == meeting.Id);

        var moved = await MoveAsync(circle, first, move!);
        var calledOff = await circle.Get<CallOffMeeting>().HandleAsync(meeting.Id, "本人が入院したため", circle.SpecialistX, second, CancellationToken.None);

        Assert.Empty(moved.Codes());
        Assert.Equal(["meeting-changed"], calledOff.Codes());
        Assert.Empty(await ToldAsync(circle, "meeting-called-off"));
        await using var db = circle.Db();
        Assert.False(await db.Messages.AnyAsync(static row => row.Name == "meeting-called-off"));
        Assert.False((await db.Meetings.SingleAsync(row => row.Id == meeting.Id)).IsCalledOff);
    }

    [Fact]
    public async Task Of_two_moves_at_once_one_is_refused_and_tells_nobody()
    {
        var (circle, meeting, _) = await FixedAsync();
        await using var first = circle.Db();
        await using var second = circle.Db();
        var (one, other) = (await MoveMeeting.ShowAsync(meeting.Id, first, CancellationToken.None), await MoveMeeting.ShowAsync(meeting.Id, second, CancellationToken.None));

        Assert.Empty((await MoveAsync(circle, first, one!)).Codes());
        Assert.Equal(["meeting-changed"], (await MoveAsync(circle, second, other!)).Codes());

        Assert.Equal(1, (await ToldAsync(circle, "meeting-moved")).Count(static mail => mail.Address is GoogleReply.OfficersMail));
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

    private static async Task InviteAsync(CircleOfA circle, Meeting meeting, params IEnumerable<Participant> participants)
    {
        foreach (var participant in participants)
        {
            await circle.PerformAsync(
                "Office.InviteToMeeting", CircleOfA.Tokyo(3, 18, 15), ("meetingId", Value.Of(meeting.Id.ToString())), ("participantId", Value.Of(participant.Id.ToString())));
        }
    }

    private static async Task FailAsync(CircleOfA circle, params IReadOnlyList<SentMail> mails)
    {
        await using var db = circle.Db();
        foreach (var id in mails.Select(static mail => mail.Id))
        {
            (await db.Mails.SingleAsync(mail => mail.Id == id)).State = MailState.Failed;
            (await db.Outbox.SingleAsync(entry => entry.Payload == id.ToString())).State = OutboxState.Failed;
        }

        await db.SaveChangesAsync();
    }

    private static async Task AnswerAsync(CircleOfA circle, Meeting meeting, Participant participant, Availability availability)
    {
        await using var db = circle.Db();
        db.Add(new PollAnswer
        {
            Id = Guid.CreateVersion7(),
            OfficeId = circle.OfficeId,
            MeetingId = meeting.Id,
            ParticipantId = participant.Id,
            CandidateId = meeting.Candidates[1].Id,
            Availability = availability,
            Means = AnswerMeans.Link,
            AnsweredAt = CircleOfA.Tokyo(3, 17, 10),
        });
        await db.SaveChangesAsync();
    }

    private Task<Outcome<Guid>> MoveAsync(CircleOfA circle, OfficeDb db, MoveMeeting.Model shown) => MoveMeeting.HandleAsync(
        shown with { Form = new MoveMeeting.Form { Date = "令和8年3月26日", From = "10:00", To = "11:00", Place = "M市役所 会議室", Reason = "本人の都合" } },
        circle.SpecialistX, db, circle.Get<TellInvited>(), circle.Get<CaseRunner>(), office.Clock.GetUtcNow(), CancellationToken.None);

    private static async Task<HttpStatusCode> PostAsync(Staff staff, string address, IReadOnlyList<(string, string)> changes)
    {
        await staff.Browser.GetAsync(address);

        return await staff.Browser.PostAsync(address, changes);
    }

    private static async Task<IReadOnlyList<SentMail>> ToldAsync(CircleOfA circle, string template) =>
        [.. (await circle.MailsAsync()).Where(mail => string.Equals(mail.Template, template, StringComparison.Ordinal))];

    private async Task<(CircleOfA Circle, Meeting Meeting, Staff Host)> FixedAsync(Func<CircleOfA, Guid[]>? absent = null)
    {
        office.Clock.MoveTo(CircleOfA.Tokyo(3, 18, 15));
        var circle = await CircleOfA.InAsync(office);
        var planned = await MeetingStory.PlannedAsync(circle);
        await MeetingStory.ChosenAsync(circle, planned, absent?.Invoke(circle) ?? []);
        var host = await Staff.JoinAsync(office, ["specialist"], circle.OfficeId);

        return (circle, await MeetingStory.MeetingAsync(circle, planned), host);
    }

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : MeetingChangesTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : MeetingChangesTests(office), IClassFixture<RunningOffice.OnPostgres>;
}
