using System.Collections.Immutable;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Model.Activities;
using OfficeWorkflow.Workflows.Running;

namespace OfficeWorkflow.Workflows.Trying;

/// <summary>One thing that was told to a case in production, as its history has it.</summary>
/// <param name="Told">Name of the input.</param>
/// <param name="About">Id of the work, call, timer, message or token.</param>
public sealed record RecordedFact(DateTimeOffset At, string Told, string? About, string? By, ImmutableArray<CaseEvent> Events)
{
    /// <summary>Whether it came from people, services or from outside of cases, and not from a clock or another case.</summary>
    public bool IsFromOutside => Told is nameof(Input.WorkFinished) or nameof(Input.ServiceDone) or nameof(Input.ServiceFailed) or nameof(Input.MessageArrived)
        or nameof(Input.SentBack) or nameof(Input.TokenPlaced) or nameof(Input.Resolved) or nameof(Input.Retried) or nameof(Input.Cancelled);

    /// <summary>
    /// What the input brought, read from what was written right behind it. Where an output mapping stood between, its targets and the names that
    /// it took them from.
    /// </summary>
    public Value.Record Values(Process process)
    {
        var written = Events
            .SkipWhile(static happened => happened is not CaseEvent.Completed)
            .Skip(1)
            .TakeWhile(static happened => happened is CaseEvent.VariablesSet)
            .Cast<CaseEvent.VariablesSet>()
            .Aggregate(Value.Record.Empty, static (known, set) => known.With(set.Values));
        return Events.OfType<CaseEvent.Completed>().FirstOrDefault() is { } completed && process.Find(completed.NodeId) is Activity { Mapping.Outputs: { IsEmpty: false } outputs }
            ? outputs.Aggregate(written, (known, output) => output.Formula.Text.TrimStart('=').Trim() is var name && IsName(name) ? known.With(name, written[output.Target]) : known)
            : written;
    }

    private static bool IsName(string text) => text.Length > 0 && char.IsLetter(text[0]) && text.All(static letter => char.IsLetterOrDigit(letter) || letter == '_');
}
