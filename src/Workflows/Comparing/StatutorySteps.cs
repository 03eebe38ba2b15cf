using System.Collections.Immutable;
using OfficeWorkflow.Workflows.Checking;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Model.Activities;
using OfficeWorkflow.Workflows.Reading;

namespace OfficeWorkflow.Workflows.Comparing;

/// <summary>
/// Steps that the law asks for (法定手順). A shipped procedure marks them by <c>office:statutory</c>; an office may move and time them,
/// but they stay, with their form and their role, and are done as often as before.
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
    /// <param name="key">Of the procedure: what another process of the same file has is not done.</param>
    public static IEnumerable<Finding> Check(string key, string shipped, string draft)
    {
        var (original, changed) = (Read(shipped, key), Read(draft, key));
        foreach (var id in Ids(shipped))
        {
            if (original?.Find(id) is not { } law)
            {
                continue;
            }

            if (changed?.Find(id) is not { } now)
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
            else if (!Turns(now).SequenceEqual(Turns(law), StringComparer.Ordinal))
            {
                yield return Finding.Error(Rule, id, $"法定手順「{law.Label}」を何について繰り返すかが変わっています。", "繰り返しと、入っているまとまりを元に戻してください。");
            }
        }
    }

    private static Process? Read(string source, string key) =>
        BpmnReader.Read(source).Processes.FirstOrDefault(process => string.Equals(process.Id, key, StringComparison.Ordinal));

    /// <summary>How often a step is done, by itself and by the parts around it: once for each of an empty list is never.</summary>
    private static IEnumerable<string> Turns(FlowNode node) =>
    [
        .. node is Activity activity ? OwnTurns(activity).Select(static fact => $"{fact.Property}: {fact.Raw}") : [],
        .. node.Scope.Owner is { } part ? Turns(part) : [],
    ];

    private static IEnumerable<Fact> OwnTurns(Activity activity) =>
    [
        .. activity.Loop is { } loop ? LoopFacts.Of(loop, Words.None).Where(static fact => fact.Property is not ("collected" or "collectedValue")) : [],
        .. activity.Repeat is { } repeat ? LoopFacts.Of(repeat, Words.None) : [],
        .. activity.IsForCompensation ? [Fact.Of("forCompensation", "", "")] : Array.Empty<Fact>(),
        .. activity is SubProcess { IsEventTriggered: true } ? [Fact.Of("eventTriggered", "", "")] : Array.Empty<Fact>(),
        .. activity is SubProcess { AdHoc: { } adHoc } ? [Fact.Of("adHoc", "", adHoc.CompletionCondition?.Text ?? "")] : Array.Empty<Fact>(),
    ];

    private static string? Form(FlowNode node) => (node switch
    {
        UserTask task => task.Binding?.Input("form")?.Constant,
        ManualTask task => task.Binding?.Input("form")?.Constant,
        _ => null,
    } as Value.Text)?.Content;
}
