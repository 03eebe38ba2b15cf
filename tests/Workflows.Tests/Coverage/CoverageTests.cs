using System.Globalization;
using System.Text;
using OfficeWorkflow.Workflows.Tests.Support;

namespace OfficeWorkflow.Workflows.Tests.Coverage;

/// <summary>docs/coverage.md is what the tests say about themselves.</summary>
public class CoverageTests
{
    private const string Page = "docs/coverage.md";

    [Fact]
    public void Every_element_that_runs_or_is_refused_has_a_test()
    {
        Assert.Equal([], ElementRow.All.Where(static row => !Proofs.All.Contains(("Element", row.Name))).Select(static row => row.Name));
    }

    [Fact]
    public void Every_trap_has_a_test()
    {
        Assert.Equal([], Enumerable.Range(1, TrapRow.All.Count).Where(static number => !Proofs.All.Contains(("Trap", Text(number)))));
    }

    [Fact]
    public void No_test_names_an_element_or_a_trap_that_is_not_there()
    {
        var known = ElementRow.All.Select(static row => ("Element", row.Name))
            .Concat(Enumerable.Range(1, TrapRow.All.Count).Select(static number => ("Trap", Text(number))));

        Assert.Empty(Proofs.All.Select(static proofs => proofs.Key).Where(static key => key.Trait is "Element" or "Trap").Except(known));
    }

    [Fact]
    public void The_page_says_which_test_proves_what() => Repository.Says(Page, Ours());

    private static string Ours()
    {
        var page = new StringBuilder("""
            # What runs, and which test proves it

            Written by `CoverageTests` from the traits of the tests, and compared with them at each build: `OFFICE_WRITE_DOCS=1` writes it anew. **Must** and **Should** run;
            **Refuse** is refused when a draft is checked, by name, with what to use instead; **Keep** is kept in the document unharmed and shown.

            ## Elements


            """.ReplaceLineEndings("\n"));
        foreach (var row in ElementRow.All)
        {
            Add(page, $"### {row.Name} · {row.Promise}{(row.Use.Length > 0 ? $" · {row.Use}" : "")}", ("Element", row.Name));
        }

        page.Append("## Traps\n\n");
        for (var index = 0; index < TrapRow.All.Count; index++)
        {
            Add(page, $"### {Text(index + 1)}. {TrapRow.All[index]}", ("Trap", Text(index + 1)));
        }

        return page.ToString() + OutsideCounts.Text();
    }

    private static void Add(StringBuilder page, string title, (string Trait, string Value) trait)
    {
        page.Append(title).Append("\n\n");
        foreach (var proofs in Proofs.All[trait].GroupBy(static proof => proof.Class, static proof => proof.Test, StringComparer.Ordinal))
        {
            page.Append("* `").Append(proofs.Key).Append("`: ").AppendJoin(" · ", proofs.Select(static test => test.Replace('_', ' '))).Append('\n');
        }

        page.Append('\n');
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
