using System.Text;
using System.Text.RegularExpressions;

namespace OfficeWorkflow.Tree.Tests;

/// <summary>
/// The table of features that people compare us by (work, mail, meetings, consent, cases watched, other programs): each row that we promise has a test whose sentence
/// begins with the row's name. docs/rows.md is what they say about themselves.
/// </summary>
public sealed partial class FeatureRowTests
{
    private const string Page = "docs/rows.md";

    private static readonly (string Row, string What)[] Promised =
    [
        ("C1", "Inbox: mine, claimable, all, history, needs attention"),
        ("C2", "Claim and release with conflict handling"),
        ("C3", "Reassign by a manager with reason"),
        ("C4", "Formal delegation: the owner stays responsible"),
        ("C5", "Absence substitution by date range"),
        ("C6", "Excluded people, four eyes (作成者≠確認者)"),
        ("C7", "Due and follow-up date"),
        ("C8", "Priority and stable cursor paging"),
        ("C9", "Business-day due dates, Japanese holidays"),
        ("C10", "Named saved filters, shareable"),
        ("C11", "Search and order by case data"),
        ("C12", "Bulk assign and complete with a result per row"),
        ("C13", "Whole inbox by keyboard"),
        ("C14", "Comments on work"),
        ("C15", "Attachments"),
        ("C16", "Draft of a half-filled form"),
        ("C17", "Send back to an earlier step with reason (差し戻し)"),
        ("C18", "Idempotent completion"),
        ("C19", "A candidate sees a safe summary; a reveal is in the audit"),
        ("C20", "An outsider answers by a mailed link with a second factor"),
        ("C22", "Stand-alone work, attached to a case later (電話メモ)"),
        ("C23", "Live updates without personal data"),
        ("C24", "Conditional fields and validation, the same in browser and server"),
        ("C25", "Team workload per person and week"),
        ("C26", "Why this is mine"),
        ("C27", "Acts reserved by law to the 相談支援専門員"),
        ("E1", "Mail is queued in the transaction of its step"),
        ("E2", "No mail twice after a crash: maybe sent, shown to a person"),
        ("E3", "Backoff, dead letter, resend button"),
        ("E4", "A bounce is recorded on the recipient"),
        ("E5", "A wording is tried on a real case, and an unknown name keeps it from being saved"),
        ("E7", "Mail, FAX, telephone or paper, as the recipient wants it"),
        ("F1", "Poll for dates: yes, if need be, no"),
        ("F2", "Answer without signing in"),
        ("F3", "One link for each who is asked; an old one dies"),
        ("F4", "Staff enter an answer heard by telephone, marked as such"),
        ("F5", "Who cannot be missed; the suggested date"),
        ("F6", "Deadline with automatic close"),
        ("F7", "Reminders only to those who have not answered"),
        ("F8", "Notice once everybody has answered"),
        ("F9", "Others' answers and names are hidden"),
        ("F10", "Invitation, move with the same UID and a higher SEQUENCE, CANCEL"),
        ("F11", "Answers of calendars are read from mail"),
        ("F12", "Busy times of the host"),
        ("F14", "QR on the printed letter"),
        ("F15", "A meeting that is called off goes back to the poll"),
        ("F16", "Minutes are pre-filled, circulated, confirmed, distributed"),
        ("G2", "One signer after the other"),
        ("G3", "Decline with a reason, and the procedure goes another way"),
        ("G4", "Expiry, and whom to call"),
        ("G5", "Automatic reminders of a consent"),
        ("G6", "Audit of every view and act"),
        ("G7", "A receipt proves itself offline"),
        ("G8", "SHA-256 of what was shown, in the receipt"),
        ("G9", "Chain of hashes with its head on paper"),
        ("G10", "Second factor; guessing locks"),
        ("G12", "Japanese names without a missing glyph"),
        ("G14", "Signing on the office's tablet beside a witness"),
        ("G15", "Representative: relation and reason"),
        ("G16", "Withdrawal; after a change only what changed"),
        ("G17", "Paper has the same standing"),
        ("G18", "Order of the dates by law"),
        ("G19", "Consent form by municipality and date"),
        ("I2", "Live position in the diagram, and as a sentence"),
        ("I3", "Heatmap of duration and frequency"),
        ("I4", "Ageing: open cases near a legal deadline"),
        ("I5", "Incidents with cause and retry"),
        ("I6", "Several incidents tried again, each with what became of it"),
        ("I7", "A moment found by client, procedure and month"),
        ("I8", "History of runs of each job"),
        ("I9", "A token moved by hand, with a preview, in the audit"),
        ("I10", "Retention that does not hold up who works"),
        ("I11", "Who lost its lease cannot write"),
        ("I12", "Health says what stands still"),
        ("I13", "Doctor: every open case has what its tokens need"),
        ("I14", "Backup, restore and a restore drill"),
        ("M1", "HTTP API with ETag and If-Match"),
        ("M2", "Idempotency key on all writes"),
        ("M3", "Webhooks signed, retried, sent again"),
        ("M4", "Calendar feed of one's work and meetings"),
        ("M5", "CSV and Excel in and out, with a dry run"),
    ];

    private static ILookup<string, (string Class, string Test)> Tests { get; } =
    (
        from file in Repository.Files("tests", "*Tests.cs")
        from match in Named().Matches(Repository.Text(file))
        from row in match.Groups["row"].Captures
        select (Row: row.Value, Test: (Path.GetFileNameWithoutExtension(file), match.Groups["sentence"].Value))
    ).ToLookup(static one => one.Row, static one => one.Test, StringComparer.Ordinal);

    [Fact]
    public void Every_row_that_is_promised_has_a_test_named_after_it() =>
        Assert.All(Promised, static one => Assert.True(Tests.Contains(one.Row), one.Row));

    [Fact]
    public void No_test_is_named_after_a_row_that_nobody_promised() =>
        Assert.Empty(Tests.Select(static tests => tests.Key).Except(Promised.Select(static one => one.Row), StringComparer.Ordinal));

    [Fact]
    public void The_page_says_which_test_proves_which_row()
    {
        if (Environment.GetEnvironmentVariable("OFFICE_WRITE_DOCS") is not null)
        {
            File.WriteAllText(Path.Combine(Repository.Root, Page), Text());
        }

        Assert.Equal(Text(), Repository.Text(Page));
    }

    private static string Text()
    {
        var page = new StringBuilder("""
            # What is compared, and which test proves it

            Written by `FeatureRowTests` from the names of the tests, and compared with them at each build: `OFFICE_WRITE_DOCS=1` writes it anew.

            | Row | What | Proven by |
            |---|---|---|

            """.ReplaceLineEndings("\n"));
        foreach (var (row, what) in Promised)
        {
            var tests = Tests[row].OrderBy(static test => test.Class, StringComparer.Ordinal).ThenBy(static test => test.Test, StringComparer.Ordinal)
                .Select(static test => $"`{test.Class}`: {test.Test.Replace('_', ' ')}");
            page.Append("| ").Append(row).Append(" | ").Append(what).Append(" | ").AppendJoin("<br>", tests).Append(" |\n");
        }

        return page.ToString();
    }

    /// <summary>A test may prove two rows: <c>C14_C15_Comments_and_attachments_stay</c>.</summary>
    [GeneratedRegex(@"public (?:async Task|Task|void) (?:(?<row>[CEFGIM]\d+)_)+(?<sentence>\w+)\(", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Named();
}
