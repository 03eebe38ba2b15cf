using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Timing;

namespace OfficeWorkflow.Workflows.Trying;

/// <summary>What a person does in a trial run.</summary>
public abstract record TrialStep
{
    private TrialStep()
    {
    }

    /// <param name="By">As whom: kept in the facts only.</param>
    public sealed record Finish(TrialPlace Place, Value.Record Values, string? By = null) : TrialStep;

    public sealed record SendBack(TrialPlace Place, string ToNodeId, string Reason, string? By = null) : TrialStep;

    /// <summary>A service came out well.</summary>
    public sealed record Perform(TrialPlace Place, Value.Record Values) : TrialStep;

    /// <summary>A service could not be performed; with a code, an error that the procedure may catch.</summary>
    public sealed record Fail(TrialPlace Place, string Reason, string? ErrorCode = null) : TrialStep;

    /// <summary>A called procedure that is not run in the trial came to its end.</summary>
    public sealed record Return(TrialPlace Place, Value.Record Values) : TrialStep;

    /// <summary>A message from outside.</summary>
    /// <param name="Id">Unique in the trial; made up where it is null.</param>
    public sealed record Message(string Name, string Key, Value.Record Values, string? Id = null) : TrialStep;

    /// <summary>A signal from outside.</summary>
    public sealed record Signal(string Name, Value.Record Values) : TrialStep;

    /// <summary>The clock goes to the next moment at which something falls due.</summary>
    public sealed record NextTimer : TrialStep;

    /// <summary>The clock goes on; what falls due on the way happens at its time.</summary>
    public sealed record Advance(IsoDuration By) : TrialStep;

    /// <summary>The clock goes to a moment; one that has passed changes nothing.</summary>
    public sealed record MoveTo(DateTimeOffset At) : TrialStep;

    /// <summary>The first case is given up.</summary>
    public sealed record Cancel(string Reason, string? By = null) : TrialStep;
}
