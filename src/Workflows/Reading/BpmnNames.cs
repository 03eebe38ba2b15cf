using System.Xml.Linq;

namespace OfficeWorkflow.Workflows.Reading;

/// <summary>The namespaces of the .bpmn text. What is in other namespaces is not read and not lost: the text is the source.</summary>
internal static class BpmnNames
{
    public static readonly XNamespace Bpmn = "http://www.omg.org/spec/BPMN/20100524/MODEL";

    /// <summary>Step bindings in the dialect that Elsa's importer reads.</summary>
    public static readonly XNamespace Elsa = "https://elsaworkflows.io/schemas/bpmn/v1";

    public static readonly XNamespace Office = "urn:officeworkflow:bpmn:1";
}
