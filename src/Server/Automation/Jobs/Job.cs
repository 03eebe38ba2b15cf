namespace OfficeWorkflow.Server.Automation.Jobs;

/// <summary>One piece of the housekeeping (仕事の予定): a shell around a use case, woken by the calendar. Registered in the container as this type.</summary>
public abstract class Job
{
    /// <summary>Stable kebab-case name.</summary>
    public abstract string Key { get; }

    /// <summary>What people call it.</summary>
    public abstract string Name { get; }

    /// <summary>One sentence: what it does for the office.</summary>
    public abstract string Purpose { get; }

    /// <summary>When it runs.</summary>
    public abstract JobTimes Times { get; }

    /// <summary>May be run twice for one time: a node that died in it is taken over by another.</summary>
    /// <returns>One Japanese sentence: what was done.</returns>
    public abstract Task<string> RunAsync(CancellationToken stop);
}
