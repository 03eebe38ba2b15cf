using System.Collections.Frozen;
using System.Globalization;
using System.Xml.Linq;
using OfficeWorkflow.Workflows.Reading;

namespace OfficeWorkflow.Workflows.Comparing;

/// <summary>What a .bpmn text holds beside what runs: notes, papers, frames, who lies in which lane, what other tools wrote, and the layout.</summary>
internal sealed class Drawing
{
    private static readonly XNamespace Di = "http://www.omg.org/spec/BPMN/20100524/DI";

    /// <summary>Notes and the like: what is shown, called and compared as a thing of its own.</summary>
    private static readonly FrozenDictionary<string, string> Shown = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["textAnnotation"] = "メモ",
        ["group"] = "囲み",
        ["dataObjectReference"] = "書類",
        ["dataStoreReference"] = "台帳",
        ["association"] = "メモの線",
        ["messageFlow"] = "やりとりの線",
        ["participant"] = "手続きの枠",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public Drawing(XElement root, string key)
    {
        foreach (var lane in root.Descendants(BpmnNames.Bpmn + "lane"))
        {
            foreach (var node in lane.Elements(BpmnNames.Bpmn + "flowNodeRef"))
            {
                LaneOf[node.Value.Trim()] = Definitions.Id(lane);
            }
        }

        var elements = root.Descendants().Where(static element => element.Name.Namespace == BpmnNames.Bpmn && Definitions.Id(element).Length > 0).ToList();
        var names = elements.ToLookup(Definitions.Id, StringComparer.Ordinal);
        foreach (var element in elements)
        {
            if (Shown.TryGetValue(element.Name.LocalName, out var kind) && !IsPoolOf(element, key) && !IsUndoing(element, names))
            {
                Things[Definitions.Id(element)] = (kind, Text(element, names), Raw(element));
            }

            Rest[Definitions.Id(element)] = Leftover.Of(element);
        }

        foreach (var shape in root.Descendants().Where(static element => element.Name == Di + "BPMNShape" || element.Name == Di + "BPMNEdge"))
        {
            Places[(string?)shape.Attribute("bpmnElement") ?? ""] = string.Join(' ', shape.DescendantsAndSelf().Select(Place));
        }
    }

    /// <summary>The innermost lane in which an element is drawn.</summary>
    public Dictionary<string, string> LaneOf { get; } = new(StringComparer.Ordinal);

    /// <summary>Notes and the like by id: what it is called, what it says, and what of that is its own; a line does not change with what is written at its ends.</summary>
    public Dictionary<string, (string Kind, string Text, string Raw)> Things { get; } = new(StringComparer.Ordinal);

    /// <summary>What is written in an element and nothing here knows.</summary>
    public Dictionary<string, string> Rest { get; } = new(StringComparer.Ordinal);

    /// <summary>Where an element is drawn.</summary>
    public Dictionary<string, string> Places { get; } = new(StringComparer.Ordinal);

    private static bool IsPoolOf(XElement element, string key) => string.Equals((string?)element.Attribute("processRef"), key, StringComparison.Ordinal);

    /// <summary>The line from a compensation event to what undoes is told with the event.</summary>
    private static bool IsUndoing(XElement element, ILookup<string, XElement> names) =>
        names[(string?)element.Attribute("sourceRef") ?? ""].Any(static source => source.Name == BpmnNames.Bpmn + "boundaryEvent");

    private static string Text(XElement element, ILookup<string, XElement> names) =>
        (Written(element) ?? $"{End(element, "sourceRef", names)}―{End(element, "targetRef", names)}").Trim();

    private static string Raw(XElement element) =>
        (Written(element) ?? $"{(string?)element.Attribute("sourceRef")}―{(string?)element.Attribute("targetRef")}").Trim();

    private static string? Written(XElement element) => (string?)element.Element(BpmnNames.Bpmn + "text") ?? (string?)element.Attribute("name");

    private static string End(XElement line, string attribute, ILookup<string, XElement> names)
    {
        var id = (string?)line.Attribute(attribute) ?? "";
        return names[id].Select(Written).FirstOrDefault() ?? id;
    }

    /// <summary>Numbers are compared as numbers: a tool may write 10 or 10.0.</summary>
    private static string Place(XElement element) =>
        element.Name.LocalName + string.Concat(element.Attributes()
            .Where(static attribute => !attribute.IsNamespaceDeclaration && attribute.Name.LocalName is not ("id" or "bpmnElement"))
            .OrderBy(static attribute => attribute.Name.LocalName, StringComparer.Ordinal)
            .Select(static attribute => $" {attribute.Name.LocalName}={Number(attribute.Value)}"));

    private static string Number(string value) =>
        double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number.ToString("R", CultureInfo.InvariantCulture) : value;
}
