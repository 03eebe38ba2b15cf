using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Model.Activities;
using OfficeWorkflow.Workflows.Running;

namespace OfficeWorkflow.Workflows.Tests.Support;

/// <summary>One line for a fact or an effect, short enough to stand in a test.</summary>
internal static class Transcript
{
    public static string Line(CaseEvent happened) => happened switch
    {
        CaseEvent.Started e => $"started {e.StartNodeId}{Values(e.Variables)}",
        CaseEvent.Ended e => $"ended {e.End}{Word(e.ErrorCode)}{Word(e.Reason)}",
        CaseEvent.Entered e => $"{e.TokenId} at {e.NodeId}{(e.ScopeId is CaseState.RootId ? "" : $" in {e.ScopeId}")}",
        CaseEvent.Completed e => $"{e.TokenId} done {e.NodeId}",
        CaseEvent.TokenEnded e => $"{e.TokenId} {e.End} at {e.NodeId}",
        CaseEvent.WayChosen e => $"{e.TokenId} chose {string.Join(' ', e.FlowIds)}{string.Concat(e.Tried.Select(Tried))}",
        CaseEvent.Stuck e => $"{e.TokenId} stuck at {e.NodeId}: {e.Code}",
        CaseEvent.Retried e => $"{e.TokenId} retried at {e.NodeId}",
        CaseEvent.AskedAgain e => $"{e.WaitId} asked again at {e.NodeId}",
        CaseEvent.Resolved e => $"{e.TokenId} resolved at {e.NodeId}: {e.Reason}",
        CaseEvent.ScopeOpened e => $"{e.ScopeId} opened {e.NodeId}{Values(e.Variables)}",
        CaseEvent.ScopeClosed e => $"{e.ScopeId} closed",
        CaseEvent.LoopBegan e => $"{e.ScopeId} loop {e.NodeId} x{e.Count}",
        CaseEvent.InstanceBegan e => $"{e.ScopeId} instance {e.Index} of {e.LoopId}{Values(e.Variables)}",
        CaseEvent.InstanceEnded e => $"{e.ScopeId} gave {CaseFormat.WriteValue(e.Output)}",
        CaseEvent.VariablesSet e => $"{e.ScopeId} set{Values(e.Values)}",
        CaseEvent.WorkOpened e => $"{e.WorkId} work {e.NodeId}{Word(e.Role)}",
        CaseEvent.WorkClosed e => $"{e.WorkId} {e.End}{Word(e.By)}",
        CaseEvent.ServiceCalled e => $"{e.CallId} service {e.NodeId} {e.Type}",
        CaseEvent.ServiceEnded e => $"{e.CallId} {e.End}{Word(e.ErrorCode)}{Word(e.Reason)}",
        CaseEvent.TimerArmed e => $"{e.TimerId} timer {e.NodeId} {Moment(e.Due.At)}",
        CaseEvent.TimerSet e => $"{e.TimerId} set to {Moment(e.Due.At)}",
        CaseEvent.TimerFired e => $"{e.TimerId} fired",
        CaseEvent.TimerDisarmed e => $"{e.TimerId} disarmed",
        CaseEvent.ListenBegan e => $"{e.SubscriptionId} listens {e.NodeId} {e.MessageName}{Word(e.Key)}",
        CaseEvent.MessageTaken e => $"{e.SubscriptionId} took {e.MessageId}",
        CaseEvent.ListenEnded e => $"{e.SubscriptionId} deaf",
        CaseEvent.MessageSent e => $"{e.SendId} sent {e.MessageName}{Word(e.Key)}",
        CaseEvent.SignalAwaited e => $"{e.HearingId} hears {e.NodeId} {e.SignalName}",
        CaseEvent.SignalHeard e => $"{e.HearingId} heard",
        CaseEvent.HearingEnded e => $"{e.HearingId} hears no more",
        CaseEvent.SignalCame e => $"signal {e.SignalName} {e.SignalId}",
        CaseEvent.SignalSent e => $"{e.SendId} signalled {e.SignalName}",
        CaseEvent.ConditionWatched e => $"{e.WatchId} watches {e.NodeId}",
        CaseEvent.ConditionMet e => $"{e.WatchId} met",
        CaseEvent.ConditionUnmet e => $"{e.WatchId} unmet",
        CaseEvent.WatchEnded e => $"{e.WatchId} watches no more",
        CaseEvent.WorkKept e => $"{e.KeptId} kept {e.NodeId} in {e.ScopeId}{Values(e.Variables)}",
        CaseEvent.KeptMoved e => $"kept of {e.FromScopeId} to {e.ToScopeId}",
        CaseEvent.UndoBegan e => $"{e.TokenId} undoes {string.Join(' ', e.KeptIds)}",
        CaseEvent.Undone e => $"{e.KeptId} undone",
        CaseEvent.RulesApplied e => $"{e.TokenId} rules {CaseFormat.WriteValue(new Value.List(e.Inputs))}: {string.Join(' ', e.RuleIds)}",
        CaseEvent.Moved e => $"moved{string.Concat(e.Nodes.Concat(e.Flows).Select(static renamed => $" {renamed.From}>{renamed.To}"))}",
        CaseEvent.StepTakenOver e => $"taken over {e.NodeId} of {e.On:yyyy-MM-dd}: {e.Source}",
        CaseEvent.TokenPlaced e => $"{e.TokenId} placed from {e.NodeId} to {e.ToNodeId}: {e.Reason}",
        CaseEvent.SentBack e => $"{e.TokenId} back from {e.NodeId} to {e.ToNodeId}: {e.Reason}",
        CaseEvent.CaseCalled e => $"{e.CallId} case {e.NodeId} {e.Procedure}",
        CaseEvent.CallEnded e => $"{e.CallId} {e.End}{Word(e.ErrorCode)}",
        CaseEvent.Repeated e => $"{e.TokenId} again {e.NodeId} after {e.Round}",
        CaseEvent.Escalated e => $"{e.TokenId} escalated {e.Code} to {e.CaughtBy ?? "nobody"}",
        CaseEvent.HandlerHit e => $"{e.FrameId} handled by {e.NodeId}",
        CaseEvent.ErrorThrown e => $"{e.TokenId} threw {e.Code}",
        CaseEvent.BoundaryHit e => $"{e.HostTokenId} hit by {e.NodeId}",
        _ => throw new InvalidOperationException($"No line for {happened.GetType().Name}."),
    };

    public static string Line(Effect effect) => effect switch
    {
        Effect.OpenWorkItem e => $"open {e.WorkId} {e.Name}{Word(e.Role)}{(e.IsManual ? " manual" : "")}{Values(e.Inputs)}",
        Effect.ChangeWorkItem e => $"change {e.WorkId}{Values(e.Inputs)}",
        Effect.CloseWorkItem e => $"close {e.WorkId} {e.End}",
        Effect.CallService e => $"call {e.CallId} {e.Type}{Values(e.Inputs)}",
        Effect.CancelService e => $"cancel {e.CallId}",
        Effect.ArmTimer e => $"arm {e.TimerId} {Moment(e.DueAt)}",
        Effect.SetTimer e => $"set {e.TimerId} {Moment(e.DueAt)}",
        Effect.DisarmTimer e => $"disarm {e.TimerId}",
        Effect.Listen e => $"listen {e.SubscriptionId} {e.MessageName}{Word(e.Key)}",
        Effect.StopListening e => $"stop {e.SubscriptionId}",
        Effect.Send e => $"send {e.SendId} {e.MessageName}{Word(e.Key)}{Values(e.Variables)}",
        Effect.Hear e => $"hear {e.HearingId} {e.SignalName}",
        Effect.StopHearing e => $"hush {e.HearingId}",
        Effect.Broadcast e => $"broadcast {e.SendId} {e.SignalName}{Values(e.Variables)}",
        Effect.MoveWait e => $"move {e.WaitId} to {e.NodeId}{Word(e.Role)}{Values(e.Inputs)}",
        Effect.EscalateToCaller e => $"escalate {e.Code}",
        Effect.StartCase e => $"start {e.CallId} {e.Procedure}{Version(e)}{Values(e.Variables)}",
        Effect.CancelCase e => $"cancel {e.CallId}",
        _ => throw new InvalidOperationException($"No line for {effect.GetType().Name}."),
    };

    private static string Tried(ConditionTried tried) =>
        $" | {tried.FlowId} {tried.Text}{Values(tried.Values)} {CaseFormat.WriteValue(tried.Result)}";

    private static string Values(Value.Record values) => values.Fields.IsEmpty ? "" : $" {CaseFormat.WriteValue(values)}";

    private static string Word(string? word) => string.IsNullOrEmpty(word) ? "" : $" {word}";

    private static string Version(Effect.StartCase call) => call.Binding is CalledVersion.Latest ? "" : $" {call.Binding} {call.Version}".TrimEnd();

    private static string Moment(DateTimeOffset moment) =>
        moment.ToOffset(TimeSpan.FromHours(9)).ToString("MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture);
}
