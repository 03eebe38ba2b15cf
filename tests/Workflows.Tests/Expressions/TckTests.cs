using System.Collections.Immutable;
using System.Text.RegularExpressions;
using OfficeWorkflow.Workflows.Expressions;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Tests.Support;

namespace OfficeWorkflow.Workflows.Tests.Expressions;

/// <summary>The DMN TCK, where the declared subset reaches. What does not parse is outside of it (docs/feel.md).</summary>
public class TckTests
{
    /// <summary>What parses and is outside all the same, and why.</summary>
    private static readonly ImmutableArray<(string Pattern, string Why)> Outside =
    [
        (@"@[A-Z][a-z]+/", "a moment keeps its offset, not the name of its zone"),
        (@"""-\d{4,}|\(-\d{4}|\d{5,}-\d\d-|999999999", "years are 1 to 9999, durations at most a thousand years"),
        (@"""T?\d\d:\d\d:\d\d(\.\d+)?([+-]\d|Z)", "a time has no offset"),
        (@"\.\d{8,}", "time is counted in 100 ns"),
        (@"T24:00:00", "a day ends at 23:59:59"),
        (@"\bpartial\b", "no partial results in for"),
        (@"time ?zone|time offset", "parts of a moment are those of the office's zone"),
        (@"T[\d:]+([+-]\d\d:\d\d|Z)?"" - @""[\dT:-]+([+-]\d\d:\d\d|Z)?""|^@""[\d-]+"" - @""[\d-]+T", "a moment always has an offset, a date has none"),
        (@"^time\(date and time\(", "the time of a moment is that of the office's zone"),
        (@"6176", "no number has more than 28 decimals"),
        (@"PT0\.S", "digits follow the point"),
        (@"2\.5\)$|3\.8\)$", "positions and decimals are whole numbers"),
    ];

    [CorpusFact]
    public void The_kit_is_there() =>
        Assert.True(TckCase.ReadAll(Kit).Count() > 2_800);

    [CorpusFact]
    public void What_the_subset_declares_agrees_with_the_kit()
    {
        var agreed = 0;
        var differing = new List<string>();

        foreach (var test in TckCase.ReadAll(Kit))
        {
            if (Expression.Parse(test.Text) is not ExpressionReading.Readable readable || !IsInside(test))
            {
                continue;
            }

            var result = readable.Expression.Evaluate(name => test.Inputs.GetValueOrDefault(name), Feel.Moment);

            if (AreClose(result.Value, test.Expected))
            {
                agreed++;
            }
            else
            {
                differing.Add($"{test.Folder}: {test.Text} gave {result.Value}, not {test.Expected}");
            }
        }

        Assert.True(differing.Count == 0, string.Join("\n", differing));
        Assert.InRange(agreed, 1_600, 2_800);
    }

    private static string Kit => Path.Combine(Corpus.Folder, "dmn-tck");

    /// <summary>The declared type of a decision coerces its result in DMN; expressions of a procedure have no declared type.</summary>
    private static bool IsInside(TckCase test) =>
        test.Folder is not ("0082-feel-coercion" or "0021-singleton-list") && !Outside.Any(rule => Regex.IsMatch(test.Text, rule.Pattern, RegexOptions.None, TimeSpan.FromSeconds(1)));

    private static bool AreClose(Value given, Value expected) => (given, expected) switch
    {
        (Value.Number a, Value.Number b) => Math.Abs(a.Amount - b.Amount) < 0.00000001m,
        (Value.List a, Value.List b) => a.Items.Length == b.Items.Length && a.Items.Zip(b.Items).All(pair => AreClose(pair.First, pair.Second)),
        (Value.Record a, Value.Record b) => a.Fields.Count == b.Fields.Count && a.Fields.All(field => AreClose(field.Value, b[field.Key])),
        _ => given.Equals(expected),
    };
}
