using System.Text;
using OfficeWorkflow.Workflows.Checking;
using OfficeWorkflow.Workflows.Tests.Support;

namespace OfficeWorkflow.Workflows.Tests.Checking;

/// <summary>docs/checks.md is written from the rules.</summary>
public class RulesPageTests
{
    [Fact]
    public void The_page_of_the_checks_names_every_rule_and_no_other()
    {
        var page = new StringBuilder("""
            # What is checked before a procedure is published

            Written from the rules by `RulesPageTests`; `OFFICE_WRITE_DOCS=1` writes it anew. A finding carries the rule's code, the element, what is wrong in Japanese and
            what to do about it. An error stands in the way of publishing, a warning does not.

            | Code | 満たすべきこと |
            |---|---|

            """.ReplaceLineEndings("\n"));
        foreach (var (code, says) in Recommended.OfReading.Concat(Recommended.Rules.Select(static rule => (rule.Code, rule.Says))))
        {
            page.Append(null, $"| `{code}` | {says} |\n");
        }

        Repository.Says("docs/checks.md", page.ToString());
    }

    [Fact]
    public void Each_rule_has_a_code_of_its_own()
    {
        Assert.Distinct(Recommended.Rules.Select(static rule => rule.Code));
    }
}
