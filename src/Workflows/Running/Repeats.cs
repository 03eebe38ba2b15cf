using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Model.Activities;

namespace OfficeWorkflow.Workflows.Running;

/// <summary>The standard loop: the same activity once more, its boundary events staying as they are.</summary>
internal static class Repeats
{
    /// <summary>Code of the trouble when the condition cannot be told.</summary>
    public const string Unclear = "condition-unclear";

    /// <summary>Whether the activity is to be done once more; null when that cannot be told and the token is stuck.</summary>
    /// <param name="token">With the number of rounds done so far.</param>
    public static bool? Again(Step step, Token token, StandardLoop loop, Resume resume)
    {
        if (loop.Maximum is { } maximum && token.Round >= maximum)
        {
            return false;
        }

        if (loop.Condition is { } condition)
        {
            var counter = Value.Record.Empty.With(MultiInstance.Counter, Value.Of((decimal)token.Round));
            var result = Formulas.Evaluate(step, token.ScopeId, condition, counter);
            switch (result.Value)
            {
                case Value.YesNo(false):
                    return false;
                case not Value.YesNo:
                    step.Stick(token, Unclear, $"繰り返す条件「{condition.Text}」の答えが「はい」か「いいえ」になりません。{result.Why}", resume);
                    return null;
            }
        }

        if (token.Round > 0)
        {
            step.Record(new CaseEvent.Repeated(token.Id, token.NodeId, token.Round));
        }

        return true;
    }
}
