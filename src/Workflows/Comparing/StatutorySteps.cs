using System.Collections.Immutable;
using OfficeWorkflow.Workflows.Checking;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Model.Activities;
using OfficeWorkflow.Workflows.Reading;

namespace OfficeWorkflow.Workflows.Comparing;

/// <summary>
/// Steps that the law asks for (法定手順). A shipped procedure marks them by <c>office:statutory</c>; an office may move and time them,
/// but they stay, with their form and their role.
/// </summary>
public static class StatutorySteps
{
    private const string Rule = "statutory-steps-stay";

    /// <summary>Ids of the marked steps of a .bpmn text, in order.</summary>
    public static ImmutableArray<string> Ids(string source) =>
        SafeXml.Load(source).Root is not { } root
            ? []
            :
            [
                .. root.Descendants(BpmnNames.Office + "statutory")
                    .Select(static mark => (string?)mark.Parent?.Parent?.Attribute("id"))
                    .OfType<string>()
                    .Order(StringComparer.Ordinal),
            ];

    /// <summary>What a draft takes away of what the shipped procedure has by law.</summary>
    public static IEnumerable<Finding> Check(string shipped, string draft)
    {
        var original = BpmnReader.Read(shipped).Processes;
        var changed = BpmnReader.Read(draft).Processes;
        foreach (var id in Ids(shipped))
        {
            if (Find(original, id) is not { } law)
            {
                continue;
            }

            if (Find(changed, id) is not { } now)
            {
                yield return Finding.Error(Rule, null, $"法定手順「{law.Label}」が消えています。", "元に戻すか、製品の手続きから作り直してください。");
            }
            else if (now.GetType() != law.GetType() || !string.Equals(Form(now), Form(law), StringComparison.Ordinal))
            {
                yield return Finding.Error(Rule, id, $"法定手順「{law.Label}」の種類か様式が変わっています。", "元の種類と様式に戻してください。");
            }
            else if (!string.Equals(now.Role, law.Role, StringComparison.Ordinal))
            {
                yield return Finding.Error(Rule, id, $"法定手順「{law.Label}」をする役割が変わっています。", "元の役割の列に戻してください。");
            }
        }
    }

    private static FlowNode? Find(ImmutableArray<Process> processes, string id) =>
        processes.Select(process => process.Find(id)).FirstOrDefault(static node => node is not null);

    private static string? Form(FlowNode node) => (node switch
    {
        UserTask task => task.Binding?.Input("form")?.Constant,
        ManualTask task => task.Binding?.Input("form")?.Constant,
        _ => null,
    } as Value.Text)?.Content;
}
