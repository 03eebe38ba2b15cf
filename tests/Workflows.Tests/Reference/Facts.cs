using OfficeWorkflow.Workflows.Running;

namespace OfficeWorkflow.Workflows.Tests.Reference;

/// <summary>The engine's events as facts that the reference knows.</summary>
internal static class Facts
{
    /// <summary>Null for an event that only explains another one.</summary>
    public static Fact? Of(CaseEvent happened) => happened switch
    {
        CaseEvent.Started e => new($"start {e.StartNodeId} {CaseFormat.WriteValue(e.Variables)}"),
        CaseEvent.Ended e => new($"over {e.End} {e.ErrorCode}"),
        CaseEvent.Entered { FlowId: null } e => new($"at {e.NodeId}", e.ScopeId, e.TokenId),
        CaseEvent.Entered e => new($"flow {e.FlowId}", e.ScopeId, e.TokenId),
        CaseEvent.Completed e => new($"done {e.NodeId}", e.TokenId),
        CaseEvent.TokenEnded e => new($"{e.End} {e.NodeId}", e.TokenId),
        CaseEvent.WayChosen => null,
        CaseEvent.Stuck e => new($"stuck {e.NodeId} {e.Code}", e.TokenId),
        CaseEvent.Retried e => new($"retried {e.NodeId}", e.TokenId),
        CaseEvent.Repeated e => new($"again {e.NodeId} {e.Round}", e.TokenId),
        CaseEvent.Escalated e => new($"escalated {e.NodeId} {e.Code} {e.CaughtBy}", e.TokenId),
        CaseEvent.ErrorThrown e => new($"threw {e.NodeId} {e.Code}", e.TokenId),
        CaseEvent.HandlerHit e => new($"handled {e.NodeId}", e.FrameId),
        CaseEvent.BoundaryHit e => new($"hit {e.NodeId}", e.HostTokenId),
        _ => OfFrame(happened),
    };

    private static Fact OfFrame(CaseEvent happened) => happened switch
    {
        CaseEvent.ScopeOpened e => new($"open {e.NodeId}", e.TokenId, e.ScopeId),
        CaseEvent.ScopeClosed e => new($"close {e.NodeId}", e.ScopeId),
        CaseEvent.LoopBegan e => new($"loop {e.NodeId} {e.Count}", e.TokenId, e.ScopeId),
        CaseEvent.InstanceBegan e => new($"instance {e.NodeId} {e.Index} {CaseFormat.WriteValue(e.Variables)}", e.LoopId, e.ScopeId),
        CaseEvent.InstanceEnded e => new($"gave {e.NodeId} {e.Index} {CaseFormat.WriteValue(e.Output)}", e.ScopeId),
        CaseEvent.VariablesSet e => new($"set {CaseFormat.WriteValue(e.Values)}", e.ScopeId),
        _ => OfWait(happened),
    };

    private static Fact OfWait(CaseEvent happened) => happened switch
    {
        CaseEvent.WorkOpened e => new($"work {e.NodeId}", e.TokenId, e.WorkId),
        CaseEvent.WorkClosed e => new($"work {e.NodeId} {e.End}", e.WorkId),
        CaseEvent.ServiceCalled e => new($"service {e.NodeId}", e.TokenId, e.CallId),
        CaseEvent.ServiceEnded e => new($"service {e.NodeId} {e.End}", e.CallId),
        CaseEvent.TimerArmed e => new($"timer {e.NodeId}", e.TokenId, e.TimerId),
        CaseEvent.TimerFired e => new($"fired {e.NodeId}", e.TimerId),
        CaseEvent.TimerDisarmed e => new($"timer {e.NodeId} Cancelled", e.TimerId),
        CaseEvent.ListenBegan e => new($"message {e.NodeId}", e.TokenId, e.SubscriptionId),
        CaseEvent.MessageTaken e => new($"took {e.NodeId}", e.SubscriptionId),
        CaseEvent.ListenEnded e => new($"message {e.NodeId} Cancelled", e.SubscriptionId),
        CaseEvent.MessageSent e => new($"sent {e.NodeId} {e.MessageName}", e.TokenId),
        CaseEvent.CaseCalled e => new($"case {e.NodeId}", e.TokenId, e.CallId),
        CaseEvent.CallEnded e => new($"case {e.NodeId} {e.End}", e.CallId),
        _ => throw new InvalidOperationException($"The reference does not know {happened.GetType().Name}."),
    };
}
