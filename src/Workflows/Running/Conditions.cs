using System.Collections.Immutable;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Workflows.Running;

/// <summary>Tries the conditions of the flows out of one node and keeps what was found, so that it can be told why.</summary>
internal sealed class Conditions(Step step, Token token)
{
    private readonly ImmutableArray<ConditionTried>.Builder tried = ImmutableArray.CreateBuilder<ConditionTried>();
    private string trouble = "";

    /// <summary>Whether the flow's condition holds; null when that cannot be told.</summary>
    public bool? Holds(SequenceFlow flow)
    {
        var condition = flow.Condition!;
        var (value, why) = Formulas.Evaluate(step, token.ScopeId, condition) is var result ? (result.Value, result.Why) : default;
        tried.Add(new ConditionTried(flow.Id, condition.Text, Formulas.Seen(step, token.ScopeId, condition), value));
        if (value is Value.YesNo(var answer))
        {
            return answer;
        }

        trouble = $"条件「{condition.Text}」の答えが「はい」か「いいえ」になりません。{why}";

        return null;
    }

    /// <summary>The condition tried last could not be told: the token waits for a person.</summary>
    public void Stick(Resume resume)
    {
        step.Record(new CaseEvent.WayChosen(token.Id, token.NodeId, tried.ToImmutable(), []));
        step.Stick(token, "condition-unclear", trouble, resume);
    }

    /// <summary>Records the choice; false when there was none and the token is stuck.</summary>
    public bool Chosen(IReadOnlyList<SequenceFlow> taken, Resume resume)
    {
        if (tried.Count > 0 || taken.Count == 0)
        {
            step.Record(new CaseEvent.WayChosen(token.Id, token.NodeId, tried.ToImmutable(), [.. taken.Select(static flow => flow.Id)]));
        }

        if (taken.Count > 0)
        {
            return true;
        }

        var label = step.Process.Node(token.NodeId).Label;
        step.Stick(token, "no-flow-taken", $"「{label}」から先へ進む条件がどれも成り立ちません。値を直してやり直すか、手続きに「その他の場合」の道を加えてください。", resume);

        return false;
    }
}
