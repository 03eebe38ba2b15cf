using System.Text;
using OfficeWorkflow.Server.Channels.Calendar;
using OfficeWorkflow.Server.Channels.Mail;

namespace OfficeWorkflow.Server.Tests.Channels.Calendar;

/// <summary>One line of the iMIP checklist, one test; the mail around the text is tested beside the mail.</summary>
public sealed class IcsTextTests
{
    private static Invitation Meeting => Invitations.Meeting;

    [Fact]
    public void Names_its_method_product_and_version()
    {
        var lines = Lines(Meeting);

        Assert.Equal("BEGIN:VCALENDAR", lines[0]);
        Assert.Contains("METHOD:REQUEST", lines);
        Assert.Contains("VERSION:2.0", lines);
        Assert.Single(lines, line => line.StartsWith("PRODID:", StringComparison.Ordinal));
    }

    [Fact]
    public void Keeps_its_uid_through_change_and_cancellation()
    {
        var changed = Meeting with { Sequence = 1 };

        Assert.All([Meeting, changed, changed.Cancelled(Invitations.Now)], state => Assert.Contains("UID:meeting-1@s.example.jp", Lines(state)));
    }

    [Fact]
    public void Counts_every_change_and_the_cancellation()
    {
        var changed = Meeting with { Sequence = 1 };

        Assert.Contains("SEQUENCE:0", Lines(Meeting));
        Assert.Contains("SEQUENCE:1", Lines(changed));
        Assert.Contains("SEQUENCE:2", Lines(changed.Cancelled(Invitations.Now)));
    }

    [Fact]
    public void Stamps_in_utc() =>
        Assert.Contains("DTSTAMP:20260203T000000Z", Lines(Meeting));

    [Fact]
    public void Writes_hours_in_the_time_of_tokyo_with_its_zone_never_floating()
    {
        var lines = Lines(Meeting);

        Assert.Contains("DTSTART;TZID=Asia/Tokyo:20260220T100000", lines);
        Assert.Contains("DTEND;TZID=Asia/Tokyo:20260220T113000", lines);
        Assert.Contains("TZID:Asia/Tokyo", lines);
        Assert.Contains("TZOFFSETTO:+0900", lines);
    }

    [Fact]
    public void Writes_hours_given_in_another_zone_in_the_time_of_tokyo()
    {
        var inUtc = new Occasion.Hours(new(2026, 2, 20, 1, 0, 0, TimeSpan.Zero), new(2026, 2, 20, 2, 30, 0, TimeSpan.Zero));

        Assert.Contains("DTSTART;TZID=Asia/Tokyo:20260220T100000", Lines(Meeting with { When = inUtc }));
    }

    [Fact]
    public void Writes_whole_days_as_dates_with_the_end_outside()
    {
        var lines = Lines(Meeting with { When = new Occasion.Days(new(2026, 2, 20), new(2026, 2, 21)) });

        Assert.Contains("DTSTART;VALUE=DATE:20260220", lines);
        Assert.Contains("DTEND;VALUE=DATE:20260222", lines);
        Assert.DoesNotContain("BEGIN:VTIMEZONE", lines);
    }

    [Fact]
    public void Names_the_sending_mailbox_as_organizer() =>
        Assert.Contains("ORGANIZER;CN=\"相談支援事業所S\":mailto:office@s.example.jp", Lines(Meeting));

    [Fact]
    public void Never_invites_the_mailbox_that_sends() =>
        Assert.Throws<ArgumentException>(() => IcsText.Of(Meeting with { Recipient = Mailbox.Of("別名", "OFFICE@s.example.jp")! }));

    [Fact]
    public void Lists_the_recipient_as_an_attendee_who_has_yet_to_answer() =>
        Assert.Contains(Lines(Meeting), line =>
            line.StartsWith("ATTENDEE;RSVP=TRUE;PARTSTAT=NEEDS-ACTION;", StringComparison.Ordinal)
            && line.EndsWith(";CN=\"民生委員N\":mailto:n@example.jp", StringComparison.Ordinal));

    [Fact]
    public void Lists_nobody_but_the_recipient_when_attendees_may_not_see_one_another()
    {
        var copies = (Meeting with { HidesOthers = true }).Copies().ToList();

        Assert.Equal(3, copies.Count);
        Assert.All(copies, copy =>
            Assert.EndsWith($":mailto:{copy.Recipient.Address}", Assert.Single(Attendees(copy)), StringComparison.Ordinal));
    }

    [Fact]
    public void Sends_the_staff_host_a_copy_too()
    {
        var copy = Assert.Single(Meeting.Copies(), copy => copy.Recipient == Invitations.Host);

        Assert.Contains(Attendees(copy), line => line.Contains("ROLE=CHAIR", StringComparison.Ordinal));
    }

    [Fact]
    public void Ends_every_line_with_carriage_return_and_line_feed()
    {
        var text = IcsText.Of(Meeting);

        Assert.EndsWith("END:VCALENDAR\r\n", text, StringComparison.Ordinal);
        Assert.Equal(text.Count(c => c == '\n'), text.Split("\r\n").Length - 1);
    }

    [Fact]
    public void Folds_at_75_octets_and_not_inside_a_character()
    {
        var summary = string.Concat(Enumerable.Repeat("𠮷の字", 40));
        var text = IcsText.Of(Meeting with { Summary = summary });

        Assert.All(text.Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        Assert.DoesNotContain('\uFFFD', Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)));
        Assert.Contains($"SUMMARY:{summary}", Lines(Meeting with { Summary = summary }));
    }

    [Fact]
    public void Escapes_comma_semicolon_backslash_and_line_break()
    {
        var lines = Lines(Meeting with { Description = "a,b;c\\d\r\ne" });

        Assert.Contains(@"DESCRIPTION:a\,b\;c\\d\ne", lines);
        Assert.Contains(@"LOCATION:M市福祉会館\, 2階\; 会議室", lines);
    }

    [Fact]
    public void A_text_cannot_add_a_line_of_its_own()
    {
        var lines = Lines(Meeting with { Summary = "会議\r\nATTENDEE:mailto:evil@example.jp", Place = "a\rb" });

        Assert.Equal(3, lines.Count(line => line.StartsWith("ATTENDEE", StringComparison.Ordinal)));
    }

    [Fact]
    public void Cancels_by_the_same_uid_a_higher_sequence_and_both_marks()
    {
        var lines = Lines(Meeting.Cancelled(Invitations.Now));

        Assert.Contains("METHOD:CANCEL", lines);
        Assert.Contains("STATUS:CANCELLED", lines);
        Assert.Contains("UID:meeting-1@s.example.jp", lines);
        Assert.Contains("SEQUENCE:1", lines);
    }

    [Fact]
    public void Takes_one_attendee_off_by_a_cancel_for_him_alone()
    {
        var removal = Meeting.Without(Invitations.Manager, Invitations.Now);

        Assert.Contains("METHOD:CANCEL", Lines(removal));
        Assert.EndsWith(":mailto:p@p.example.jp", Assert.Single(Attendees(removal)), StringComparison.Ordinal);
        Assert.DoesNotContain("STATUS:CANCELLED", Lines(removal));
    }

    [Fact]
    public void Quotes_display_names_and_lets_none_break_out()
    {
        var attendee = new Attendee(Mailbox.Of("N; \"会長\": 様", "n@example.jp")!);

        Assert.Contains(Lines(Meeting with { Attendees = [attendee] }), line =>
            line.EndsWith(";CN=\"N; '会長': 様\":mailto:n@example.jp", StringComparison.Ordinal));
    }

    private static IReadOnlyList<string> Lines(Invitation invitation) => ContentLine.Unfold(IcsText.Of(invitation));

    private static List<string> Attendees(Invitation invitation) =>
        [.. Lines(invitation).Where(line => line.StartsWith("ATTENDEE", StringComparison.Ordinal))];
}
