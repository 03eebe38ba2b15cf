using System.Xml.Linq;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Model.Gateways;

namespace OfficeWorkflow.Workflows.Reading;

/// <summary>Which element is what; an element that is not run is kept by its name.</summary>
internal static class NodeReader
{
    public static (string Id, string Name, string Documentation) Words(XElement element) => (
        Definitions.Id(element),
        ((string?)element.Attribute("name") ?? "").ReplaceLineEndings(" ").Trim(),
        ((string?)element.Element(BpmnNames.Bpmn + "documentation") ?? "").Trim());

    /// <summary>Null for what is no node: flows, lanes, data, notes.</summary>
    public static FlowNode? Read(XElement element, Definitions definitions) =>
        Create(element, definitions) is { } node ? Named(node, element) : null;

    /// <summary>Gives a node what every node may have.</summary>
    public static T Named<T>(T node, XElement element)
        where T : FlowNode
    {
        (_, node.Name, node.Documentation) = Words(element);
        node.Default = (string?)element.Attribute("default") is { Length: > 0 } id ? id : null;

        return node;
    }

    private static FlowNode? Create(XElement element, Definitions definitions)
    {
        var id = Definitions.Id(element);

        return element.Name.LocalName switch
        {
            "exclusiveGateway" => new ExclusiveGateway { Id = id },
            "parallelGateway" => new ParallelGateway { Id = id },
            "inclusiveGateway" => new InclusiveGateway { Id = id },
            "eventBasedGateway" when !XmlFlags.IsTrue(element, "instantiate", otherwise: false) => new EventBasedGateway { Id = id },
            var kind when IsNode(kind) =>
                ActivityReader.Read(element, definitions)
                ?? (FlowNode?)EventReader.Read(element, definitions)
                ?? new UnknownNode { Id = id, Element = Unknown(element) },
            _ => null,
        };
    }

    /// <summary>Whether an element is a node, a flow, or something else that people draw or declare one by one.</summary>
    public static bool IsDrawn(string kind) =>
        IsNode(kind) || kind is "sequenceFlow" or "process" or "participant" or "lane" or "flowNodeRef" or "message" or "error" or "escalation" or "signal";

    private static bool IsNode(string kind) =>
        kind.EndsWith("Task", StringComparison.Ordinal)
        || kind.EndsWith("Event", StringComparison.Ordinal)
        || kind.EndsWith("Gateway", StringComparison.Ordinal)
        || kind.EndsWith("Choreography", StringComparison.Ordinal)
        || kind is "task" or "callActivity" or "subProcess" or "adHocSubProcess" or "transaction";

    private static string Unknown(XElement element) => element.Name.LocalName switch
    {
        "eventBasedGateway" => "instantiatingEventBasedGateway",
        var kind => kind,
    };
}
