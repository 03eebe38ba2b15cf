using System.Collections.Immutable;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Timing;

namespace OfficeWorkflow.Workflows.Running;

/// <summary>What happened to a case. One input is one decision, told in one transaction.</summary>
/// <param name="At">When it happened; the only moment the engine knows.</param>
public abstract record Input(DateTimeOffset At)
{
    /// <summary>The office's working days at that moment.</summary>
    public WorkCalendar Calendar { get; init; } = WorkCalendar.WeekdaysInTokyo;

    /// <summary>The case begins. Told once, with no state before it.</summary>
    /// <param name="StartNodeId">The start event that was hit (message or timer); null for the blank start.</param>
    public sealed record Started(DateTimeOffset At, Value.Record Variables, string? StartNodeId = null) : Input(At)
    {
        /// <summary>Whether another case waits for this one: an error that nobody catches then ends this case and is the caller's.</summary>
        public bool IsCalled { get; init; }
    }

    /// <summary>
    /// The case begins in the middle: what came before was done elsewhere and is recorded as done. Told once, with no state before it, in place of <see cref="Started"/>.
    /// </summary>
    /// <param name="NodeId">The step that comes next.</param>
    /// <param name="Variables">What the earlier steps would have left.</param>
    public sealed record TakenOver(
        DateTimeOffset At, string NodeId, Value.Record Variables, ImmutableArray<EarlierStep> Earlier, string? By = null) : Input(At);

    /// <summary>A person finished a user or manual task.</summary>
    /// <param name="By">Id of the person, kept in history only.</param>
    public sealed record WorkFinished(DateTimeOffset At, string WorkId, Value.Record Values, string? By = null) : Input(At);

    /// <summary>A service or send task was performed.</summary>
    public sealed record ServiceDone(DateTimeOffset At, string CallId, Value.Record Values) : Input(At);

    /// <summary>
    /// A service could not be performed and will not be tried again by itself. With an <paramref name="ErrorCode"/> it is
    /// a BPMN error that the model may catch; without, the token is stuck until it is retried.
    /// </summary>
    public sealed record ServiceFailed(DateTimeOffset At, string CallId, string Reason, string? ErrorCode = null) : Input(At);

    /// <summary>An armed timer came due. A timer that is no longer armed is ignored.</summary>
    public sealed record TimerFired(DateTimeOffset At, string TimerId) : Input(At);

    /// <summary>A message was correlated to this case's subscription by the shell.</summary>
    /// <param name="MessageId">Unique per message: the same one told twice has one effect.</param>
    public sealed record MessageArrived(DateTimeOffset At, string SubscriptionId, string MessageId, Value.Record Values) : Input(At);

    /// <summary>A signal of another case or from outside; all that waits for it in this case hears it.</summary>
    /// <param name="SignalId">Unique per signal: the same one told twice has one effect.</param>
    public sealed record SignalArrived(DateTimeOffset At, string SignalName, string SignalId, Value.Record Values) : Input(At);

    /// <summary>A called case came to its end.</summary>
    public sealed record ChildEnded(DateTimeOffset At, string CallId, Value.Record Outputs) : Input(At);

    /// <summary>A called case ended with an error that nobody in it caught.</summary>
    public sealed record ChildFailed(DateTimeOffset At, string CallId, string ErrorCode, string Reason) : Input(At);

    /// <summary>A called case, which goes on, had an escalation that nobody in it caught.</summary>
    public sealed record ChildEscalated(DateTimeOffset At, string CallId, string Code) : Input(At);

    /// <summary>
    /// A person sends an open work item's way back to a step that was done earlier in the same frame (差し戻し). What was sent since stays sent.
    /// </summary>
    public sealed record SentBack(DateTimeOffset At, string WorkId, string ToNodeId, string Reason, string? By = null) : Input(At);

    /// <summary>A person puts a token of the case on another step of its frame by hand (置き直し). What was sent stays sent.</summary>
    /// <param name="NodeId">Where the person saw it.</param>
    public sealed record TokenPlaced(DateTimeOffset At, string TokenId, string NodeId, string ToNodeId, string Reason, string? By = null) : Input(At);

    /// <summary>A person asks that a stuck token be tried again, optionally with corrected variables.</summary>
    public sealed record Retried(DateTimeOffset At, string TokenId, Value.Record Corrections, string? By = null) : Input(At);

    /// <summary>A person has seen to it that a stuck step is done, or decides that it is not needed: the token goes on with these results.</summary>
    public sealed record Resolved(DateTimeOffset At, string TokenId, Value.Record Values, string Reason, string? By = null) : Input(At);

    /// <summary>The case was moved to another version of its procedure; told by <c>Moves</c> alone.</summary>
    internal sealed record Moved(DateTimeOffset At, string? By) : Input(At);

    /// <summary>What a wait asked for got lost outside of the case; it is asked for once more, under the same id.</summary>
    public sealed record AskedAgain(DateTimeOffset At, string WaitId, string? By = null) : Input(At);

    /// <summary>A person sets an armed timer to another moment; a cycle goes on as it was from there.</summary>
    public sealed record TimerSet(DateTimeOffset At, string TimerId, DateTimeOffset DueAt, string Reason, string? By = null) : Input(At);

    /// <summary>What the case knows is another now, such as the day of what it prepares. Open work is given what follows from it.</summary>
    /// <param name="Reason">In the words of whoever changed it.</param>
    public sealed record Corrected(DateTimeOffset At, Value.Record Values, string Reason, string? By = null) : Input(At);

    /// <summary>The case is given up; everything open in it ends.</summary>
    public sealed record Cancelled(DateTimeOffset At, string Reason, string? By = null) : Input(At);
}
