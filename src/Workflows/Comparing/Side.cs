using System.Globalization;
using System.Xml.Linq;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Model.Events;
using OfficeWorkflow.Workflows.Reading;

namespace OfficeWorkflow.Workflows.Comparing;

/// <summary>One of two versions that are compared: every element with its facts.</summary>
internal sealed class Side
{
    private const int LongestQuote = 40;

    private Side(Process? process, XElement root, string key, Words words)
    {
        Drawing = new Drawing(root, key);
        if (process is null)
        {
            return;
        }

        words = new Words(words.Known.SetItems(process.Nodes.Select(static node => KeyValuePair.Create((WordKind.Element, node.Id), node.Label))));
        Add(key, $"手続き「{process.Name}」", Of(process), isNode: false);
        foreach (var lane in process.Lanes)
        {
            Add(lane.Id, $"役割の列「{(lane.Name.Length > 0 ? lane.Name : lane.Id)}」", Of(lane, words), isNode: false);
        }

        foreach (var node in process.Root.InOrder())
        {
            Add(node.Id, Label(node), NodeFacts.Of(node, words), isNode: true);
            foreach (var flow in node.Outgoing.Where(static flow => flow.Source is not ThrowEvent { Trigger: Trigger.Link }))
            {
                Add(flow.Id, $"「{flow.Source.Label}」から「{flow.Target.Label}」への道", FlowFacts.Of(flow, words), isNode: false);
            }
        }
    }

    public Drawing Drawing { get; }

    /// <summary>Ids of all that has facts: the procedure, its lanes, then the elements as it runs, each followed by the ways that leave it.</summary>
    public List<string> Order { get; } = [];

    public Dictionary<string, (string Label, bool IsNode, List<Fact> Facts)> Elements { get; } = new(StringComparer.Ordinal);

    public static Side Read(string source, string key, Words words)
    {
        var process = BpmnReader.Read(source).Processes.FirstOrDefault(process => string.Equals(process.Id, key, StringComparison.Ordinal));

        return new Side(process, SafeXml.Load(source).Root ?? new XElement("nothing"), key, words);
    }

    private static string Label(FlowNode node) =>
        node.Name.Length > 0 || node is not EventNode and not Model.Gateways.ExclusiveGateway ? $"「{node.Label}」" : $"「{KindWords.Of(node)}({node.Id})」";

    private void Add(string id, string label, IEnumerable<Fact> facts, bool isNode)
    {
        var whole = facts.Where(fact => !isNode || fact.Property is not "role" || Drawing.LaneOf.ContainsKey(id)).GroupBy(static fact => fact.Property, StringComparer.Ordinal).Select(Whole);
        if (Elements.TryAdd(id, (label, isNode, [.. whole])))
        {
            Order.Add(id);
        }
    }

    /// <summary>What is written twice under one name is compared as one.</summary>
    private static Fact Whole(IGrouping<string, Fact> said) => said.First() with
    {
        Raw = string.Join('\n', said.Select(static fact => fact.Raw)),
        Plain = string.Join("、", said.Select(static fact => fact.Plain)),
    };

    private static IEnumerable<Fact> Of(Process process)
    {
        yield return new Fact("name", "名前", process.Name, $"「{process.Name}」");
        if (process.Documentation.Length > 0)
        {
            yield return new Fact("documentation", "説明", process.Documentation, $"「{process.Documentation}」");
        }

        foreach (var (key, text) in process.Forms)
        {
            yield return Own($"ownForm:{key}", $"この手続きのフォーム「{key}」", text);
        }

        foreach (var (key, text) in process.Wordings)
        {
            yield return Own($"ownWording:{key}", $"この手続きの文面「{key}」", text);
        }
    }

    private static IEnumerable<Fact> Of(Lane lane, Words words)
    {
        if (lane.Name.Length > 0)
        {
            yield return new Fact("name", "名前", lane.Name, $"「{lane.Name}」") { With = "role" };
        }

        if (lane.Role is { } role)
        {
            yield return new Fact("role", "役割", role, words.Of(WordKind.Role, role));
        }
    }

    /// <summary>A whole form or wording is too long for a sentence: its beginning, its length and a check number that changes with each letter stand for it.</summary>
    private static Fact Own(string property, string label, string text)
    {
        var letters = text.EnumerateRunes().Take(LongestQuote + 1).Select(static letter => letter.ToString()).ToList();
        var beginning = letters.Count > LongestQuote ? string.Concat(letters.Take(LongestQuote)) + "…" : text;
        var check = text.Aggregate(2166136261u, static (sum, letter) => unchecked((sum ^ letter) * 16777619u));

        return new Fact(property, label, text, string.Create(CultureInfo.InvariantCulture, $"「{beginning}」（{text.Length}文字、照合{check:X8}）"));
    }
}
