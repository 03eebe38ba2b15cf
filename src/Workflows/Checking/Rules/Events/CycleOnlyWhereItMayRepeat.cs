using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Model.Events;
using OfficeWorkflow.Workflows.Timing;

namespace OfficeWorkflow.Workflows.Checking.Rules.Events;

/// <summary>A repeating timer makes sense only where what it interrupts goes on: beside an activity, or as a start.</summary>
internal static class CycleOnlyWhereItMayRepeat
{
    private const string Rule = "cycle-only-where-it-may-repeat";

    public static IEnumerable<Finding> Check(Process process)
    {
        foreach (var node in process.Nodes.OfType<EventNode>())
        {
            switch (node.Trigger is Trigger.Timer timer ? timer.Definition.Kind : (TimerKind?)null)
            {
                case TimerKind.Cycle when node is CatchEvent or BoundaryEvent { IsInterrupting: true } or StartEvent { IsInterrupting: true, Scope.Owner: not null }:
                    yield return Finding.Error(Rule, node.Id, $"「{node.Label}」では繰り返しのタイマーを使えません。一度で先へ進むためです。", "期間か日時のタイマーにするか、割り込まない境界タイマーにしてください。");
                    break;
                case TimerKind.Duration when node is StartEvent { Scope.Owner: null }:
                    yield return Finding.Error(Rule, node.Id, $"開始イベント「{node.Label}」に期間のタイマーは使えません。いつから数えるかがありません。", "日時か繰り返しのタイマーにしてください。");
                    break;
            }
        }
    }
}
