using System.Globalization;
using System.Text;
using OfficeWorkflow.Server.Channels.Calendar;
using OfficeWorkflow.Server.Channels.Mail;
using OfficeWorkflow.Server.Channels.Mail.Incoming;
using OfficeWorkflow.Server.Channels.Mail.Mime;

namespace OfficeWorkflow.Server.Tests.Channels.Calendar;

/// <summary>
/// The iMIP checklist of the BPMN reference (RFC 5545, 5546, 6047), line by line, on the whole mail as it leaves. Each test has the name of
/// its line; the lines about answers are in <c>CalendarRepliesTests</c>.
/// </summary>
public sealed class ImipChecklistTests
{
    private static Invitation Request => Invitations.Meeting with { HidesOthers = true };

    private static Invitation Moved => Request with { Sequence = 1, StampedAt = Invitations.Now.AddDays(1) };

    private static Invitation Cancel => Moved.Cancelled(Invitations.Now.AddDays(2));

    [Fact]
    public void Content_Type_text_calendar_with_method_and_charset_equal_to_METHOD_in_the_body()
    {
        foreach (var (invitation, method) in new[] { (Request, "REQUEST"), (Moved, "REQUEST"), (Cancel, "CANCEL") })
        {
            Assert.Contains($"Content-Type: text/calendar; method={method}; charset=UTF-8\r\n", Raw(invitation), StringComparison.Ordinal);
            Assert.Equal([$"METHOD:{method}"], Lines(invitation, "METHOD"));
        }
    }

    [Fact]
    public void Calendar_part_last_in_multipart_alternative_plus_an_ics_attachment()
    {
        var parts = Mail(Request).Parts;

        Assert.Equal(["text/plain", "text/html", "text/calendar", "application/ics"], parts.Select(static part => part.Kind));
        Assert.Equal("invite.ics", parts[3].FileName);
        Assert.Equal(parts[2].Text, parts[3].Text);
        Assert.Equal(1, Raw(Request).Split("multipart/mixed").Length - 1);
        Assert.Equal(1, Raw(Request).Split("multipart/alternative").Length - 1);
    }

    [Fact]
    public void PRODID() => Assert.Single(Lines(Request, "PRODID"));

    [Fact]
    public void VERSION_2_0() => Assert.Equal(["VERSION:2.0"], Lines(Request, "VERSION"));

    [Fact]
    public void Constant_UID() =>
        Assert.All([Request, Moved, Cancel, Moved.Without(Invitations.Volunteer, Invitations.Now)], static one => Assert.Equal(["UID:meeting-1@s.example.jp"], Lines(one, "UID")));

    [Fact]
    public void SEQUENCE_plus_1_at_each_change() =>
        Assert.Equal(["SEQUENCE:0", "SEQUENCE:1", "SEQUENCE:2"], new[] { Request, Moved, Cancel }.SelectMany(static one => Lines(one, "SEQUENCE")));

    [Fact]
    public void DTSTAMP_UTC() => Assert.Equal(["DTSTAMP:20260203T000000Z"], Lines(Request, "DTSTAMP"));

    [Fact]
    public void DTSTART_TZID_with_a_matching_VTIMEZONE_or_UTC_never_floating()
    {
        var text = Ics(Request);

        Assert.Equal(["DTSTART;TZID=Asia/Tokyo:20260220T100000"], Lines(Request, "DTSTART;"));
        Assert.Equal(["DTEND;TZID=Asia/Tokyo:20260220T113000"], Lines(Request, "DTEND"));
        Assert.Contains("BEGIN:VTIMEZONE\r\nTZID:Asia/Tokyo\r\n", text, StringComparison.Ordinal);
        Assert.True(text.IndexOf("VTIMEZONE", StringComparison.Ordinal) < text.IndexOf("VEVENT", StringComparison.Ordinal));
    }

    [Fact]
    public void All_day_as_VALUE_DATE_with_exclusive_end()
    {
        var days = Request with { When = new Occasion.Days(new(2026, 2, 20), new(2026, 2, 20)) };

        Assert.Equal(["DTSTART;VALUE=DATE:20260220"], Lines(days, "DTSTART"));
        Assert.Equal(["DTEND;VALUE=DATE:20260221"], Lines(days, "DTEND"));
    }

    [Fact]
    public void ORGANIZER_is_the_mailbox_that_sends_and_not_the_recipient()
    {
        Assert.Equal(["ORGANIZER;CN=\"相談支援事業所S\":mailto:office@s.example.jp"], Lines(Request, "ORGANIZER"));
        Assert.Equal("office@s.example.jp", Mail(Request).FromAddress);
        Assert.Throws<ArgumentException>(static () => IcsText.Of(Request with { Recipient = Invitations.Office }));
    }

    [Fact]
    public void The_recipient_listed_as_ATTENDEE_RSVP_TRUE_PARTSTAT_NEEDS_ACTION() =>
        Assert.StartsWith("ATTENDEE;RSVP=TRUE;PARTSTAT=NEEDS-ACTION;", Assert.Single(Lines(Request, "ATTENDEE")), StringComparison.Ordinal);

    [Fact]
    public void One_mail_per_recipient_if_attendees_must_not_see_one_another_hidden_in_ATTENDEE_too()
    {
        var copies = Request.Copies().ToList();

        Assert.Equal(3, copies.Count);
        foreach (var copy in copies)
        {
            var others = Invitations.Meeting.Attendees.Select(static attendee => attendee.Mailbox).Where(one => !one.Reaches(copy.Recipient.Address));
            Assert.Equal([copy.Recipient.Address], Mail(copy).Recipients);
            Assert.All(others, other => Assert.DoesNotContain(other.Address, Raw(copy) + Ics(copy), StringComparison.OrdinalIgnoreCase));
        }
    }

    [Fact]
    public void CRLF() => Assert.DoesNotContain('\n', Ics(Request).Replace("\r\n", "", StringComparison.Ordinal));

    [Fact]
    public void Fold_at_75_octets_and_not_inside_a_UTF_8_character()
    {
        var lines = Ics(Request with { Summary = string.Concat(Enumerable.Repeat("髙﨑𠮷", 30)) }).Split("\r\n");

        Assert.All(lines, static line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        Assert.DoesNotContain('�', string.Concat(lines));
        Assert.True(lines.All(static line => line.Length == 0 || !char.IsLowSurrogate(line[0])));
    }

    [Fact]
    public void Escape_comma_semicolon_backslash_and_newline() =>
        Assert.Equal([@"DESCRIPTION:a\,b\;c\\d\ne"], Lines(Request with { Description = "a,b;c\\d\ne" }, "DESCRIPTION"));

    [Fact]
    public void Cancel_same_UID_higher_SEQUENCE_METHOD_CANCEL_and_STATUS_CANCELLED()
    {
        Assert.Equal(["METHOD:CANCEL"], Lines(Cancel, "METHOD"));
        Assert.Equal(["STATUS:CANCELLED"], Lines(Cancel, "STATUS"));
        Assert.Equal(["UID:meeting-1@s.example.jp"], Lines(Cancel, "UID"));
        Assert.Equal(["SEQUENCE:2"], Lines(Cancel, "SEQUENCE"));
    }

    [Fact]
    public void An_attendee_removed_gets_a_CANCEL_for_himself_only()
    {
        var removal = Moved.Without(Invitations.Volunteer, Invitations.Now);

        Assert.Equal(["METHOD:CANCEL"], Lines(removal, "METHOD"));
        Assert.EndsWith(":mailto:n@example.jp", Assert.Single(Lines(removal, "ATTENDEE")), StringComparison.Ordinal);
        Assert.Empty(Lines(removal, "STATUS"));
        Assert.Equal(["n@example.jp"], Mail(removal).Recipients);
    }

    [Fact]
    public void Staff_organizer_receives_his_own_copy()
    {
        var own = Assert.Single(Request.Copies(), static copy => copy.Recipient.Reaches(Invitations.Host.Address));

        Assert.Contains("ROLE=CHAIR", Assert.Single(Lines(own, "ATTENDEE")), StringComparison.Ordinal);
    }

    [Fact]
    public void Display_names_with_Japanese_in_CN_quoted_MIME_headers_RFC_2047()
    {
        var raw = Raw(Request);

        Assert.Contains("CN=\"民生委員N\"", Assert.Single(Lines(Request, "ATTENDEE")), StringComparison.Ordinal);
        Assert.Contains("Subject: =?UTF-8?B?", raw, StringComparison.Ordinal);
        Assert.Contains("To: =?UTF-8?B?", raw, StringComparison.Ordinal);
        Assert.All(raw, static letter => Assert.InRange(letter, '\0', '\x7f'));
        Assert.Equal("サービス担当者会議のご案内", Mail(Request).Subject);
    }

    [Fact]
    public void Buttons_show_only_for_REQUEST_with_the_recipient_among_the_attendees_and_a_time_to_come() =>
        Assert.All(Request.Copies(), static copy =>
        {
            Assert.Contains(copy.Listed, attendee => attendee.Mailbox.Reaches(copy.Recipient.Address));
            Assert.Equal(["METHOD:REQUEST"], Lines(copy, "METHOD"));
            Assert.True(copy.When is Occasion.Hours hours && hours.From > copy.StampedAt, "The time is over when the mail leaves.");
        });

    private static string Raw(Invitation invitation) => Encoding.ASCII.GetString(Sent(invitation).Bytes.Span);

    private static IncomingMail Mail(Invitation invitation) => EmlReader.Read(Sent(invitation).Bytes.ToArray()) ?? throw new InvalidOperationException("Our own mail is a mail.");

    private static string Ics(Invitation invitation) => Mail(invitation).Part("text/calendar")!.Text.ReplaceLineEndings("\r\n");

    private static IReadOnlyList<string> Lines(Invitation invitation, string start)
    {
        var happening = ContentLine.Unfold(Ics(invitation)).ToList();
        var zone = happening.FindIndex(static line => line is "BEGIN:VTIMEZONE");

        return [.. happening.Where((line, at) => line.StartsWith(start, StringComparison.Ordinal) && !(zone >= 0 && at > zone && at < happening.FindIndex(static one => one is "END:VTIMEZONE")))];
    }

    private static OutgoingMail Sent(Invitation invitation) => MimeText.Compose(
        new MailDraft(
            Guid.Parse("019b2c3d-0000-7000-8000-000000000001", CultureInfo.InvariantCulture), invitation.Organizer, invitation.Recipient,
            "サービス担当者会議のご案内", "本文", "<p>本文</p>", Invitations.Now)
        { Calendar = CalendarPart.Of(invitation) });
}
