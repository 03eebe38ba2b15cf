using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Model.Events;

namespace OfficeWorkflow.Workflows.Checking.Rules.Events;

internal static class BoundaryHasOneTrigger
{
    private const string Rule = "boundary-has-one-trigger";

    public static IEnumerable<Finding> Check(Process process)
    {
        foreach (var boundary in process.Nodes.OfType<BoundaryEvent>())
        {
            if (boundary.Trigger is Trigger.Blank)
            {
                yield return Finding.Error(Rule, boundary.Id, $"境界イベント「{boundary.Label}」に、きっかけがありません。", "タイマー・メッセージ・エラーのどれかを選んでください。");
            }

            if (boundary is { Trigger: Trigger.Error, IsInterrupting: false })
            {
                yield return Finding.Error(Rule, boundary.Id, $"境界エラーイベント「{boundary.Label}」は、いつも作業を終わらせます。", "割り込む境界イベントに変えてください。");
            }
        }

        foreach (var start in process.Nodes.OfType<StartEvent>().Where(static start => start is { Trigger: Trigger.Error, IsInterrupting: false }))
        {
            yield return Finding.Error(Rule, start.Id, $"エラーの開始イベント「{start.Label}」は、いつも周りを終わらせます。", "割り込む開始イベントに変えてください。");
        }

        foreach (var (twin, what) in Twins(process))
        {
            yield return Finding.Error(Rule, twin.Id, $"「{twin.AttachedTo.Label}」に、同じ{what}を受け取る境界イベントが二つあります。", "一つにまとめてください。");
        }
    }

    private static IEnumerable<(BoundaryEvent Boundary, string What)> Twins(Process process) =>
        from boundary in process.Nodes.OfType<BoundaryEvent>()
        let caught = Caught(boundary.Trigger)
        where caught is not null
        group (boundary, caught.Value.What) by (boundary.AttachedTo, caught) into same
        from surplus in same.Skip(1)
        select surplus;

    /// <summary>What only one can receive. A signal is heard by all.</summary>
    private static (string What, string? Name)? Caught(Trigger trigger) => trigger switch
    {
        Trigger.Error error => ("エラー", error.Code),
        Trigger.Escalation escalation => ("エスカレーション", escalation.Code),
        Trigger.Message { Definition: { Key: null, Name: { Length: > 0 } name } } => ("メッセージ", name),
        _ => null,
    };
}
