using OfficeWorkflow.Workflows.Model.Events;

namespace OfficeWorkflow.Workflows.Running;

internal static class Starts
{
    public static Decision.Refused? Begin(Step step, Input.Started input)
    {
        if (step.State.Scopes.Count > 0)
        {
            return new Decision.Refused("case-started", "この案件はもう始まっています。");
        }

        var start = input.StartNodeId is null ? step.Process.Root.BlankStart : step.Process.Find(input.StartNodeId) as StartEvent;
        if (start is null || start.Scope != step.Process.Root)
        {
            return new Decision.Refused("no-such-start", "この手続きには、その始め方がありません。");
        }

        step.Record(new CaseEvent.Started(start.Id, input.Variables, input.IsCalled));
        step.Place(start, CaseState.RootId, null);

        return null;
    }
}
