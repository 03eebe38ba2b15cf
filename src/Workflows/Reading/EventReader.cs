using System.Xml.Linq;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Model.Activities;
using OfficeWorkflow.Workflows.Model.Events;
using OfficeWorkflow.Workflows.Timing;

namespace OfficeWorkflow.Workflows.Reading;

internal static class EventReader
{
    public static EventNode? Read(XElement element, Definitions definitions) =>
        Create(element) is { } node ? Complete(node, element, definitions) : null;

    /// <param name="hosts">The activities of the same frame, by id.</param>
    public static BoundaryEvent? ReadBoundary(XElement element, Definitions definitions, IReadOnlyDictionary<string, FlowNode> hosts)
    {
        var (id, name, _) = NodeReader.Words(element);
        if ((string?)element.Attribute("attachedToRef") is not { } host || hosts.GetValueOrDefault(host) is not Activity activity)
        {
            definitions.Add("boundary-has-a-host", element, $"境界イベント「{(name.Length > 0 ? name : id)}」が、どの作業にも付いていません。", "作業の縁に置き直してください。");
            return null;
        }

        var isInterrupting = XmlFlags.IsTrue(element, "cancelActivity", otherwise: true);

        return NodeReader.Named(
            Complete(new BoundaryEvent { Id = id, AttachedTo = activity, IsInterrupting = isInterrupting }, element, definitions), element);
    }

    private static EventNode? Create(XElement element)
    {
        var id = Definitions.Id(element);

        return element.Name.LocalName switch
        {
            "startEvent" => new StartEvent { Id = id, IsInterrupting = XmlFlags.IsTrue(element, "isInterrupting", otherwise: true) },
            "endEvent" => new EndEvent { Id = id },
            "intermediateCatchEvent" => new CatchEvent { Id = id },
            "intermediateThrowEvent" => new ThrowEvent { Id = id },
            _ => null,
        };
    }

    private static T Complete<T>(T node, XElement element, Definitions definitions)
        where T : EventNode
    {
        node.Trigger = Trigger(element, definitions);
        node.Mapping = OfficeExtensions.Mapping(element);

        return node;
    }

    private static Trigger Trigger(XElement element, Definitions definitions)
    {
        var found = element.Elements().Where(static child =>
            child.Name.Namespace == BpmnNames.Bpmn
            && (child.Name.LocalName.EndsWith("EventDefinition", StringComparison.Ordinal)
                || string.Equals(child.Name.LocalName, "eventDefinitionRef", StringComparison.Ordinal))).ToList();

        return found switch
        {
            [] => new Trigger.Blank(),
            [var one] => Trigger(one, element, definitions),
            _ => new Trigger.Unknown("multipleEventDefinition"),
        };
    }

    private static Trigger Trigger(XElement definition, XElement holder, Definitions definitions) => definition.Name.LocalName switch
    {
        "messageEventDefinition" => new Trigger.Message(definitions.Message(definition, holder)),
        "timerEventDefinition" => new Trigger.Timer(Timer(definition)),
        "errorEventDefinition" => definitions.Error(definition),
        "escalationEventDefinition" => definitions.Escalation(definition),
        "linkEventDefinition" => new Trigger.Link(((string?)definition.Attribute("name") ?? "").Trim()),
        "terminateEventDefinition" => new Trigger.Terminate(),
        "signalEventDefinition" => definitions.Signal(definition),
        "conditionalEventDefinition" => new Trigger.Conditional(OfficeExtensions.FormulaOf((string?)definition.Element(BpmnNames.Bpmn + "condition"))),
        "compensateEventDefinition" when XmlFlags.IsTrue(definition, "waitForCompletion", otherwise: true) =>
            new Trigger.Compensation((string?)definition.Attribute("activityRef") is { Length: > 0 } id ? id : null),
        "compensateEventDefinition" => new Trigger.Unknown("compensationWithoutWaiting"),
        var other => new Trigger.Unknown(other),
    };

    private static TimerDefinition Timer(XElement definition)
    {
        foreach (var child in definition.Elements())
        {
            TimerKind? kind = child.Name.LocalName switch
            {
                "timeDate" => TimerKind.Date,
                "timeDuration" => TimerKind.Duration,
                "timeCycle" => TimerKind.Cycle,
                _ => null,
            };
            if (kind is not null)
            {
                return new TimerDefinition(kind.Value, child.Value.Trim());
            }
        }

        return new TimerDefinition(TimerKind.Date, "");
    }
}
