using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Running;

namespace OfficeWorkflow.Workflows;

/// <summary>The only door to the semantics: what happens to a case when something is told to it.</summary>
public static class Engine
{
    /// <summary>The state after all facts of a case, from its first: what is stored must equal it.</summary>
    public static CaseState Replay(IEnumerable<CaseEvent> facts) => Evolve.Fold(null, facts);

    /// <param name="state">Null when the case begins.</param>
    public static Decision Decide(Process process, CaseState? state, Input input)
    {
        if (state is { HasEnded: true } && input is not Input.TimerFired)
        {
            return new Decision.Refused("case-ended", "この案件は終わっています。");
        }

        if (state is null && input is not (Input.Started or Input.TakenOver))
        {
            return new Decision.Refused("case-not-started", "この案件はまだ始まっていません。");
        }

        var step = new Step(process, state, input);
        if (Telling.Tell(step) is { } refusal)
        {
            return refusal;
        }

        step.Run();
        Joins.StickStarved(step);

        return step.Decide();
    }
}
