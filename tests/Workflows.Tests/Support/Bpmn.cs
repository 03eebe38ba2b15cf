using System.Text;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Reading;

namespace OfficeWorkflow.Workflows.Tests.Support;

/// <summary>Short writing of .bpmn texts for tests.</summary>
internal static class Bpmn
{
    /// <summary>
    /// A file with one process <c>p</c>. Flows are written one a line: <c>a &gt; b &gt; c</c>, with a condition at the end of a line
    /// of two: <c>a &gt; b : x = 1</c>. A flow's id is <c>a-b</c>.
    /// </summary>
    public static string File(string elements, string flows, string declarations = "") => $"""
        <definitions id="file" xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:elsa="https://elsaworkflows.io/schemas/bpmn/v1" xmlns:office="urn:officeworkflow:bpmn:1">
        {declarations}
        <process id="p" isExecutable="true">
        {elements}
        {Flows(flows)}
        </process>
        </definitions>
        """;

    /// <summary>Flow elements from their short writing.</summary>
    public static string Flows(string flows)
    {
        var xml = new StringBuilder();
        foreach (var line in flows.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = line.Split(" : ", 2);
            var nodes = parts[0].Split('>', StringSplitOptions.TrimEntries);
            for (var index = 0; index + 1 < nodes.Length; index++)
            {
                var condition = parts.Length > 1 ? $"<conditionExpression>{System.Security.SecurityElement.Escape(parts[1])}</conditionExpression>" : "";
                xml.AppendLine(null, $"""<sequenceFlow id="{nodes[index]}-{nodes[index + 1]}" sourceRef="{nodes[index]}" targetRef="{nodes[index + 1]}">{condition}</sequenceFlow>""");
            }
        }

        return xml.ToString();
    }

    /// <summary>The binding of a task; a value with a leading <c>=</c> is a formula.</summary>
    public static string Binding(string type, params (string Name, string Value)[] inputs)
    {
        var xml = new StringBuilder($"<extensionElements><elsa:activityBinding activityType=\"{type}\">");
        foreach (var (name, value) in inputs)
        {
            xml.Append(null, $$$"""<elsa:input name="{{{name}}}">{"typeName":"String","expression":{"type":"Literal","value":"{{{value}}}"}}</elsa:input>""");
        }

        return xml.Append("</elsa:activityBinding></extensionElements>").ToString();
    }

    /// <summary>Reads a file that is right and has one process.</summary>
    public static Process Read(string xml)
    {
        var result = BpmnReader.Read(xml);
        Assert.Empty(result.Findings);

        return Assert.Single(result.Processes);
    }
}
