using System.Xml.Linq;
using OfficeWorkflow.Workflows.Reading;

namespace OfficeWorkflow.Workflows.Tests.Generating;

/// <summary>What is drawn inside one frame while it is being made up.</summary>
internal sealed class Sketch(XElement frame, Pen pen)
{
    /// <summary>The subprocess or process itself.</summary>
    public XElement Frame { get; } = frame;

    /// <summary>Whether an event subprocess is inside; one a frame is enough.</summary>
    public bool HasHandler { get; set; }

    public string Draw(string kind, params object[] content)
    {
        var id = pen.NewId(kind switch { "userTask" => "u", "serviceTask" => "s", _ => $"{kind[0]}{kind[^1]}" });
        var element = new XElement(BpmnNames.Bpmn + kind, new XAttribute("id", id));
        element.Add(content);
        Frame.Add(element);

        return id;
    }

    public XElement Element(string id) =>
        Frame.Elements().First(element => string.Equals((string?)element.Attribute("id"), id, StringComparison.Ordinal));

    public void Connect(string from, string to, string? condition = null)
    {
        var flow = new XElement(
            BpmnNames.Bpmn + "sequenceFlow",
            new XAttribute("id", pen.NewId("f")),
            new XAttribute("sourceRef", from),
            new XAttribute("targetRef", to));
        if (condition is not null)
        {
            flow.Add(new XElement(BpmnNames.Bpmn + "conditionExpression", condition));
        }

        Frame.Add(flow);
    }

    public void ConnectDefault(string from, string to)
    {
        Connect(from, to);
        Element(from).SetAttributeValue("default", (string?)Frame.Elements().Last().Attribute("id"));
    }
}
