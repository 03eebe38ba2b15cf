using System.Xml.Linq;
using OfficeWorkflow.Workflows.Checking;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Model.Activities;
using OfficeWorkflow.Workflows.Reading;
using OfficeWorkflow.Workflows.Running;
using OfficeWorkflow.Workflows.Tests.Expressions;

namespace OfficeWorkflow.Workflows.Tests.Outside.Decisions;

/// <summary>A decision table of DMN, run by the engine as the table of a business rule task.</summary>
internal static class TckTable
{
    private const string Answer = "answer";

    private static readonly StepCatalogue Catalogue = new([], [], [], []);

    private static readonly Dictionary<string, string> Policies = new(StringComparer.Ordinal)
    {
        [""] = DecisionTable.Unique,
        ["UNIQUE"] = DecisionTable.Unique,
        ["FIRST"] = DecisionTable.First,
        ["ANY"] = DecisionTable.Any,
        ["COLLECT"] = DecisionTable.Collect,
    };

    /// <summary>Why its table is not ours; null when there is none or it is.</summary>
    public static string? Structure(XElement decision)
    {
        foreach (var table in decision.Descendants().Where(static element => element.Name.LocalName is "decisionTable"))
        {
            var policy = (string?)table.Attribute("hitPolicy") ?? "";
            if (!Policies.ContainsKey(policy) || table.Attribute("aggregation") is not null)
            {
                return $"hit policy {policy} {(string?)table.Attribute("aggregation")}".Trim();
            }

            if (table.Parent != decision)
            {
                return "a decision table inside another expression";
            }

            if (table.Descendants().Any(static element => element.Name.LocalName is "defaultOutputEntry"))
            {
                return "a default answer of a decision table; with us a row that fits everything";
            }
        }

        return null;
    }

    /// <param name="renamed">A text with the names that it reads as words of ours.</param>
    public static Value? Evaluate(XElement table, Func<string, string> renamed, Func<string, Value?> lookup)
    {
        var process = Read(table, renamed);
        if (Checker.Check(process, Catalogue).Any(static finding => finding is { Severity: Severity.Error }))
        {
            return null;
        }

        var rules = ((BusinessRuleTask)process.Node("decide")).Table!;
        var names = rules.Inputs
            .Concat(rules.Rules.SelectMany(static rule => rule.Outputs.Concat(rule.Tests.Select(static test => test.Formula).OfType<Formula>())))
            .SelectMany(static formula => formula.Expression?.Names ?? []);
        var variables = names.Distinct(StringComparer.Ordinal).Aggregate(Value.Record.Empty, (record, name) => lookup(name) is { } value ? record.With(name, value) : record);
        var decided = (Decision.Accepted)Engine.Decide(process, null, new Input.Started(Feel.Moment.At, variables) { Calendar = Feel.Office });
        if (!decided.State.HasEnded)
        {
            return Value.None;
        }

        var outputs = Outputs(table);

        return outputs is [Answer] ? decided.State.Variables[Answer] : Value.Of(outputs.Select(name => KeyValuePair.Create(name, decided.State.Variables[name])));
    }

    private static Process Read(XElement table, Func<string, string> renamed)
    {
        var office = new XElement(BpmnNames.Office + "decisionTable", new XAttribute("hitPolicy", Policies[(string?)table.Attribute("hitPolicy") ?? ""]));
        office.Add(Children(table, "input").Select(input => new XElement(BpmnNames.Office + "input", new XAttribute("expression", renamed(Text(input.Elements().First()))))));
        office.Add(Outputs(table).Select(static name => new XElement(BpmnNames.Office + "output", new XAttribute("name", name))));
        office.Add(Children(table, "rule").Select(rule => new XElement(
            BpmnNames.Office + "rule",
            Children(rule, "inputEntry").Select(cell => new XElement(BpmnNames.Office + "when", renamed(Text(cell)))),
            Children(rule, "outputEntry").Select(cell => new XElement(BpmnNames.Office + "then", renamed(Text(cell)))))));
        static XElement Node(string kind, string id, params object[] content) => new(BpmnNames.Bpmn + kind, new XAttribute("id", id), content);
        static XElement Flow(string id, string from, string to) => Node("sequenceFlow", id, new XAttribute("sourceRef", from), new XAttribute("targetRef", to));

        return BpmnReader.Read(new XElement(
            BpmnNames.Bpmn + "definitions",
            Node("process", "p", Node("startEvent", "start"), Node("businessRuleTask", "decide", new XElement(BpmnNames.Bpmn + "extensionElements", office)), Node("endEvent", "end"), Flow("f1", "start", "decide"), Flow("f2", "decide", "end"))).ToString()).Processes[0];
    }

    private static List<string> Outputs(XElement table)
    {
        var outputs = Children(table, "output").ToList();

        return outputs.Count == 1 ? [Answer] : [.. outputs.Select(static output => TckModel.Word((string?)output.Attribute("name") ?? ""))];
    }

    private static string Text(XElement element) => element.Elements().FirstOrDefault(static child => child.Name.LocalName is "text")?.Value ?? "";

    private static IEnumerable<XElement> Children(XElement parent, string name) => parent.Elements().Where(child => string.Equals(child.Name.LocalName, name, StringComparison.Ordinal));
}
