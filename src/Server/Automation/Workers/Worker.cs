namespace OfficeWorkflow.Server.Automation.Workers;

/// <summary>Performs one kind of service task. Must survive being run twice for the same entry.</summary>
public abstract class Worker
{
    /// <summary>The step type of the binding, such as <c>Office.SendMail</c>.</summary>
    public abstract string Type { get; }

    /// <summary>What the designer calls it, in Japanese.</summary>
    public virtual string Label => Type;

    public abstract Task<WorkerAnswer> PerformAsync(WorkerContext context, CancellationToken stop);
}
