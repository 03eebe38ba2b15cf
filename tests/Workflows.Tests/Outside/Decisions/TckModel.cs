using System.Text.RegularExpressions;
using System.Xml.Linq;
using OfficeWorkflow.Workflows.Expressions;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Tests.Expressions;

namespace OfficeWorkflow.Workflows.Tests.Outside.Decisions;

/// <summary>A DMN model: each decision as one expression of ours, what is boxed written out as text, or as a decision table.</summary>
internal sealed partial class TckModel
{
    private readonly Dictionary<string, XElement> decisions;
    private readonly List<string> spaced;

    public TckModel(XElement root)
    {
        decisions = root.Descendants().Where(static element => element.Name.LocalName is "decision").ToDictionary(static decision => Word(Name(decision)), StringComparer.Ordinal);
        spaced = [.. root.Descendants().Select(Name).Concat(root.Descendants().Select(static element => (string?)element.Attribute("iteratorVariable") ?? ""))
            .Where(static name => !string.Equals(name, Word(name), StringComparison.Ordinal)).Distinct(StringComparer.Ordinal).OrderByDescending(static name => name.Length)];
    }

    /// <summary>With us a name is one word: what the kit's models join by blanks and signs gets low lines.</summary>
    public static string Word(string name) => NotOfAWord().Replace(name, "_");

    /// <summary>Why the decision is not ours by its structure; null when it is.</summary>
    public string? Structure(string decision) => decisions.TryGetValue(decision, out var element)
        ? Structure(element) ?? Required(decision).Select(Structure).FirstOrDefault(static why => why is not null)
        : "a decision service or what another file holds";

    /// <summary>The expression as text; of a decision table its cells.</summary>
    public string Text(string decision) => Boxed(Logic(decisions[decision]));

    /// <summary>What the decision comes to; null when the check refuses it.</summary>
    public Value? Evaluate(string decision, IReadOnlyDictionary<string, Value> inputs)
    {
        Value? Lookup(string name) => inputs.TryGetValue(name, out var given) ? given
            : decisions.ContainsKey(name) ? Evaluate(name, inputs)
            : null;

        var logic = Logic(decisions[decision]);
        if (logic.Name.LocalName is "decisionTable")
        {
            return TckTable.Evaluate(logic, Renamed, Lookup);
        }

        return Expression.Parse(Boxed(logic)) is ExpressionReading.Readable readable ? readable.Expression.Evaluate(Lookup, Feel.Moment).Value : null;
    }

    private static string? Structure(XElement decision)
    {
        var kinds = decision.Descendants().Select(static element => element.Name.LocalName).ToHashSet(StringComparer.Ordinal);

        return kinds.Contains("functionDefinition") || kinds.Contains("invocation") || kinds.Contains("knowledgeRequirement") ? "functions and knowledge models of one's own"
            : decision.Elements().Any(IsLogic) ? TckTable.Structure(decision)
            : "a decision without logic";
    }

    private IEnumerable<XElement> Required(string decision) =>
        from needed in decisions[decision].Descendants()
        where needed.Name.LocalName is "requiredDecision"
        let id = ((string?)needed.Attribute("href") ?? "").Split('#')[^1]
        from other in decisions
        where string.Equals((string?)other.Value.Attribute("id"), id, StringComparison.Ordinal)
        from element in Required(other.Key).Prepend(other.Value)
        select element;

    private string Boxed(XElement expression)
    {
        var children = expression.Elements().ToList();
        string Of(string name) => Boxed(Logic(children.First(child => string.Equals(child.Name.LocalName, name, StringComparison.Ordinal))));

        return expression.Name.LocalName switch
        {
            "literalExpression" => Renamed(children.Find(static child => child.Name.LocalName is "text")?.Value ?? "").Trim(),
            "context" => Context(children),
            "list" => $"[{string.Join(", ", children.Where(IsLogic).Select(Boxed))}]",
            "relation" => Relation(children),
            "conditional" => $"if {Of("if")} then {Of("then")} else {Of("else")}",
            "for" => $"for {Word((string)expression.Attribute("iteratorVariable")!)} in {Of("in")} return {Of("return")}",
            "some" or "every" => $"{expression.Name.LocalName} {Word((string)expression.Attribute("iteratorVariable")!)} in {Of("in")} satisfies {Of("satisfies")}",
            "decisionTable" => string.Join(" ; ", expression.Descendants().Where(static element => element.Name.LocalName is "text").Select(static text => text.Value)),
            var other => throw new InvalidOperationException(other),
        };
    }

    private string Context(List<XElement> children)
    {
        var entries = children.Where(static child => child.Name.LocalName is "contextEntry")
            .Select(entry => (Name: entry.Elements().FirstOrDefault(static child => child.Name.LocalName is "variable") is { } variable ? Word(Name(variable)) : null, Text: Boxed(Logic(entry))))
            .ToList();
        var text = $"{{{string.Join(", ", entries.Select(static entry => $"{entry.Name ?? "answer"}: {entry.Text}"))}}}";

        return entries.Exists(static entry => entry.Name is null) ? $"{text}.answer" : text;
    }

    private string Relation(List<XElement> children)
    {
        var columns = children.Where(static child => child.Name.LocalName is "column").Select(static column => Word(Name(column))).ToList();
        var rows = children.Where(static child => child.Name.LocalName is "row")
            .Select(row => $"{{{string.Join(", ", row.Elements().Where(IsLogic).Zip(columns, (cell, column) => $"{column}: {Boxed(cell)}"))}}}");

        return $"[{string.Join(", ", rows)}]";
    }

    private string Renamed(string text) => spaced.Aggregate(text, static (renamed, name) => renamed.Replace(name, Word(name), StringComparison.Ordinal));

    private static XElement Logic(XElement parent) => parent.Elements().First(IsLogic);

    private static bool IsLogic(XElement element) => element.Name.LocalName is
        "literalExpression" or "decisionTable" or "context" or "list" or "relation" or "conditional" or "for" or "some" or "every" or "filter" or "invocation" or "functionDefinition";

    private static string Name(XElement element) => (string?)element.Attribute("name") ?? "";

    [GeneratedRegex(@"[^\p{L}\p{M}0-9_]+", RegexOptions.NonBacktracking)]
    private static partial Regex NotOfAWord();
}
