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
    public static FlowNode? Read(XElement element, Definitions definitions)
    {
        var (id, name, documentation) = Words(element);

        return element.Name.LocalName switch
        {
            "exclusiveGateway" => new ExclusiveGateway { Id = id, Name = name, Documentation = documentation, Default = Default(element) },
            "parallelGateway" => new ParallelGateway { Id = id, Name = name, Documentation = documentation, Default = Default(element) },
            "inclusiveGateway" => new InclusiveGateway { Id = id, Name = name, Documentation = documentation, Default = Default(element) },
            "eventBasedGateway" when !XmlFlags.IsTrue(element, "instantiate", otherwise: false) =>
                new EventBasedGateway { Id = id, Name = name, Documentation = documentation, Default = Default(element) },
            var kind when IsNode(kind) =>
                ActivityReader.Read(element, definitions)
                ?? (FlowNode?)EventReader.Read(element, definitions)
                ?? new UnknownNode { Id = id, Name = name, Documentation = documentation, Element = Unknown(element), Default = Default(element) },
            _ => null,
        };
    }

    public static string? Default(XElement element) => (string?)element.Attribute("default") is { Length: > 0 } id ? id : null;

    private static bool IsNode(string kind) =>
        kind.EndsWith("Task", StringComparison.Ordinal)
        || kind.EndsWith("Event", StringComparison.Ordinal)
        || kind.EndsWith("Gateway", StringComparison.Ordinal)
        || kind.EndsWith("Choreography", StringComparison.Ordinal)
        || kind is "task" or "callActivity" or "subProcess" or "adHocSubProcess" or "transaction";

    private static string Unknown(XElement element) => element.Name.LocalName switch
    {
        "subProcess" => "eventSubProcess",
        "eventBasedGateway" => "instantiatingEventBasedGateway",
        var kind => kind,
    };
}
