using System.Text;
using System.Text.RegularExpressions;

namespace OfficeWorkflow.Tree.Tests;

/// <summary>
/// The table of features that people compare us by (work, cases watched, other programs): each row that we promise has a test whose sentence
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
    [GeneratedRegex(@"public (?:async Task|Task|void) (?:(?<row>[CIM]\d+)_)+(?<sentence>\w+)\(", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Named();
}
