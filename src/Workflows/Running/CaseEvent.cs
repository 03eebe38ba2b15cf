using System.Collections.Immutable;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Timing;

namespace OfficeWorkflow.Workflows.Running;

/// <summary>A fact about a case; the only way its state changes.</summary>
public abstract record CaseEvent
{
    private CaseEvent()
    {
    }

    public sealed record Started(string StartNodeId, Value.Record Variables, bool IsCalled) : CaseEvent;

    /// <summary>A step was done before the case began here (引き継ぎ).</summary>
    public sealed record StepTakenOver(string NodeId, DateOnly On, string Source) : CaseEvent;

    /// <param name="ErrorCode">Of the error that nobody caught, when the case failed.</param>
    public sealed record Ended(CaseEnd End, string? ErrorCode, string? Reason, string? By) : CaseEvent;

    /// <summary>A token is on a node: a new one, or one that moved there.</summary>
    /// <param name="FlowId">The flow it came by; null at a start and at a boundary event.</param>
    public sealed record Entered(string TokenId, string NodeId, string ScopeId, string? FlowId) : CaseEvent;

    /// <summary>What the token waited for on the node is done.</summary>
    public sealed record Completed(string TokenId, string NodeId) : CaseEvent;

    public sealed record TokenEnded(string TokenId, string NodeId, TokenEnd End) : CaseEvent;

    /// <summary>Why a token went where it went: each condition tried, with the values it read.</summary>
    /// <param name="FlowIds">The flows taken.</param>
    public sealed record WayChosen(
        string TokenId, string NodeId, ImmutableArray<ConditionTried> Tried, ImmutableArray<string> FlowIds) : CaseEvent;

    /// <summary>A token has nowhere to go and waits for a person.</summary>
    public sealed record Stuck(string TokenId, string NodeId, string Code, string Reason, Resume Resume) : CaseEvent;

    public sealed record Retried(string TokenId, string NodeId, string? By) : CaseEvent;

    /// <summary>A person settled a stuck step by hand.</summary>
    public sealed record Resolved(string TokenId, string NodeId, string Reason, string? By) : CaseEvent;

    /// <summary>What was waited for had got lost and was asked for once more.</summary>
    public sealed record AskedAgain(string WaitId, string NodeId, string? By) : CaseEvent;

    /// <summary>The inside of a subprocess begins.</summary>
    /// <param name="TokenId">The token on the subprocess.</param>
    public sealed record ScopeOpened(string ScopeId, string TokenId, string NodeId, string ParentId, Value.Record Variables) : CaseEvent;

    public sealed record ScopeClosed(string ScopeId, string NodeId) : CaseEvent;

    /// <summary>An activity is to be done once for each item.</summary>
    /// <param name="Items">The items not begun; kept until they are.</param>
    public sealed record LoopBegan(
        string ScopeId, string TokenId, string NodeId, string ParentId, int Count, ImmutableArray<Value> Items) : CaseEvent;

    /// <param name="Index">From 0.</param>
    public sealed record InstanceBegan(string ScopeId, string LoopId, string NodeId, int Index, Value.Record Variables) : CaseEvent;

    public sealed record InstanceEnded(string ScopeId, string LoopId, string NodeId, int Index, Value Output) : CaseEvent;

    public sealed record VariablesSet(string ScopeId, Value.Record Values) : CaseEvent;

    public sealed record WorkOpened(string WorkId, string TokenId, string NodeId, string? Role) : CaseEvent;

    public sealed record WorkClosed(string WorkId, string NodeId, WorkEnd End, string? By) : CaseEvent;

    public sealed record ServiceCalled(string CallId, string TokenId, string NodeId, string Type) : CaseEvent;

    public sealed record ServiceEnded(string CallId, string NodeId, CallEnd End, string? ErrorCode, string? Reason) : CaseEvent;

    public sealed record TimerArmed(string TimerId, string TokenId, string NodeId, Due Due) : CaseEvent;

    public sealed record TimerFired(string TimerId, string NodeId) : CaseEvent;

    public sealed record TimerDisarmed(string TimerId, string NodeId) : CaseEvent;

    /// <summary>A person set an armed timer to another moment.</summary>
    public sealed record TimerSet(string TimerId, string NodeId, Due Due, string Reason, string? By) : CaseEvent;

    public sealed record ListenBegan(string SubscriptionId, string TokenId, string NodeId, string MessageName, string Key) : CaseEvent;

    public sealed record MessageTaken(string SubscriptionId, string NodeId, string MessageId) : CaseEvent;

    public sealed record ListenEnded(string SubscriptionId, string NodeId) : CaseEvent;

    public sealed record MessageSent(string SendId, string TokenId, string NodeId, string MessageName, string Key) : CaseEvent;

    public sealed record SignalAwaited(string HearingId, string TokenId, string NodeId, string SignalName) : CaseEvent;

    /// <summary>A signal came to what waits for it.</summary>
    public sealed record SignalHeard(string HearingId, string NodeId) : CaseEvent;

    public sealed record HearingEnded(string HearingId, string NodeId) : CaseEvent;

    /// <summary>A signal came from outside the case.</summary>
    public sealed record SignalCame(string SignalId, string SignalName) : CaseEvent;

    public sealed record SignalSent(string SendId, string TokenId, string NodeId, string SignalName) : CaseEvent;

    public sealed record ConditionWatched(string WatchId, string TokenId, string NodeId) : CaseEvent;

    /// <summary>A condition came to hold.</summary>
    public sealed record ConditionMet(string WatchId, string NodeId) : CaseEvent;

    /// <summary>A condition that had been met holds no more; it can be met again.</summary>
    public sealed record ConditionUnmet(string WatchId, string NodeId) : CaseEvent;

    public sealed record WatchEnded(string WatchId, string NodeId) : CaseEvent;

    public sealed record CaseCalled(string CallId, string TokenId, string NodeId, string Procedure) : CaseEvent;

    public sealed record CallEnded(string CallId, string NodeId, CallEnd End, string? ErrorCode, string? Reason) : CaseEvent;

    /// <summary>A repeated activity is done once more.</summary>
    /// <param name="Round">How often it has been done already.</param>
    public sealed record Repeated(string TokenId, string NodeId, int Round) : CaseEvent;

    /// <summary>Someone was to hear of something; nobody has to.</summary>
    /// <param name="CaughtBy">The event that caught it; null when nobody did.</param>
    public sealed record Escalated(string TokenId, string NodeId, string Code, string? CaughtBy) : CaseEvent;

    public sealed record ErrorThrown(string TokenId, string NodeId, string Code, string Reason) : CaseEvent;

    /// <summary>An activity that can be undone was completed.</summary>
    /// <param name="ScopeId">The frame from which it can be undone.</param>
    /// <param name="Variables">What was known at that moment.</param>
    public sealed record WorkKept(string KeptId, string ScopeId, string NodeId, Value.Record Variables) : CaseEvent;

    /// <summary>A frame was completed: what can be undone in it can be undone from the frame around, as a part of its activity.</summary>
    public sealed record KeptMoved(string FromScopeId, string ToScopeId, string NodeId) : CaseEvent;

    /// <summary>It is decided what is undone.</summary>
    /// <param name="TokenId">The token on the event that asks for it.</param>
    public sealed record UndoBegan(string TokenId, string NodeId, ImmutableArray<string> KeptIds) : CaseEvent;

    /// <summary>One completed activity is being undone.</summary>
    public sealed record Undone(string KeptId, string TokenId, string NodeId) : CaseEvent;

    /// <summary>A decision table was read.</summary>
    /// <param name="RuleIds">The rules that fitted.</param>
    public sealed record RulesApplied(string TokenId, string NodeId, ImmutableArray<Value> Inputs, ImmutableArray<string> RuleIds) : CaseEvent;

    /// <summary>A person sent the case back to a step that was done already.</summary>
    public sealed record SentBack(string TokenId, string NodeId, string ToNodeId, string Reason, string? By) : CaseEvent;

    /// <summary>A person put a token on another step by hand.</summary>
    public sealed record TokenPlaced(string TokenId, string NodeId, string ToNodeId, string Reason, string? By) : CaseEvent;

    /// <summary>The case was moved to another version of its procedure.</summary>
    /// <param name="Nodes">Elements that are called otherwise there, or are gone.</param>
    /// <param name="Flows">Flows by which tokens came.</param>
    /// <param name="KeptIds">What can no longer be undone.</param>
    public sealed record Moved(
        string ProcessId, ImmutableArray<Renamed> Nodes, ImmutableArray<Renamed> Flows, ImmutableArray<string> KeptIds, string? By) : CaseEvent;

    /// <summary>An event subprocess begins.</summary>
    /// <param name="NodeId">Its start event.</param>
    /// <param name="FrameId">The frame in which it waited.</param>
    public sealed record HandlerHit(string FrameId, string NodeId, bool IsInterrupting) : CaseEvent;

    /// <summary>An event on the edge of an activity happened.</summary>
    /// <param name="NodeId">The boundary event.</param>
    /// <param name="HostTokenId">The token on the activity.</param>
    public sealed record BoundaryHit(string HostTokenId, string NodeId, bool IsInterrupting) : CaseEvent;
}
