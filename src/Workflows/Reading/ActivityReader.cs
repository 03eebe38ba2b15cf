using System.Xml.Linq;
using OfficeWorkflow.Workflows.Model.Activities;

namespace OfficeWorkflow.Workflows.Reading;

internal static class ActivityReader
{
    public static Activity? Read(XElement element, Definitions definitions)
    {
        var (id, name, documentation) = NodeReader.Words(element);
        var binding = StepBindingReader.Read(element, definitions);
        var loop = LoopReader.Read(element);
        var unknown = LoopReader.Unknown(element);
        var byDefault = NodeReader.Default(element);
        var mapping = OfficeExtensions.Mapping(element);

        return element.Name.LocalName switch
        {
            "userTask" => new UserTask { Id = id, Name = name, Documentation = documentation, Default = byDefault, Binding = binding, Loop = loop, Unknown = unknown, Mapping = mapping },
            "manualTask" => new ManualTask { Id = id, Name = name, Documentation = documentation, Default = byDefault, Binding = binding, Loop = loop, Unknown = unknown, Mapping = mapping },
            "serviceTask" => new ServiceTask { Id = id, Name = name, Documentation = documentation, Default = byDefault, Binding = binding, Loop = loop, Unknown = unknown, Mapping = mapping },
            "sendTask" => new SendTask
            {
                Id = id,
                Name = name,
                Documentation = documentation,
                Default = byDefault,
                Binding = binding,
                Message = element.Attribute("messageRef") is null ? null : definitions.Message(element),
                Loop = loop,
                Unknown = unknown,
                Mapping = mapping,
            },
            "receiveTask" => new ReceiveTask { Id = id, Name = name, Documentation = documentation, Default = byDefault, Message = definitions.Message(element), Loop = loop, Unknown = unknown, Mapping = mapping },
            "callActivity" => new CallActivity { Id = id, Name = name, Documentation = documentation, Default = byDefault, Procedure = (string?)element.Attribute("calledElement") ?? "", Loop = loop, Unknown = unknown, Mapping = mapping },
            "subProcess" when !XmlFlags.IsTrue(element, "triggeredByEvent", otherwise: false) =>
                new SubProcess { Id = id, Name = name, Documentation = documentation, Default = byDefault, Loop = loop, Unknown = unknown, Mapping = mapping },
            _ => null,
        };
    }
}
