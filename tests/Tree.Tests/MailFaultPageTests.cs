namespace OfficeWorkflow.Tree.Tests;

/// <summary>What a mail server can do to a mail: no mail is lost, none silently doubled, and each outcome says what to do. docs/mail-faults.md says which test proves it.</summary>
public sealed class MailFaultPageTests
{
    private const string Queue = "FaultListTests";
    private const string Client = "SmtpMailerTests";
    private const string Settings = "MailServerPageTests";
    private const string Again = "E3_Backoff_what_surely_did_not_leave_is_tried_again_by_itself_and_arrives_once";
    private const string Answer = "Whatever_the_server_does_is_an_answer";

    private static readonly (string Line, (string Class, string Test)[] Tests)[] Faults =
    [
        ("STARTTLS; a server that does not offer it; answers slipped in before it",
            [(Client, "Speaks_encrypted_and_signs_in_by_what_is_offered"), (Queue, "E3_A_server_that_does_not_encrypt_gets_nothing_and_the_page_says_why"), (Client, "Nothing_is_said_to_a_server_that_does_not_offer_the_encryption_asked_for"), (Client, "Answers_slipped_in_before_the_encryption_end_the_conversation")]),
        ("Implicit TLS; the wrong kind of encryption; a certificate of another name, or of nobody",
            [(Client, "Speaks_encrypted_and_signs_in_by_what_is_offered"), (Settings, "The_wrong_encryption_is_named"), (Client, "A_certificate_of_another_name_is_named"), (Client, "A_certificate_that_nobody_vouches_for_ends_the_conversation")]),
        ("AUTH PLAIN and LOGIN; a wrong password; no password in the clear",
            [(Client, "Speaks_encrypted_and_signs_in_by_what_is_offered"), (Client, "A_wrong_password_is_said_and_the_mail_may_go_later"), (Client, "No_password_goes_over_a_plain_connection"), (Settings, "A_password_is_not_sent_in_the_clear_and_the_test_says_so")]),
        ("XOAUTH2, a token that holds and one that has expired", [(Client, "Signs_in_by_a_token_where_there_is_no_password")]),
        ("4xx at the greeting, the sender, the recipient, the data: again with backoff", [(Queue, Again), (Queue, "E6_Two_attempts_carry_one_message_id"), (Client, Answer)]),
        ("Greylisting", [(Queue, Again), (Client, "A_recipient_refused_for_ever_and_one_put_off_are_told_apart")]),
        ("5xx: failed, shown with what to do, not tried again", [(Queue, "E3_What_was_refused_for_ever_is_shown_with_what_to_do_and_not_tried_again"), (Client, Answer)]),
        ("Dropped before the data, or within a long message: again, and it arrives once", [(Queue, Again), (Client, "A_connection_lost_within_the_message_is_later_for_nobody_delivers_half_a_mail")]),
        ("Dropped after a short message or after the last dot: in doubt, for a person to decide, not doubled", [(Queue, "E2_What_was_handed_over_without_an_answer_waits_for_a_person_and_is_not_doubled"), (Client, "Says_so_immediately_before_the_last_dot_and_not_before_a_refusal")]),
        ("A slow server is waited for; silence ends the wait", [(Queue, "A_slow_server_is_waited_for_and_the_mail_arrives_once"), (Client, "Silence_is_later_before_the_last_dot_and_doubt_after_it")]),
        ("Stopped meanwhile, before and after the last dot",
            [(Queue, "E3_What_was_stopped_before_the_last_dot_leaves_once_when_the_server_runs_again"), (Queue, "E2_What_is_stopped_after_the_last_dot_waits_for_the_answer_and_leaves_nobody_in_doubt"), (Client, "A_stop_before_the_last_dot_is_a_stop")]),
        ("Nobody there; what speaks no SMTP; other mails wait for a server out of reach", [(Client, "A_server_that_is_not_there_is_later"), (Client, Answer), (Queue, "While_a_server_is_out_of_reach_other_mails_wait_for_it_and_count_no_attempt")]),
        ("The settings page tries it and says in Japanese what is wrong", [(Settings, "The_test_says_in_Japanese_what_is_wrong"), (Settings, "A_port_where_nobody_listens_and_a_missing_sender_are_named")]),
        ("Every byte arrives, lines that begin with a dot too", [(Client, "Hands_over_every_byte_in_an_envelope_of_its_own"), (Client, "Lines_that_begin_with_a_dot_arrive_as_they_were")]),
    ];

    private static ProofPage Proof { get; } = new(
        "docs/mail-faults.md",
        "What a mail server can do to a mail",
        "No mail is lost, none is silently doubled, and each outcome is visible with the sentence that says what to do.",
        nameof(MailFaultPageTests),
        Faults);

    [Fact]
    public void Every_fault_has_a_test() => Assert.Empty(Proof.Unproven);

    [Fact]
    public void Every_test_of_a_fault_stands_beside_it() => Assert.Empty(Proof.Unnamed(Queue, Client));

    [Fact]
    public void The_page_says_which_test_proves_which_fault() => Proof.IsUpToDate();
}
