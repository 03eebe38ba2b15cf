using System.Xml.Linq;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Reading;

namespace OfficeWorkflow.Workflows.Tests.Generating;

/// <summary>Tasks, made up, with what may come back from them.</summary>
internal sealed class Tasks(Dice dice, Dictionary<string, Value.Record[]> results, int variables)
{
    private static readonly string[] Kinds = ["userTask", "userTask", "manualTask", "serviceTask", "sendTask", "receiveTask", "callActivity", "message"];

    public string Draw(Sketch sketch, string? kind = null)
    {
        var id = Plain(sketch, kind ?? dice.Pick(Kinds));
        if (kind is null)
        {
            Loop(sketch, id);
        }

        if (dice.Chance(70) || kind is not null)
        {
            var name = $"x{1 + dice.Below(variables)}";
            results[id] = [Value.Record.Empty.With(name, Value.Of(0m)), Value.Record.Empty.With(name, Value.Of(1m))];
        }

        return id;
    }

    /// <summary>Now and then an activity is done several times.</summary>
    public void Loop(Sketch sketch, string id)
    {
        if (dice.Chance(12))
        {
            sketch.Element(id).Add(MultiInstance(id));
        }
        else if (dice.Chance(7))
        {
            sketch.Element(id).Add(new XElement(
                BpmnNames.Bpmn + "standardLoopCharacteristics",
                new XAttribute("testBefore", dice.Chance(50) ? "true" : "false"),
                new XAttribute("loopMaximum", 1 + dice.Below(3)),
                new XElement(BpmnNames.Bpmn + "loopCondition", $"x{1 + dice.Below(variables)} = 1")));
        }
    }

    private static string Plain(Sketch sketch, string kind) => kind switch
    {
        "serviceTask" or "sendTask" => sketch.Draw(kind, Binding()),
        "receiveTask" => sketch.Draw(kind, new XAttribute("messageRef", "m2")),
        "message" => sketch.Draw("sendTask", new XAttribute("messageRef", "m1")),
        "callActivity" => sketch.Draw(kind, new XAttribute("calledElement", "other")),
        _ => sketch.Draw(kind),
    };

    private XElement MultiInstance(string id)
    {
        var loop = new XElement(
            BpmnNames.Bpmn + "multiInstanceLoopCharacteristics",
            new XAttribute("isSequential", dice.Chance(50) ? "true" : "false"),
            new XAttribute(BpmnNames.Office + "outputCollection", $"out_{id}"),
            new XAttribute(BpmnNames.Office + "outputElement", "loopCounter"));
        if (dice.Chance(50))
        {
            loop.Add(new XElement(BpmnNames.Bpmn + "loopCardinality", $"{1 + dice.Below(3)}"));
        }
        else
        {
            loop.Add(
                new XAttribute(BpmnNames.Office + "collection", dice.Pick(["=[]", "=[7, 8]", "=[5, 6, 7]"])),
                new XAttribute(BpmnNames.Office + "elementVariable", "item"));
        }

        if (dice.Chance(30))
        {
            loop.Add(new XElement(BpmnNames.Bpmn + "completionCondition", "numberOfCompletedInstances >= 2"));
        }

        return loop;
    }

    private static XElement Binding() => new(
        BpmnNames.Bpmn + "extensionElements",
        new XElement(BpmnNames.Elsa + "activityBinding", new XAttribute("activityType", "Office.SendMail")));
}
