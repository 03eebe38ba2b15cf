using System.Xml.Linq;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Model.Activities;
using OfficeWorkflow.Workflows.Model.Events;
using OfficeWorkflow.Workflows.Timing;

namespace OfficeWorkflow.Workflows.Reading;

internal static class EventReader
{
    public static EventNode? Read(XElement element, Definitions definitions)
    {
        var (id, name, documentation) = NodeReader.Words(element);
        var trigger = Trigger(element, definitions);
        var mapping = OfficeExtensions.Mapping(element);

        return element.Name.LocalName switch
        {
            "startEvent" => new StartEvent { Id = id, Name = name, Documentation = documentation, Trigger = trigger, Mapping = mapping },
            "endEvent" => new EndEvent { Id = id, Name = name, Documentation = documentation, Trigger = trigger, Mapping = mapping },
            "intermediateCatchEvent" => new CatchEvent { Id = id, Name = name, Documentation = documentation, Trigger = trigger, Mapping = mapping },
            "intermediateThrowEvent" => new ThrowEvent { Id = id, Name = name, Documentation = documentation, Trigger = trigger, Mapping = mapping },
            _ => null,
        };
    }

    /// <param name="hosts">The activities of the same frame, by id.</param>
    public static BoundaryEvent? ReadBoundary(XElement element, Definitions definitions, IReadOnlyDictionary<string, FlowNode> hosts)
    {
        var (id, name, documentation) = NodeReader.Words(element);
        if ((string?)element.Attribute("attachedToRef") is not { } host || hosts.GetValueOrDefault(host) is not Activity activity)
        {
            definitions.Add("boundary-has-a-host", element, $"境界イベント「{(name.Length > 0 ? name : id)}」が、どの作業にも付いていません。", "作業の縁に置き直してください。");
            return null;
        }

        return new BoundaryEvent
        {
            Id = id,
            Name = name,
            Documentation = documentation,
            AttachedTo = activity,
            IsInterrupting = XmlFlags.IsTrue(element, "cancelActivity", otherwise: true),
            Trigger = Trigger(element, definitions),
            Mapping = OfficeExtensions.Mapping(element),
        };
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
        "terminateEventDefinition" => new Trigger.Terminate(),
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
