using System.Text.RegularExpressions;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Tests.Support;

namespace OfficeWorkflow.Workflows.Tests.Outside.Decisions;

/// <summary>What becomes of each case of the DMN TCK: it agrees with the kit, or is outside of the declared subset (docs/feel.md) with the reason.</summary>
/// <param name="reasons">A pattern of what is outside, and why; the first that fits counts.</param>
internal sealed class TckVerdicts(IReadOnlyList<(Regex Pattern, string Why)> reasons)
{
    private const string Agreed = "agreed";

    private static string Kit => Path.Combine(Corpus.Folder, "dmn-tck");

    public static TckVerdicts Of(string file) => new(
    [
        .. from line in File.ReadAllLines(file)
           let parts = line.Split(" :: ", 2)
           select (new Regex(parts[0], RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)), parts[1]),
    ]);

    /// <summary>One line a folder and verdict: how many, and where it does not agree the cases by name.</summary>
    public IEnumerable<string> Lines() =>
        from test in TckCase.ReadAll(Kit)
        group (test.Id, Verdict: Of(test)) by test.Folder into folder
        from verdict in folder.GroupBy(static one => one.Verdict, static one => one.Id, StringComparer.Ordinal)
        orderby folder.Key, verdict.Key is not Agreed, verdict.Key
        select verdict.Key is Agreed
            ? $"{folder.Key} | {verdict.Count()} {Agreed}"
            : $"{folder.Key} | {verdict.Count()} outside | {verdict.Key} | {string.Join(' ', verdict.Order(StringComparer.Ordinal))}";

    private string Of(TckCase test)
    {
        if (test.Model.Structure(test.Decision) is { } structure)
        {
            return structure;
        }

        var given = test.Model.Evaluate(test.Decision, test.Inputs);
        if (given is not null && AreClose(given, test.Expected))
        {
            return Agreed;
        }

        var text = test.Model.Text(test.Decision);

        return reasons.FirstOrDefault(reason => reason.Pattern.IsMatch($"{test.Folder} {text}")).Why
            ?? (given is null && test.Expected is Value.Nothing ? "a mistake that the check refuses; the kit goes on with null" : null)
            ?? $"{Verdicts.NoReason}: {text.ReplaceLineEndings(" ")} gave {given?.ToString() ?? "an error"}, not {test.Expected}";
    }

    private static bool AreClose(Value given, Value expected) => (given, expected) switch
    {
        (Value.Number a, Value.Number b) => Math.Abs(a.Amount - b.Amount) < 0.00000001m,
        (Value.List a, Value.List b) => a.Items.Length == b.Items.Length && a.Items.Zip(b.Items).All(pair => AreClose(pair.First, pair.Second)),
        (Value.Record a, Value.Record b) => a.Fields.Count == b.Fields.Count && a.Fields.All(field => AreClose(field.Value, b[field.Key])),
        _ => given.Equals(expected),
    };
}
