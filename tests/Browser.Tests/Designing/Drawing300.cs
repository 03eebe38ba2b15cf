using System.Globalization;
using System.Text;

namespace OfficeWorkflow.Browser.Tests.Designing;

/// <summary>A drawn procedure of 300 elements: ten rows of split, two ways with a task each, join.</summary>
internal static class Drawing300
{
    private const int Blocks = 75;
    private const int BlocksInRow = 8;

    private static readonly StringBuilder Elements = new();
    private static readonly StringBuilder Shapes = new();

    public static string Source { get; } = Draw();

    private static string Draw()
    {
        for (var block = 0; block < Blocks; block++)
        {
            var (x, y) = (100 + (block % BlocksInRow * 420), 100 + (block / BlocksInRow * 300));
            Node($"split-{block}", "exclusiveGateway", x, y + 85, 50, 50);
            Node($"left-{block}", "userTask", x + 120, y, 120, 80);
            Node($"right-{block}", "userTask", x + 120, y + 140, 120, 80);
            Node($"join-{block}", "exclusiveGateway", x + 300, y + 85, 50, 50);
            Flow($"split-{block}", $"left-{block}", (x + 25, y + 85), (x + 25, y + 40), (x + 120, y + 40));
            Flow($"split-{block}", $"right-{block}", (x + 25, y + 135), (x + 25, y + 180), (x + 120, y + 180));
            Flow($"left-{block}", $"join-{block}", (x + 240, y + 40), (x + 325, y + 40), (x + 325, y + 85));
            Flow($"right-{block}", $"join-{block}", (x + 240, y + 180), (x + 325, y + 180), (x + 325, y + 135));
        }

        return $"""
            <definitions id="d" xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI">
            <process id="p" name="canvas-300" isExecutable="true">{Elements}</process>
            <bpmndi:BPMNDiagram id="diagram"><bpmndi:BPMNPlane id="plane" bpmnElement="consent">{Shapes}</bpmndi:BPMNPlane></bpmndi:BPMNDiagram></definitions>
            """;
    }

    private static void Node(string id, string type, int x, int y, int width, int height)
    {
        Elements.Append(CultureInfo.InvariantCulture, $"<{type} id='{id}' name='{id}'/>");
        Shapes.Append(CultureInfo.InvariantCulture, $"<bpmndi:BPMNShape id='{id}-shape' bpmnElement='{id}'><dc:Bounds x='{x}' y='{y}' width='{width}' height='{height}'/></bpmndi:BPMNShape>");
    }

    private static void Flow(string source, string target, params IEnumerable<(int X, int Y)> points)
    {
        Elements.Append(CultureInfo.InvariantCulture, $"<sequenceFlow id='{source}--{target}' sourceRef='{source}' targetRef='{target}'/>");
        Shapes.Append(CultureInfo.InvariantCulture, $"<bpmndi:BPMNEdge id='{source}--{target}-edge' bpmnElement='{source}--{target}'>");
        foreach (var (x, y) in points)
        {
            Shapes.Append(CultureInfo.InvariantCulture, $"<di:waypoint x='{x}' y='{y}'/>");
        }

        Shapes.Append("</bpmndi:BPMNEdge>");
    }
}
