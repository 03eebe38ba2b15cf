using System.Collections.Concurrent;
using OfficeWorkflow.Server.Automation.Workers;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Tests.Support;

/// <summary>Gives back its inputs and remembers for which entries it was asked. The input <c>trouble</c> says how it fails.</summary>
public sealed class EchoWorker : Worker
{
    public const string StepType = "Test.Echo";

    /// <summary>The entries performed, in order.</summary>
    public ConcurrentQueue<Guid> Performed { get; } = new();

    public override string Type => StepType;

    public override Task<WorkerAnswer> PerformAsync(WorkerContext context, CancellationToken stop)
    {
        Performed.Enqueue(context.EntryId);
        return context.Inputs["trouble"] switch
        {
            Value.Text { Content: "world" } => throw new IOException("The world is away."),
            Value.Text { Content: "person" } => Task.FromResult<WorkerAnswer>(new WorkerAnswer.Failed("宛先がありません。")),
            Value.Text { Content: var code } => Task.FromResult<WorkerAnswer>(new WorkerAnswer.Failed("断られました。", code)),
            _ => Task.FromResult<WorkerAnswer>(new WorkerAnswer.Done(context.Inputs)),
        };
    }
}
