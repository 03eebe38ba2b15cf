namespace OfficeWorkflow.Tree.Tests;

/// <summary>
/// The checklist of calendar messages by mail (iMIP; RFC 5545, 5546, 6047): each of its lines has a test of its own. docs/imip.md says which, and so
/// cannot name one that is gone.
/// </summary>
public sealed class ImipPageTests
{
    private const string Whole = "ImipChecklistTests";
    private const string Other = "OtherCalendarReaderTests";
    private const string Sent = "OtherCalendarTests";

    private static readonly (string Line, (string Class, string Test)[] Tests)[] Checklist =
    [
        ("`Content-Type: text/calendar; method=REQUEST; charset=UTF-8`, the method equal to `METHOD:` in the body", [(Whole, "Content_Type_text_calendar_with_method_and_charset_equal_to_METHOD_in_the_body")]),
        ("Calendar part last in `multipart/alternative`, plus an `.ics` attachment", [(Whole, "Calendar_part_last_in_multipart_alternative_plus_an_ics_attachment")]),
        ("`PRODID`", [(Whole, "PRODID")]),
        ("`VERSION:2.0`", [(Whole, "VERSION_2_0")]),
        ("Constant `UID`", [(Whole, "Constant_UID")]),
        ("`SEQUENCE` +1 at each change", [(Whole, "SEQUENCE_plus_1_at_each_change")]),
        ("`DTSTAMP` UTC", [(Whole, "DTSTAMP_UTC")]),
        ("`DTSTART;TZID=Asia/Tokyo` with a matching `VTIMEZONE`, or UTC, never floating", [(Whole, "DTSTART_TZID_with_a_matching_VTIMEZONE_or_UTC_never_floating")]),
        ("All-day as `VALUE=DATE` with exclusive end", [(Whole, "All_day_as_VALUE_DATE_with_exclusive_end")]),
        ("`ORGANIZER` is the mailbox that sends, and not the recipient", [(Whole, "ORGANIZER_is_the_mailbox_that_sends_and_not_the_recipient")]),
        ("The recipient listed as `ATTENDEE;RSVP=TRUE;PARTSTAT=NEEDS-ACTION`", [(Whole, "The_recipient_listed_as_ATTENDEE_RSVP_TRUE_PARTSTAT_NEEDS_ACTION")]),
        ("One mail per recipient if attendees must not see one another, hidden in `ATTENDEE` too", [(Whole, "One_mail_per_recipient_if_attendees_must_not_see_one_another_hidden_in_ATTENDEE_too")]),
        ("CRLF", [(Whole, "CRLF")]),
        ("Fold at 75 octets and not inside a UTF-8 character", [(Whole, "Fold_at_75_octets_and_not_inside_a_UTF_8_character")]),
        (@"Escape `, ; \ \n`", [(Whole, "Escape_comma_semicolon_backslash_and_newline")]),
        ("Cancel: same `UID`, higher `SEQUENCE`, `METHOD:CANCEL` and `STATUS:CANCELLED`", [(Whole, "Cancel_same_UID_higher_SEQUENCE_METHOD_CANCEL_and_STATUS_CANCELLED")]),
        ("An attendee removed gets a `CANCEL` for himself only", [(Whole, "An_attendee_removed_gets_a_CANCEL_for_himself_only")]),
        ("`REPLY` parsed by `UID` and `ATTENDEE`, older `SEQUENCE` ignored", [("CalendarRepliesTests", "REPLY_parsed_by_UID_and_ATTENDEE_older_SEQUENCE_ignored")]),
        ("A staff organizer receives his own copy", [(Whole, "Staff_organizer_receives_his_own_copy")]),
        ("Display names with 日本語 in `CN` quoted, MIME headers RFC 2047", [(Whole, "Display_names_with_Japanese_in_CN_quoted_MIME_headers_RFC_2047")]),
        ("Buttons show only for `REQUEST` with the recipient among the attendees and a time to come", [(Whole, "Buttons_show_only_for_REQUEST_with_the_recipient_among_the_attendees_and_a_time_to_come")]),
        ("Invitations, moves, cancellations and removals pass another's parser (python3-icalendar), alone and in the mail that left",
            [(Other, "Icalendar_of_python_reads_every_field_of_an_invitation_back"), (Other, "F10_It_understands_a_move_a_cancellation_and_that_one_was_taken_off"), (Sent, "F10_It_reads_the_invitation_the_move_and_the_end_in_the_mails_that_left")]),
        ("A `REPLY` that it writes is understood",
            [(Other, "F11_An_answer_that_it_writes_is_understood"), (Sent, "F11_Its_answers_are_understood_and_the_one_to_the_time_before_the_move_is_passed_over")]),
    ];

    private static ProofPage Proof { get; } = new(
        "docs/imip.md",
        "Calendar messages by mail",
        "What makes a calendar program of any maker understand an invitation, a move and a cancellation, and us its answer (RFC 5545, 5546, 6047).",
        nameof(ImipPageTests),
        Checklist);

    [Fact]
    public void Every_line_of_the_checklist_has_a_test_of_its_own() => Assert.Empty(Proof.Unproven);

    [Fact]
    public void Every_test_of_the_checklist_stands_beside_its_line() => Assert.Empty(Proof.Unnamed(Whole, Other, Sent));

    [Fact]
    public void The_page_says_which_test_proves_which_line() => Proof.IsUpToDate();
}
