using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Model.Activities;

namespace OfficeWorkflow.Workflows.Checking.Rules.Catalogue;

/// <summary>Whoever opens a work item finds a form there.</summary>
internal static class FormExists
{
    private const string Rule = "form-exists";

    public static IEnumerable<Finding> Check(Process process, StepCatalogue catalogue)
    {
        foreach (var node in process.Nodes)
        {
            var binding = node switch
            {
                UserTask task => task.Binding,
                ManualTask task => task.Binding,
                _ => null,
            };
            var form = binding?.Input("form")?.Constant;
            if (node is UserTask && form is not Value.Text { Content.Length: > 0 })
            {
                yield return Finding.Error(Rule, node.Id, $"「{node.Label}」に様式がありません。", "様式を選んでください。");
            }
            else if (form is Value.Text(var key) && !catalogue.Forms.Contains(key))
            {
                yield return Finding.Error(Rule, node.Id, $"「{node.Label}」の様式「{key}」がありません。", "様式を選び直してください。");
            }
        }
    }
}
