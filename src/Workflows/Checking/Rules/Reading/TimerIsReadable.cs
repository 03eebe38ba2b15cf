using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Model.Events;

namespace OfficeWorkflow.Workflows.Checking.Rules.Reading;

internal static class TimerIsReadable
{
    public static IEnumerable<Finding> Check(Process process)
    {
        foreach (var node in process.Nodes.OfType<EventNode>())
        {
            if (node.Trigger is Trigger.Timer { Definition: { Error: { } error } timer })
            {
                yield return Finding.Error("timer-is-readable", node.Id, $"「{node.Label}」のタイマー「{timer.Text}」が読めません。{error.Sentence}", "タイマーの設定を直してください。");
            }
        }
    }
}
