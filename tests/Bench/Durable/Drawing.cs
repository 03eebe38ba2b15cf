namespace OfficeWorkflow.Bench.Durable;

/// <summary>Procedures of a few elements, written short.</summary>
internal static class Drawing
{
    public static string Of(string key, string elements, string declarations = "") => $"""
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:elsa="https://elsaworkflows.io/schemas/bpmn/v1" xmlns:office="urn:officeworkflow:bpmn:1" targetNamespace="urn:officeworkflow:bench">
          {declarations}<process id="{key}" name="{key}" isExecutable="true">{elements}</process>
        </definitions>
        """;

    public static string Work(string id) => $$$"""
        <userTask id="{{{id}}}" name="{{{id}}}"><extensionElements><elsa:activityBinding activityType="Office.Work"><elsa:input name="form">{"typeName":"String","expression":{"type":"Literal","value":"work"}}</elsa:input></elsa:activityBinding></extensionElements></userTask>
        """;

    public static string Way(params string[] nodes) =>
        string.Concat(nodes.Zip(nodes.Skip(1), static (from, to) => $"<sequenceFlow id=\"{from}--{to}\" sourceRef=\"{from}\" targetRef=\"{to}\"/>"));
}
