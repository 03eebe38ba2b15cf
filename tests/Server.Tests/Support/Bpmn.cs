using System.Globalization;
using System.Security;
using System.Text;

namespace OfficeWorkflow.Server.Tests.Support;

/// <summary>Small procedures for tests, written as a line of elements and the flows between them.</summary>
public sealed class Bpmn(string key)
{
    private const string Literal = "{\"typeName\":\"String\",\"expression\":{\"type\":\"Literal\",\"value\":\"";

    private readonly StringBuilder body = new();
    private readonly StringBuilder messages = new();
    private int flows;

    public Bpmn Start(string id = "start", string? message = null, string? cycle = null) =>
        Add($"<startEvent id='{id}'>{MessageEvent(message)}{Timer("timeCycle", cycle)}</startEvent>");

    public Bpmn End(string id = "end") => Add($"<endEvent id='{id}'/>");

    public Bpmn Terminate(string id) => Add($"<endEvent id='{id}'><terminateEventDefinition/></endEvent>");

    /// <param name="name">As people read it; the id where none is given.</param>
    public Bpmn Work(string id, string inputs = "", string? name = null) =>
        Add($"<userTask id='{id}' name='{name ?? id}'>{Binding("Office.Work", inputs)}</userTask>");

    /// <param name="inputs">Such as <c>greeting=hello</c>; parted by semicolons.</param>
    public Bpmn Service(string id, string inputs = "") =>
        Add($"<serviceTask id='{id}' name='{id}'>{Binding(EchoWorker.StepType, inputs)}</serviceTask>");

    public Bpmn Mail(string id, string inputs) => Add($"<sendTask id='{id}' name='{id}'>{Binding("Office.SendMail", inputs)}</sendTask>");

    public Bpmn Call(string id, string procedure, string inputs = "", string outputs = "", string binding = "") => Add(
        $"<callActivity id='{id}' name='{id}' calledElement='{procedure}' {binding}><extensionElements><office:mapping>{Mapping("input", inputs)}{Mapping("output", outputs)}</office:mapping></extensionElements></callActivity>");

    /// <param name="keyExpression">FEEL of the correlation key.</param>
    public Bpmn Receive(string id, string message, string keyExpression) =>
        Message(message, keyExpression).Add($"<receiveTask id='{id}' name='{id}' messageRef='m-{message}'/>");

    public Bpmn Throw(string id, string message, string keyExpression) =>
        Message(message, keyExpression).Add($"<intermediateThrowEvent id='{id}'><messageEventDefinition messageRef='m-{message}'/></intermediateThrowEvent>");

    public Bpmn ThrowSignal(string id, string signal) => Signal(signal).Add($"<intermediateThrowEvent id='{id}'>{SignalEvent(signal)}</intermediateThrowEvent>");

    public Bpmn CatchSignal(string id, string signal) => Signal(signal).Add($"<intermediateCatchEvent id='{id}'>{SignalEvent(signal)}</intermediateCatchEvent>");

    public Bpmn StartBySignal(string id, string signal) => Signal(signal).Add($"<startEvent id='{id}'>{SignalEvent(signal)}</startEvent>");

    /// <summary>Tells of it and goes on.</summary>
    public Bpmn Escalate(string id, string code) =>
        Escalation(code).Add($"<intermediateThrowEvent id='{id}'><escalationEventDefinition escalationRef='e-{code}'/></intermediateThrowEvent>");

    public Bpmn OnEscalation(string id, string host, string code) => Escalation(code)
        .Add($"<boundaryEvent id='{id}' attachedToRef='{host}' cancelActivity='false'><escalationEventDefinition escalationRef='e-{code}'/></boundaryEvent>");

    public Bpmn Boundary(string id, string host, string duration, bool isInterrupting = true) =>
        Add($"<boundaryEvent id='{id}' attachedToRef='{host}' cancelActivity='{(isInterrupting ? "true" : "false")}'>{Timer("timeDuration", duration)}</boundaryEvent>");

    public Bpmn Repeating(string id, string host, string cycle) =>
        Add($"<boundaryEvent id='{id}' attachedToRef='{host}' cancelActivity='false'>{Timer("timeCycle", cycle)}</boundaryEvent>");

    /// <summary>Goes one way when the formula holds, and the other one else.</summary>
    public Bpmn Decision(string id, string formula, string then, string otherwise) =>
        Choose(id, $"{id}--{otherwise}").Way($"{id}--{then}", id, then, then, formula).Way($"{id}--{otherwise}", id, otherwise, otherwise);

    /// <summary>Work that each of several does at once.</summary>
    /// <param name="enough">When the rest is not needed; all of them are where none is given.</param>
    public Bpmn WorkOfEach(string id, int count, string? enough = null) => Several(id, "", $"<loopCardinality>{count.ToString(CultureInfo.InvariantCulture)}</loopCardinality>", enough);

    /// <summary>Work once for each of a list.</summary>
    /// <param name="collection">FEEL of the list.</param>
    /// <param name="until">FEEL that ends the rest; null to wait for all.</param>
    public Bpmn ForEach(string id, string collection, string? until = null) =>
        Several(id, $" office:collection='{SecurityElement.Escape(collection)}' office:elementVariable='item'", "", until);

    /// <summary>When the message comes, this work takes the place of all that is under way.</summary>
    public Bpmn Instead(string work, string message, string keyExpression) => Message(message, keyExpression).Add(
        $"<subProcess id='{work}-instead' triggeredByEvent='true'><startEvent id='{work}-comes'><messageEventDefinition messageRef='m-{message}'/></startEvent><userTask id='{work}' name='{work}'>{Binding("Office.Work", "")}</userTask><sequenceFlow id='{work}-way' sourceRef='{work}-comes' targetRef='{work}'/></subProcess>");

    public Bpmn Race(string id) => Add($"<eventBasedGateway id='{id}'/>");

    public Bpmn Wait(string id, string duration) => Add($"<intermediateCatchEvent id='{id}' name='{id}'>{Timer("timeDuration", duration)}</intermediateCatchEvent>");

    public Bpmn Error(string id, string code) =>
        Declare($"<error id='r-{code}' errorCode='{code}' name='{code}'/>").Add($"<endEvent id='{id}' name='{id}'><errorEventDefinition errorRef='r-{code}'/></endEvent>");

    public Bpmn Choose(string id, string defaultFlow) => Add($"<exclusiveGateway id='{id}' name='{id}' default='{defaultFlow}'/>");

    /// <summary>A way with a name and, where it is not the default, a condition.</summary>
    public Bpmn Way(string id, string from, string to, string name, string? condition = null) => Add(
        $"<sequenceFlow id='{id}' name='{name}' sourceRef='{from}' targetRef='{to}'>{(condition is null ? "" : $"<conditionExpression>{SecurityElement.Escape(condition)}</conditionExpression>")}</sequenceFlow>");

    public Bpmn Fork(string id) => Add($"<parallelGateway id='{id}'/>");

    /// <summary>A branch: one way where the condition holds, the other where it does not.</summary>
    public Bpmn Either(string id, string condition, string yes, string no) => Add(
        $"<exclusiveGateway id='{id}' default='{id}-no'/><sequenceFlow id='{id}-yes' sourceRef='{id}' targetRef='{yes}'><conditionExpression>{SecurityElement.Escape(condition)}</conditionExpression></sequenceFlow><sequenceFlow id='{id}-no' sourceRef='{id}' targetRef='{no}'/>");

    /// <summary>Flows along a path: <c>start → a → end</c>.</summary>
    public Bpmn Path(params string[] nodes)
    {
        for (var at = 1; at < nodes.Length; at++)
        {
            flows++;
            Add(string.Create(CultureInfo.InvariantCulture, $"<sequenceFlow id='f{flows}' sourceRef='{nodes[at - 1]}' targetRef='{nodes[at]}'/>"));
        }

        return this;
    }

    /// <summary>The people of a role do what lies in its lane.</summary>
    public Bpmn Lane(string role, params string[] nodes) => Add(
        $"<laneSet><lane id='lane-{role}'><extensionElements><office:role key='{role}'/></extensionElements>{string.Concat(nodes.Select(static node => $"<flowNodeRef>{node}</flowNodeRef>"))}</lane></laneSet>");

    public override string ToString() => $"""
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:elsa="https://elsaworkflows.io/schemas/bpmn/v1"
            xmlns:office="urn:officeworkflow:bpmn:1" targetNamespace="urn:test">{messages}<process id="{key}" name="{key}" isExecutable="true">{body}</process></definitions>
        """;

    private Bpmn Several(string id, string attributes, string cardinality, string? enough) => Add(
        $"<userTask id='{id}' name='{id}'>{Binding("Office.Work", "")}<multiInstanceLoopCharacteristics{attributes}>{cardinality}{(enough is null ? "" : $"<completionCondition>{SecurityElement.Escape(enough)}</completionCondition>")}</multiInstanceLoopCharacteristics></userTask>");

    private static string Timer(string element, string? text) =>
        text is null ? "" : $"<timerEventDefinition><{element}>{text}</{element}></timerEventDefinition>";

    private static string Binding(string type, string inputs)
    {
        var written = Pairs(inputs).Select(static pair =>
            $"<elsa:input name='{pair.Name}'>{SecurityElement.Escape(Literal + pair.Text + "\"}}")}</elsa:input>");
        return $"<extensionElements><elsa:activityBinding activityType='{type}'>{string.Concat(written)}</elsa:activityBinding></extensionElements>";
    }

    private static string Mapping(string direction, string pairs) =>
        string.Concat(Pairs(pairs).Select(pair => $"<office:{direction} target='{pair.Name}' expression='{SecurityElement.Escape(pair.Text)}'/>"));

    private static IEnumerable<(string Name, string Text)> Pairs(string text) =>
        text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(static pair => pair.Split('=', 2))
            .Select(static parts => (parts[0], parts[1]));

    private string MessageEvent(string? message)
    {
        if (message is null)
        {
            return "";
        }

        Message(message, null);
        return $"<messageEventDefinition messageRef='m-{message}'/>";
    }

    private static string SignalEvent(string name) => $"<signalEventDefinition signalRef='g-{name}'/>";

    private Bpmn Signal(string name) => Declare($"<signal id='g-{name}' name='{name}'/>");

    private Bpmn Escalation(string code) => Declare($"<escalation id='e-{code}' escalationCode='{code}' name='{code}'/>");

    private Bpmn Declare(string declaration)
    {
        messages.Append(declaration);
        return this;
    }

    private Bpmn Message(string name, string? keyExpression)
    {
        var correlation = keyExpression is null ? "" : $"<extensionElements><office:correlation key='{SecurityElement.Escape(keyExpression)}'/></extensionElements>";
        messages.Append(CultureInfo.InvariantCulture, $"<message id='m-{name}' name='{name}'>{correlation}</message>");
        return this;
    }

    private Bpmn Add(string element)
    {
        body.Append(element);
        return this;
    }
}
