using System.Text;
using System.Text.RegularExpressions;

namespace OfficeWorkflow.Tree.Tests;

/// <summary>
/// The table of features that people compare us by: each row that we promise has a test whose sentence begins with the row's name, in C# or in the designer's TypeScript.
/// docs/rows.md is what they say about themselves.
/// </summary>
public sealed partial class FeatureRowTests
{
    private const string Page = "docs/rows.md";

    private static readonly (string Row, string What)[] Promised =
    [
        ("A1", "Visual BPMN editing in the browser"),
        ("A2", "Import says of each construct what becomes of it, before anything is saved"),
        ("A3", "One edit is the one difference in what is written out"),
        ("A4", "Conditions on ways are evaluated"),
        ("A5", "Decision tables and FEEL: the declared subset of the TCK"),
        ("A6", "A called procedure gets and gives back what is mapped"),
        ("A7", "Called version: the latest, a fixed one, or that of the caller's start"),
        ("A8", "The lane (役割) says who gets the work"),
        ("A9", "What the law locks of a step cannot be changed"),
        ("A10", "A ready piece sets repetition and documentation"),
        ("A11", "Notes, papers and groups survive editing"),
        ("A12", "The procedures of the trade are shipped"),
        ("A13", "Days and recipients change without touching the diagram"),
        ("A14", "Undo, redo; copying between procedures"),
        ("A15", "Saved by itself, and no edit lost"),
        ("B1", "Exclusive and parallel gateways, default flow"),
        ("B2", "Inclusive join by the standard: looked at again when a token dies"),
        ("B3", "Event-based gateway: exactly one branch"),
        ("B4", "Boundary events, interrupting and not"),
        ("B5", "Repeating boundary timer: remind every three days"),
        ("B6", "Event subprocess, interrupting and not"),
        ("B7", "Multi-instance over a collection"),
        ("B8", "Completion condition (k of n), the rest no longer needed"),
        ("B9", "Terminate end ends its scope only"),
        ("B10", "Error end, caught outside or an incident with its text"),
        ("B11", "Escalation: both go on"),
        ("B12", "Message correlation by business key"),
        ("B13", "A message that comes before the wait is kept and consumed once"),
        ("B14", "Compensation in reverse order, of what is completed"),
        ("B15", "Conditional events, true at entry too"),
        ("B17", "Ad-hoc subprocess: staff choose the order"),
        ("B18", "Link events"),
        ("B19", "One commit: state, work, timers, outgoing mail"),
        ("B20", "Two complete at the same moment: one does, the others read who"),
        ("B21", "State can be rebuilt from history, for every case each night"),
        ("B22", "Why it went this way, with the values used"),
        ("B23", "Loops with joins keep their rounds apart"),
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
        ("C21", "How many of several answers suffice is said beforehand"),
        ("C22", "Stand-alone work, attached to a case later (電話メモ)"),
        ("C23", "Live updates without personal data"),
        ("C24", "Conditional fields and validation, the same in browser and server"),
        ("C25", "Team workload per person and week"),
        ("C26", "Why this is mine"),
        ("C27", "Acts reserved by law to the 相談支援専門員"),
        ("D1", "Date, duration and cycle timers in every form of ISO 8601"),
        ("D2", "Down at the due time: fires once after the restart, marked late"),
        ("D4", "Cycles are anchored and do not drift"),
        ("D5", "Civil dates in Asia/Tokyo, whatever the time zone of the machine"),
        ("D6", "Holiday shift (翌営業日 / 前営業日)"),
        ("D7", "Reminder ladder with a cap that stops"),
        ("D8", "Quiet hours and weekends"),
        ("D9", "A case's future timers are seen and changed"),
        ("D10", "A changed base date moves what follows from it, with a preview"),
        ("D11", "Forecast of the next 90 days"),
        ("D13", "A recurring job is paused"),
        ("E1", "Mail is queued in the transaction of its step"),
        ("E2", "No mail twice after a crash: maybe sent, shown to a person"),
        ("E3", "Backoff, dead letter, resend button"),
        ("E4", "A bounce is recorded on the recipient"),
        ("E5", "A wording is tried on a real case, and an unknown name keeps it from being saved"),
        ("E6", "The same Message-ID and idempotency key across retries"),
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
        ("F13", "The day of Tokyo, wherever the browser stands"),
        ("F14", "QR on the printed letter"),
        ("F15", "A meeting that is called off goes back to the poll"),
        ("F16", "Minutes are pre-filled, circulated, confirmed, distributed"),
        ("F17", "Japanese UI: no English word on any page that a link leads to"),
        ("G1", "What each role may do with a consent"),
        ("G2", "One signer after the other"),
        ("G3", "Decline with a reason, and the procedure goes another way"),
        ("G4", "Expiry, and whom to call"),
        ("G5", "Automatic reminders of a consent"),
        ("G6", "Audit of every view and act"),
        ("G7", "A receipt proves itself offline"),
        ("G8", "SHA-256 of what was shown, in the receipt"),
        ("G9", "Chain of hashes with its head on paper"),
        ("G10", "Second factor; guessing locks"),
        ("G11", "What a receipt lacks for being made offline is said"),
        ("G12", "Japanese names without a missing glyph"),
        ("G13", "Content is locked once sent"),
        ("G14", "Signing on the office's tablet beside a witness"),
        ("G15", "Representative: relation and reason"),
        ("G16", "Withdrawal; after a change only what changed"),
        ("G17", "Paper has the same standing"),
        ("G18", "Order of the dates by law"),
        ("G19", "Consent form by municipality and date"),
        ("H2", "A long text goes on over further pages and is never cut"),
        ("H3", "PDF with embedded Japanese fonts"),
        ("H4", "The same data gives the same bytes"),
        ("H5", "A paper belongs to a step of a case, a version and a hash"),
        ("H8", "What changed since the plan before"),
        ("I1", "Timeline of a case: people, mail, timers and system in one order"),
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
        ("J1", "Japanese everywhere in the designer"),
        ("J2", "Checked while drawing, with the reason and a button"),
        ("J3", "A trial run is the engine itself, with data, people and clock"),
        ("J4", "Nothing can be drawn that does not run"),
        ("J5", "Everything without the canvas, by keyboard"),
        ("J6", "Differences between versions as sentences"),
        ("J7", "What publishing means for each running case"),
        ("J8", "Where it is used, linked; what is used is not taken away"),
        ("J9", "The draft on past cases"),
        ("J10", "Drafting, reviewing, publishing and moving apart"),
        ("J11", "Published from a day on"),
        ("J12", "Ready pieces for common edits"),
        ("J13", "Whatever a piece inserts is laid out"),
        ("J14", "Fast with 300 elements"),
        ("L1", "Masking, and a reveal that is audited"),
        ("L2", "What one may not know does not exist"),
        ("L4", "Several offices, each for itself"),
        ("L5", "Signing out ends sessions and tokens"),
        ("L6", "A guest link: hashed, of one purpose, locked against guessing"),
        ("L7", "Taking a link back works at every stage"),
        ("L10", "Nothing that is drawn runs as a program"),
        ("L11", "Files of procedures are hostile input"),
        ("K1", "Draft, published and retired kept apart"),
        ("K2", "Running cases stay on their version"),
        ("K3", "Rollback is a new publication that says what it holds"),
        ("K4", "Full history of versions"),
        ("K5", "Schedule and permissions are versioned with the procedure and compared"),
        ("K6", "Running cases are moved on pages: preview, result of each, way back"),
        ("K7", "Each waiting timer: keep the date or start again, shown as dates"),
        ("K8", "Drafts, claims and notes survive a move"),
        ("K9", "An end can be reached from wherever a case is moved to"),
        ("K10", "A batch of moves is gone on with, case by case"),
        ("K11", "Cases of every earlier format load and go on"),
        ("K12", "A procedure goes to another office as a package with its tests"),
        ("I15", "A deadline alert leads to the one act that is needed"),
        ("M1", "HTTP API with ETag and If-Match"),
        ("M2", "Idempotency key on all writes"),
        ("M3", "Webhooks signed, retried, sent again"),
        ("M4", "Calendar feed of one's work and meetings"),
        ("M5", "CSV and Excel in and out, with a dry run"),
        ("M6", "The engine runs in another program, without a server"),
        ("M7", "Works with no internet: in a network namespace in which nothing is"),
        ("N1", "Speed does not depend on versions and finished cases"),
        ("N2", "Rows written per step are bounded"),
        ("N3", "One process with one file is a whole office and starts without network in half a minute"),
        ("N4", "A second server on PostgreSQL: one is killed under load, the other goes on"),
        ("N5", "Read your write in lists"),
    ];

    private static ILookup<string, (string Class, string Test)> Tests { get; } =
        Named(Repository.Files("tests", "*Tests.cs"), Method()).Concat(Named(Repository.DesignerFiles("*.test.ts"), DesignerTest()))
            .ToLookup(static one => one.Row, static one => one.Test, StringComparer.Ordinal);

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

    private static IEnumerable<(string Row, (string Class, string Test) Test)> Named(IEnumerable<string> files, Regex tests) =>
        from file in files
        from match in tests.Matches(Repository.Text(file))
        from row in match.Groups["row"].Captures
        select (row.Value, (Path.GetFileNameWithoutExtension(file), match.Groups["sentence"].Value));

    /// <summary>A test may prove two rows: <c>C14_C15_Comments_and_attachments_stay</c>.</summary>
    [GeneratedRegex(@"public (?:async Task|Task|void) (?:(?<row>[A-N]\d+)_)+(?<sentence>\w+)\(", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Method();

    /// <summary>So too in the designer: <c>it('A14 undoes fifty acts', …)</c>, <c>it.each(all)('A14 undoes %s', …)</c>.</summary>
    [GeneratedRegex(@"\bit(?:\.each\([^\n]*\))?\('(?:(?<row>[A-N]\d+) )+(?<sentence>[^']+)'", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DesignerTest();
}
