using System.Text.RegularExpressions;
using System.Xml.Linq;
using OfficeWorkflow.Workflows.Reading;

namespace OfficeWorkflow.Workflows.Tests.Outside;

/// <summary>
/// Gives a model of bpmn-elements what that engine takes for granted: plain and script tasks pass, a manual task waits, a service without a step passes,
/// what has no start begins at what nothing leads to (BPMN 2.0.2, 10.5.2), and a condition in JavaScript is FEEL that holds when it is true.
/// What a script does beyond saying yes stands in <c>bpmn-elements.bindings</c>, one line an element, in our words.
/// </summary>
internal static partial class Elements
{
    private static readonly string[] Nodes = ["Task", "Gateway", "Event", "Process", "Activity", "transaction"];

    public static string Adapt(string name, string xml, IEnumerable<string> bindings)
    {
        var root = XDocument.Parse(xml).Root!;
        foreach (var element in root.Descendants().Where(static element => element.Name.Namespace == BpmnNames.Bpmn).ToList())
        {
            Adapt(element);
        }

        foreach (var binding in bindings.Select(static line => line.Split(' ', 4)).Where(line => string.Equals(line[0], name, StringComparison.Ordinal)))
        {
            Bind(root.Descendants().Single(element => string.Equals((string?)element.Attribute("id"), binding[1], StringComparison.Ordinal)), binding[2], binding[3]);
        }

        return root.ToString(SaveOptions.DisableFormatting);
    }

    private static void Adapt(XElement element)
    {
        switch (element.Name.LocalName)
        {
            case "task" or "scriptTask":
                element.Name = BpmnNames.Bpmn + "serviceTask";
                element.SetAttributeValue(BpmnNames.Office + "class", "pass");
                break;
            case "manualTask":
                element.Name = BpmnNames.Bpmn + "userTask";
                break;
            case "serviceTask" or "sendTask":
                element.SetAttributeValue(BpmnNames.Office + "class", "pass");
                break;
            case "process" or "subProcess" when (string?)element.Attribute("triggeredByEvent") is not "true" && element.Element(BpmnNames.Bpmn + "startEvent") is null:
                Begin(element);
                break;
            case "conditionExpression":
                element.Value = $"${{({Bare(element.Value)}) = true}}";
                break;
            case "timeDuration" or "timeDate" or "loopCardinality":
                element.Value = Scope().Replace(element.Value, "");
                break;
        }
    }

    private static void Begin(XElement scope)
    {
        var targets = scope.Elements(BpmnNames.Bpmn + "sequenceFlow").Select(static flow => (string?)flow.Attribute("targetRef")).ToHashSet(StringComparer.Ordinal);
        var start = $"{(string?)scope.Attribute("id")}_start";
        foreach (var first in scope.Elements().Where(element => IsFirst(element, targets)).ToList())
        {
            var id = (string?)first.Attribute("id");
            scope.Add(new XElement(
                BpmnNames.Bpmn + "sequenceFlow", new XAttribute("id", $"{start}_{id}"), new XAttribute("sourceRef", start), new XAttribute("targetRef", id!)));
        }

        scope.Add(new XElement(BpmnNames.Bpmn + "startEvent", new XAttribute("id", start)));
    }

    private static bool IsFirst(XElement element, HashSet<string?> targets) =>
        Array.Exists(Nodes, kind => element.Name.LocalName.EndsWith(kind, StringComparison.Ordinal)) && element.Name.LocalName is not "boundaryEvent"
        && (string?)element.Attribute("isForCompensation") is not "true" && (string?)element.Attribute("triggeredByEvent") is not "true"
        && !targets.Contains((string?)element.Attribute("id"));

    private static void Bind(XElement element, string how, string what)
    {
        switch (how)
        {
            case "when":
                element.Elements(BpmnNames.Bpmn + "conditionExpression").Single().Value = $"${{{what}}}";
                break;
            case "throws":
                element.SetAttributeValue(BpmnNames.Office + "class", $"throws {what}");
                break;
            default:
                var (target, formula) = (what.Split(" to ", 2)[0], what.Split(" to ", 2)[1]);
                element.AddFirst(new XElement(
                    BpmnNames.Bpmn + "extensionElements",
                    new XElement(BpmnNames.Office + "mapping", new XElement(BpmnNames.Office + "output", new XAttribute("target", target), new XAttribute("expression", formula)))));
                break;
        }
    }

    /// <summary>The value that the script hands on, and names without where that engine keeps them.</summary>
    private static string Bare(string script)
    {
        var bare = Scope().Replace(script, "").Trim();
        bare = Next().Match(bare) is { Success: true } next ? next.Groups[1].Value : bare;

        return bare.StartsWith("${", StringComparison.Ordinal) ? bare[2..^1] : bare;
    }

    [GeneratedRegex(@"(?:this\.)?(?:environment\.)?(?:variables|output)\.", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Scope();

    [GeneratedRegex(@"^next\(null,\s*(.*?)\);?$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Next();
}
