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
        activity.Unknown = LoopReader.Unknown(element);
        activity.Mapping = OfficeExtensions.Mapping(element);

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
            "callActivity" => new CallActivity { Id = id, Procedure = (string?)element.Attribute("calledElement") ?? "" },
            "subProcess" => new SubProcess { Id = id, IsEventTriggered = XmlFlags.IsTrue(element, "triggeredByEvent", otherwise: false) },
            _ => null,
        };
    }
}
