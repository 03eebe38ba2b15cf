using System.Xml.Linq;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Model.Activities;

namespace OfficeWorkflow.Workflows.Reading;

internal static class ActivityReader
{
    public static Activity? Read(XElement element, Definitions definitions)
    {
        if (Create(element, StepBindingReader.Read(element, definitions), definitions) is not { } activity)
        {
            return null;
        }

        activity.Loop = LoopReader.Read(element);
        activity.Repeat = LoopReader.ReadStandard(element);
        activity.IsForCompensation = XmlFlags.IsTrue(element, "isForCompensation", otherwise: false);
        activity.Mapping = OfficeExtensions.Mapping(element);
        activity.Unknown = string.Equals((string?)element.Attribute("ordering"), "Sequential", StringComparison.Ordinal) ? ["sequentialAdHoc"] : [];

        return activity;
    }

    private static Activity? Create(XElement element, StepBinding? binding, Definitions definitions)
    {
        var id = Definitions.Id(element);

        return element.Name.LocalName switch
        {
            "userTask" => new UserTask { Id = id, Binding = binding },
            "manualTask" => new ManualTask { Id = id, Binding = binding },
            "serviceTask" => new ServiceTask { Id = id, Binding = binding },
            "sendTask" => new SendTask { Id = id, Binding = binding, Message = element.Attribute("messageRef") is null ? null : definitions.Message(element) },
            "receiveTask" => new ReceiveTask { Id = id, Message = definitions.Message(element) },
            "callActivity" => CallReader.Read(element),
            "businessRuleTask" => new BusinessRuleTask { Id = id, Table = DecisionTableReader.Read(element) },
            "subProcess" => new SubProcess { Id = id, IsEventTriggered = XmlFlags.IsTrue(element, "triggeredByEvent", otherwise: false) },
            "adHocSubProcess" => new SubProcess { Id = id, AdHoc = AdHoc(element) },
            _ => null,
        };
    }

    private static AdHoc AdHoc(XElement element) => new(
        OfficeExtensions.FormulaOf((string?)element.Element(BpmnNames.Bpmn + "completionCondition")),
        XmlFlags.IsTrue(element, "cancelRemainingInstances", otherwise: true));
}
