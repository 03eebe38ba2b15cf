using System.Collections.Immutable;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Running;
using OfficeWorkflow.Workflows.Timing;

namespace OfficeWorkflow.Workflows.Trying;

/// <summary>What a trial run finds around it: data and pure functions, so that the same steps always give the same facts.</summary>
/// <param name="Published">The procedures that can be called or that start by a message; the one that is tried among them.</param>
public sealed record TrialWorld(WorkCalendar Calendar, ImmutableArray<Process> Published)
{
    /// <summary>What a service gives where nobody chose; null leaves it waiting until somebody says.</summary>
    public Func<Effect.CallService, Value.Record?> Results { get; init; } = static _ => Value.Record.Empty;

    /// <summary>A version that a call is bound to.</summary>
    public Func<string, int, Process?> Version { get; init; } = static (_, _) => null;

    /// <summary>How long a message is kept for someone who does not wait for it yet.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromDays(90);

    /// <summary>Services wait until somebody says how they came out.</summary>
    public bool HoldsServices { get; init; }

    /// <summary>Called procedures are not run; somebody says what they gave.</summary>
    public bool HoldsCalls { get; init; }

    public Process? Find(string key) => Published.FirstOrDefault(process => string.Equals(process.Id, key, StringComparison.Ordinal));

    internal Process? Called(Effect.StartCase call) =>
        call is { Binding: Model.Activities.CalledVersion.Fixed, Version: { } number } ? Version(call.Procedure, number) : Find(call.Procedure);
}
