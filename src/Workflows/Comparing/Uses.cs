using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Model.Activities;

namespace OfficeWorkflow.Workflows.Comparing;

/// <summary>The forms, mail wordings, roles and procedures that a procedure names.</summary>
public static class Uses
{
    public static IReadOnlySet<(WordKind Kind, string Key)> Of(Process process) =>
        process.Nodes.SelectMany(Of).Where(static use => use.Key.Length > 0).ToHashSet();

    internal static IEnumerable<(WordKind Kind, string Key)> Of(FlowNode node)
    {
        if (node.Role is { } role)
        {
            yield return (WordKind.Role, role);
        }

        if (node is CallActivity call)
        {
            yield return (WordKind.Procedure, call.Procedure);
        }

        foreach (var input in BindingOf(node)?.Inputs ?? [])
        {
            if (Kind(input.Name) is { } kind && input.Constant is Value.Text text)
            {
                yield return (kind, text.Content);
            }
        }
    }

    private static WordKind? Kind(string input) => input switch
    {
        "form" => WordKind.Form,
        "template" => WordKind.Template,
        "toRole" => WordKind.Role,
        _ => null,
    };

    private static StepBinding? BindingOf(FlowNode node) => node switch
    {
        UserTask task => task.Binding,
        ManualTask task => task.Binding,
        ServiceTask task => task.Binding,
        SendTask task => task.Binding,
        _ => null,
    };
}
