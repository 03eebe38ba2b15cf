using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Model.Activities;

namespace OfficeWorkflow.Workflows.Checking.Rules.Catalogue;

/// <summary>What the server is to do, the server can do.</summary>
internal static class StepIsKnown
{
    private const string Rule = "step-is-known";

    public static IEnumerable<Finding> Check(Process process, StepCatalogue catalogue)
    {
        foreach (var node in process.Nodes)
        {
            var isMissing = node is ServiceTask { Binding: null } or SendTask { Binding: null, Message: null };
            var binding = node switch
            {
                ServiceTask task => task.Binding,
                SendTask task => task.Binding,
                _ => null,
            };
            if (isMissing)
            {
                yield return Finding.Error(Rule, node.Id, $"「{node.Label}」に、何をするかが設定されていません。", "ステップを選んでください。");
            }
            else if (binding is not null && !catalogue.Steps.Contains(binding.Type))
            {
                yield return Finding.Error(Rule, node.Id, $"「{node.Label}」のステップ「{binding.Type}」がありません。", "ステップを選び直してください。");
            }

            if (WorkBinding(node) is { } work && !string.Equals(work.Type, StepBinding.Work, StringComparison.Ordinal))
            {
                yield return Finding.Error(Rule, node.Id, $"「{node.Label}」は人の作業ですが、ステップ「{work.Type}」が設定されています。", "サービスタスクに変えるか、設定を消してください。");
            }
        }
    }

    private static StepBinding? WorkBinding(FlowNode node) => node switch
    {
        UserTask task => task.Binding,
        ManualTask task => task.Binding,
        _ => null,
    };
}
