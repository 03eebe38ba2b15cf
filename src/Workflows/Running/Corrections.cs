using System.Collections.Immutable;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Workflows.Running;

/// <summary>What the case knows is put right from outside. Timers keep the moment that they were armed for: they are set by hand.</summary>
internal static class Corrections
{
    public static Decision.Refused? Tell(Step step, Input.Corrected input)
    {
        var before = step.State.Waits.OfType<Wait.ForWork>().Select(wait => (Wait: wait, Given: Requests.Given(step, wait))).ToImmutableArray();
        Variables.Write(step, CaseState.RootId, input.Values);
        foreach (var (wait, given) in before)
        {
            var changed = Requests.Given(step, wait).Fields.Where(field => !field.Value.Equals(given[field.Key])).ToList();
            if (changed.Count > 0)
            {
                step.Ask(new Effect.ChangeWorkItem(wait.Id, (Value.Record)Value.Of(changed), input.Reason));
            }
        }

        return null;
    }
}
