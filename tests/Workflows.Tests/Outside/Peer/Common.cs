using System.Xml.Linq;
using OfficeWorkflow.Workflows.Reading;

namespace OfficeWorkflow.Workflows.Tests.Outside.Peer;

/// <summary>What both engines cover: tasks that somebody answers, messages, gateways, subprocesses, boundary events, loops by number.</summary>
internal static class Common
{
    private static readonly XNamespace Xsi = "http://www.w3.org/2001/XMLSchema-instance";

    private static readonly string[] Tasks = ["serviceTask", "sendTask", "receiveTask", "callActivity", "manualTask"];

    /// <summary>Every task waits for a person, every timer for a message: neither changes which way is taken.</summary>
    public static void Tame(XElement root)
    {
        OrderFlows(root);
        foreach (var element in root.Descendants().ToList())
        {
            switch (element.Name.LocalName)
            {
                // Behind an event-based gateway: an event like the others.
                case "receiveTask" when (string?)element.Attribute("messageRef") is "m1":
                    element.Name = BpmnNames.Bpmn + "intermediateCatchEvent";
                    element.ReplaceNodes(new XElement(BpmnNames.Bpmn + "messageEventDefinition", new XAttribute("messageRef", "m1")));
                    element.SetAttributeValue("messageRef", null);
                    break;
                case var name when Tasks.Contains(name, StringComparer.Ordinal):
                    element.Name = BpmnNames.Bpmn + "userTask";
                    element.SetAttributeValue("messageRef", null);
                    element.SetAttributeValue("calledElement", null);
                    element.Elements(BpmnNames.Bpmn + "extensionElements").Remove();
                    break;
                case "timerEventDefinition":
                    element.Name = BpmnNames.Bpmn + "messageEventDefinition";
                    element.ReplaceAll(new XAttribute("messageRef", "m1"));
                    break;
                case "standardLoopCharacteristics" or "multiInstanceLoopCharacteristics" when element.Element(BpmnNames.Bpmn + "loopCardinality") is null:
                    element.Remove();
                    break;
                case "multiInstanceLoopCharacteristics":
                    element.Elements(BpmnNames.Bpmn + "completionCondition").Remove();
                    break;
            }
        }
    }

    /// <summary>Ids of all that somebody answers.</summary>
    public static IEnumerable<string> Answered(XElement root) =>
        from element in root.Descendants()
        where element.Name.LocalName is "userTask" || element.Element(BpmnNames.Bpmn + "messageEventDefinition") is not null
        select (string)element.Attribute("id")!;

    /// <summary>The same in the peer's words: conditions are JavaScript there.</summary>
    public static string ForThePeer(XElement root)
    {
        var copy = new XElement(root);
        foreach (var condition in copy.Descendants(BpmnNames.Bpmn + "conditionExpression"))
        {
            var parts = condition.Value.Split(" = ");
            condition.Value = $"next(null, this.environment.variables.shared.{parts[0]} === {parts[1]});";
            condition.SetAttributeValue(Xsi + "type", "tFormalExpression");
            condition.SetAttributeValue("language", "javascript");
        }

        return copy.ToString();
    }

    /// <summary>We try flows by their ids, the peer in the order of the file: here both are the same.</summary>
    private static void OrderFlows(XElement root)
    {
        var ids = root.Descendants(BpmnNames.Bpmn + "sequenceFlow").Select(static flow => flow.Attribute("id"))
            .Concat(root.Descendants().Select(static element => element.Attribute("default")));
        foreach (var id in ids.OfType<XAttribute>())
        {
            id.Value = $"f{id.Value[1..].PadLeft(4, '0')}";
        }
    }
}
