using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Model.Activities;

namespace OfficeWorkflow.Workflows.Checking.Rules.Catalogue;

/// <summary>Work is somebody's: it lies in a lane, and the lane is a role.</summary>
internal static class RoleIsKnown
{
    private const string Rule = "role-is-known";

    public static IEnumerable<Finding> Check(Process process, StepCatalogue catalogue)
    {
        foreach (var node in process.Nodes.Where(static node => node is UserTask or ManualTask))
        {
            if (node.Role is null)
            {
                yield return Finding.Error(Rule, node.Id, $"「{node.Label}」をだれがするのかが決まっていません。", "役割のあるレーンに入れてください。");
            }
            else if (!catalogue.Roles.Contains(node.Role))
            {
                yield return Finding.Error(Rule, node.Id, $"「{node.Label}」のレーンの役割「{node.Role}」がありません。", "レーンの役割を選び直してください。");
            }
        }
    }
}
