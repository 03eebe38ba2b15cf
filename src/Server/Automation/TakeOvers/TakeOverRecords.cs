using OfficeWorkflow.Server.Answers;

namespace OfficeWorkflow.Server.Automation.TakeOvers;

/// <summary>The wing whose records the steps would have made: it reads off them what the case needs, adds what later steps rest on, or says what is missing.</summary>
public abstract class TakeOverRecords
{
    public abstract Task<Outcome<TakeOverLegacy>> ApplyAsync(TakeOverContext context, CancellationToken stop);
}
