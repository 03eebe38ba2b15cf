using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Model.Activities;
using OfficeWorkflow.Workflows.Model.Events;

namespace OfficeWorkflow.Workflows.Checking.Rules.Events;

internal static class MessageHasAName
{
    public static IEnumerable<Finding> Check(Process process) =>
        from node in process.Nodes
        let message = MessageOf(node)
        where message is { Name.Length: 0 }
        select Finding.Error("message-has-a-name", node.Id, $"「{node.Label}」のメッセージに名前がありません。", "メッセージを選ぶか、名前を付けてください。");

    private static MessageDefinition? MessageOf(FlowNode node) => node switch
    {
        EventNode { Trigger: Trigger.Message message } => message.Definition,
        ReceiveTask task => task.Message,
        SendTask { Binding: null } task => task.Message,
        _ => null,
    };
}
