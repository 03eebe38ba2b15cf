using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace OfficeWorkflow.Workflows.Running.Formats;

/// <summary>A fact is an array: its name and its fields in the order of the record. New fields are added at the end.</summary>
internal static class EventJson
{
    public static void Write(Utf8JsonWriter json, CaseEvent happened) => (Course(json, happened) ?? Turn(json, happened) ?? Wait(json, happened)).End();

    public static CaseEvent Read(JsonElement json) => json[0].GetString() switch
    {
        "started" => new CaseEvent.Started(Text(json, 1), ValueJson.ReadRecord(json[2]), json[3].GetBoolean()),
        "ended" => new CaseEvent.Ended(Enum.Parse<CaseEnd>(Text(json, 1)), json.TextAt(2), json.TextAt(3), json.TextAt(4)),
        "entered" => new CaseEvent.Entered(Text(json, 1), Text(json, 2), Text(json, 3), json.TextAt(4)),
        "completed" => new CaseEvent.Completed(Text(json, 1), Text(json, 2)),
        "token-ended" => new CaseEvent.TokenEnded(Text(json, 1), Text(json, 2), Enum.Parse<TokenEnd>(Text(json, 3))),
        "way-chosen" => new CaseEvent.WayChosen(Text(json, 1), Text(json, 2), Tried(json[3]), Texts(json[4])),
        "stuck" => new CaseEvent.Stuck(Text(json, 1), Text(json, 2), Text(json, 3), Text(json, 4), Enum.Parse<Resume>(Text(json, 5))),
        "retried" => new CaseEvent.Retried(Text(json, 1), Text(json, 2), json.TextAt(3)),
        "resolved" => new CaseEvent.Resolved(Text(json, 1), Text(json, 2), Text(json, 3), json.TextAt(4)),
        "asked-again" => new CaseEvent.AskedAgain(Text(json, 1), Text(json, 2), json.TextAt(3)),
        "scope-opened" => new CaseEvent.ScopeOpened(Text(json, 1), Text(json, 2), Text(json, 3), Text(json, 4), ValueJson.ReadRecord(json[5])),
        "scope-closed" => new CaseEvent.ScopeClosed(Text(json, 1), Text(json, 2)),
        "loop-began" =>
            new CaseEvent.LoopBegan(Text(json, 1), Text(json, 2), Text(json, 3), Text(json, 4), json[5].GetInt32(), ValueJson.ReadList(json[6])),
        "instance-began" =>
            new CaseEvent.InstanceBegan(Text(json, 1), Text(json, 2), Text(json, 3), json[4].GetInt32(), ValueJson.ReadRecord(json[5])),
        "instance-ended" => new CaseEvent.InstanceEnded(Text(json, 1), Text(json, 2), Text(json, 3), json[4].GetInt32(), ValueJson.Read(json[5])),
        "variables-set" => new CaseEvent.VariablesSet(Text(json, 1), ValueJson.ReadRecord(json[2])),
        "work-opened" => new CaseEvent.WorkOpened(Text(json, 1), Text(json, 2), Text(json, 3), json.TextAt(4)),
        "work-closed" => new CaseEvent.WorkClosed(Text(json, 1), Text(json, 2), Enum.Parse<WorkEnd>(Text(json, 3)), json.TextAt(4)),
        "service-called" => new CaseEvent.ServiceCalled(Text(json, 1), Text(json, 2), Text(json, 3), Text(json, 4)),
        "service-ended" =>
            new CaseEvent.ServiceEnded(Text(json, 1), Text(json, 2), Enum.Parse<CallEnd>(Text(json, 3)), json.TextAt(4), json.TextAt(5)),
        "timer-armed" => new CaseEvent.TimerArmed(Text(json, 1), Text(json, 2), Text(json, 3), StateJson.ReadDue(json, from: 4)),
        "timer-fired" => new CaseEvent.TimerFired(Text(json, 1), Text(json, 2)),
        "timer-disarmed" => new CaseEvent.TimerDisarmed(Text(json, 1), Text(json, 2)),
        "listen-began" => new CaseEvent.ListenBegan(Text(json, 1), Text(json, 2), Text(json, 3), Text(json, 4), Text(json, 5)),
        "message-taken" => new CaseEvent.MessageTaken(Text(json, 1), Text(json, 2), Text(json, 3)),
        "listen-ended" => new CaseEvent.ListenEnded(Text(json, 1), Text(json, 2)),
        "message-sent" => new CaseEvent.MessageSent(Text(json, 1), Text(json, 2), Text(json, 3), Text(json, 4), Text(json, 5)),
        "case-called" => new CaseEvent.CaseCalled(Text(json, 1), Text(json, 2), Text(json, 3), Text(json, 4)),
        "call-ended" => new CaseEvent.CallEnded(Text(json, 1), Text(json, 2), Enum.Parse<CallEnd>(Text(json, 3)), json.TextAt(4), json.TextAt(5)),
        "repeated" => new CaseEvent.Repeated(Text(json, 1), Text(json, 2), json[3].GetInt32()),
        "escalated" => new CaseEvent.Escalated(Text(json, 1), Text(json, 2), Text(json, 3), json.TextAt(4)),
        "error-thrown" => new CaseEvent.ErrorThrown(Text(json, 1), Text(json, 2), Text(json, 3), Text(json, 4)),
        "handler-hit" => new CaseEvent.HandlerHit(Text(json, 1), Text(json, 2), json[3].GetBoolean()),
        "boundary-hit" => new CaseEvent.BoundaryHit(Text(json, 1), Text(json, 2), json[3].GetBoolean()),
        _ => ReadMore(json),
    };

    private static CaseEvent ReadMore(JsonElement json) => json[0].GetString() switch
    {
        "signal-awaited" => new CaseEvent.SignalAwaited(Text(json, 1), Text(json, 2), Text(json, 3), Text(json, 4)),
        "signal-heard" => new CaseEvent.SignalHeard(Text(json, 1), Text(json, 2)),
        "hearing-ended" => new CaseEvent.HearingEnded(Text(json, 1), Text(json, 2)),
        "signal-came" => new CaseEvent.SignalCame(Text(json, 1), Text(json, 2)),
        "signal-sent" => new CaseEvent.SignalSent(Text(json, 1), Text(json, 2), Text(json, 3), Text(json, 4)),
        "condition-watched" => new CaseEvent.ConditionWatched(Text(json, 1), Text(json, 2), Text(json, 3)),
        "condition-met" => new CaseEvent.ConditionMet(Text(json, 1), Text(json, 2)),
        "condition-unmet" => new CaseEvent.ConditionUnmet(Text(json, 1), Text(json, 2)),
        "watch-ended" => new CaseEvent.WatchEnded(Text(json, 1), Text(json, 2)),
        "work-kept" => new CaseEvent.WorkKept(Text(json, 1), Text(json, 2), Text(json, 3), ValueJson.ReadRecord(json[4])),
        "kept-moved" => new CaseEvent.KeptMoved(Text(json, 1), Text(json, 2), Text(json, 3)),
        "undo-began" => new CaseEvent.UndoBegan(Text(json, 1), Text(json, 2), Texts(json[3])),
        "undone" => new CaseEvent.Undone(Text(json, 1), Text(json, 2), Text(json, 3)),
        "rules-applied" => new CaseEvent.RulesApplied(Text(json, 1), Text(json, 2), ValueJson.ReadList(json[3]), Texts(json[4])),
        "moved" => new CaseEvent.Moved(Text(json, 1), Renamings(json[2]), Renamings(json[3]), Texts(json[4]), json.TextAt(5)),
        "timer-set" => new CaseEvent.TimerSet(Text(json, 1), Text(json, 2), StateJson.ReadDue(json, from: 3), Text(json, 7), json.TextAt(8)),
        "step-taken-over" => new CaseEvent.StepTakenOver(Text(json, 1), DateOnly.ParseExact(Text(json, 2), "O", CultureInfo.InvariantCulture), Text(json, 3)),
        "token-placed" => new CaseEvent.TokenPlaced(Text(json, 1), Text(json, 2), Text(json, 3), Text(json, 4), json.TextAt(5)),
        "sent-back" => new CaseEvent.SentBack(Text(json, 1), Text(json, 2), Text(json, 3), Text(json, 4), json.TextAt(5)),
        var name => throw new UnreachableException($"No fact is called '{name}'."),
    };

    private static EventRow? Course(Utf8JsonWriter json, CaseEvent happened) => happened switch
    {
        CaseEvent.Started e => new EventRow(json, "started").Text(e.StartNodeId).Record(e.Variables).Flag(e.IsCalled),
        CaseEvent.Ended e => new EventRow(json, "ended").Word(e.End).Text(e.ErrorCode).Text(e.Reason).Text(e.By),
        CaseEvent.Entered e => new EventRow(json, "entered").Text(e.TokenId).Text(e.NodeId).Text(e.ScopeId).Text(e.FlowId),
        CaseEvent.Completed e => new EventRow(json, "completed").Text(e.TokenId).Text(e.NodeId),
        CaseEvent.TokenEnded e => new EventRow(json, "token-ended").Text(e.TokenId).Text(e.NodeId).Word(e.End),
        CaseEvent.WayChosen e => new EventRow(json, "way-chosen").Text(e.TokenId).Text(e.NodeId).Tried(e.Tried).Texts(e.FlowIds),
        CaseEvent.Stuck e => new EventRow(json, "stuck").Text(e.TokenId).Text(e.NodeId).Text(e.Code).Text(e.Reason).Word(e.Resume),
        CaseEvent.Retried e => new EventRow(json, "retried").Text(e.TokenId).Text(e.NodeId).Text(e.By),
        CaseEvent.Resolved e => new EventRow(json, "resolved").Text(e.TokenId).Text(e.NodeId).Text(e.Reason).Text(e.By),
        CaseEvent.AskedAgain e => new EventRow(json, "asked-again").Text(e.WaitId).Text(e.NodeId).Text(e.By),
        CaseEvent.ScopeOpened e =>
            new EventRow(json, "scope-opened").Text(e.ScopeId).Text(e.TokenId).Text(e.NodeId).Text(e.ParentId).Record(e.Variables),
        CaseEvent.ScopeClosed e => new EventRow(json, "scope-closed").Text(e.ScopeId).Text(e.NodeId),
        CaseEvent.LoopBegan e =>
            new EventRow(json, "loop-began").Text(e.ScopeId).Text(e.TokenId).Text(e.NodeId).Text(e.ParentId).Count(e.Count).Values(e.Items),
        CaseEvent.InstanceBegan e =>
            new EventRow(json, "instance-began").Text(e.ScopeId).Text(e.LoopId).Text(e.NodeId).Count(e.Index).Record(e.Variables),
        CaseEvent.InstanceEnded e =>
            new EventRow(json, "instance-ended").Text(e.ScopeId).Text(e.LoopId).Text(e.NodeId).Count(e.Index).Value(e.Output),
        CaseEvent.VariablesSet e => new EventRow(json, "variables-set").Text(e.ScopeId).Record(e.Values),
        CaseEvent.Repeated e => new EventRow(json, "repeated").Text(e.TokenId).Text(e.NodeId).Count(e.Round),
        CaseEvent.Escalated e => new EventRow(json, "escalated").Text(e.TokenId).Text(e.NodeId).Text(e.Code).Text(e.CaughtBy),
        CaseEvent.ErrorThrown e => new EventRow(json, "error-thrown").Text(e.TokenId).Text(e.NodeId).Text(e.Code).Text(e.Reason),
        CaseEvent.HandlerHit e => new EventRow(json, "handler-hit").Text(e.FrameId).Text(e.NodeId).Flag(e.IsInterrupting),
        CaseEvent.BoundaryHit e => new EventRow(json, "boundary-hit").Text(e.HostTokenId).Text(e.NodeId).Flag(e.IsInterrupting),
        _ => null,
    };

    private static EventRow? Turn(Utf8JsonWriter json, CaseEvent happened) => happened switch
    {
        CaseEvent.SignalHeard e => new EventRow(json, "signal-heard").Text(e.HearingId).Text(e.NodeId),
        CaseEvent.SignalCame e => new EventRow(json, "signal-came").Text(e.SignalId).Text(e.SignalName),
        CaseEvent.SignalSent e => new EventRow(json, "signal-sent").Text(e.SendId).Text(e.TokenId).Text(e.NodeId).Text(e.SignalName),
        CaseEvent.ConditionMet e => new EventRow(json, "condition-met").Text(e.WatchId).Text(e.NodeId),
        CaseEvent.ConditionUnmet e => new EventRow(json, "condition-unmet").Text(e.WatchId).Text(e.NodeId),
        CaseEvent.WorkKept e => new EventRow(json, "work-kept").Text(e.KeptId).Text(e.ScopeId).Text(e.NodeId).Record(e.Variables),
        CaseEvent.KeptMoved e => new EventRow(json, "kept-moved").Text(e.FromScopeId).Text(e.ToScopeId).Text(e.NodeId),
        CaseEvent.UndoBegan e => new EventRow(json, "undo-began").Text(e.TokenId).Text(e.NodeId).Texts(e.KeptIds),
        CaseEvent.Undone e => new EventRow(json, "undone").Text(e.KeptId).Text(e.TokenId).Text(e.NodeId),
        CaseEvent.RulesApplied e => new EventRow(json, "rules-applied").Text(e.TokenId).Text(e.NodeId).Values(e.Inputs).Texts(e.RuleIds),
        CaseEvent.Moved e => new EventRow(json, "moved").Text(e.ProcessId).Renamed(e.Nodes).Renamed(e.Flows).Texts(e.KeptIds).Text(e.By),
        CaseEvent.StepTakenOver e => new EventRow(json, "step-taken-over").Text(e.NodeId).Text(e.On.ToString("O", CultureInfo.InvariantCulture)).Text(e.Source),
        CaseEvent.TokenPlaced e => new EventRow(json, "token-placed").Text(e.TokenId).Text(e.NodeId).Text(e.ToNodeId).Text(e.Reason).Text(e.By),
        CaseEvent.SentBack e => new EventRow(json, "sent-back").Text(e.TokenId).Text(e.NodeId).Text(e.ToNodeId).Text(e.Reason).Text(e.By),
        _ => null,
    };

    private static EventRow Wait(Utf8JsonWriter json, CaseEvent happened) => happened switch
    {
        CaseEvent.WorkOpened e => new EventRow(json, "work-opened").Text(e.WorkId).Text(e.TokenId).Text(e.NodeId).Text(e.Role),
        CaseEvent.WorkClosed e => new EventRow(json, "work-closed").Text(e.WorkId).Text(e.NodeId).Word(e.End).Text(e.By),
        CaseEvent.ServiceCalled e => new EventRow(json, "service-called").Text(e.CallId).Text(e.TokenId).Text(e.NodeId).Text(e.Type),
        CaseEvent.ServiceEnded e => new EventRow(json, "service-ended").Text(e.CallId).Text(e.NodeId).Word(e.End).Text(e.ErrorCode).Text(e.Reason),
        CaseEvent.TimerArmed e => new EventRow(json, "timer-armed").Text(e.TimerId).Text(e.TokenId).Text(e.NodeId).Due(e.Due),
        CaseEvent.TimerSet e => new EventRow(json, "timer-set").Text(e.TimerId).Text(e.NodeId).Due(e.Due).Text(e.Reason).Text(e.By),
        CaseEvent.TimerFired e => new EventRow(json, "timer-fired").Text(e.TimerId).Text(e.NodeId),
        CaseEvent.TimerDisarmed e => new EventRow(json, "timer-disarmed").Text(e.TimerId).Text(e.NodeId),
        CaseEvent.ListenBegan e =>
            new EventRow(json, "listen-began").Text(e.SubscriptionId).Text(e.TokenId).Text(e.NodeId).Text(e.MessageName).Text(e.Key),
        CaseEvent.MessageTaken e => new EventRow(json, "message-taken").Text(e.SubscriptionId).Text(e.NodeId).Text(e.MessageId),
        CaseEvent.ListenEnded e => new EventRow(json, "listen-ended").Text(e.SubscriptionId).Text(e.NodeId),
        CaseEvent.MessageSent e => new EventRow(json, "message-sent").Text(e.SendId).Text(e.TokenId).Text(e.NodeId).Text(e.MessageName).Text(e.Key),
        CaseEvent.SignalAwaited e => new EventRow(json, "signal-awaited").Text(e.HearingId).Text(e.TokenId).Text(e.NodeId).Text(e.SignalName),
        CaseEvent.HearingEnded e => new EventRow(json, "hearing-ended").Text(e.HearingId).Text(e.NodeId),
        CaseEvent.ConditionWatched e => new EventRow(json, "condition-watched").Text(e.WatchId).Text(e.TokenId).Text(e.NodeId),
        CaseEvent.WatchEnded e => new EventRow(json, "watch-ended").Text(e.WatchId).Text(e.NodeId),
        CaseEvent.CaseCalled e => new EventRow(json, "case-called").Text(e.CallId).Text(e.TokenId).Text(e.NodeId).Text(e.Procedure),
        CaseEvent.CallEnded e => new EventRow(json, "call-ended").Text(e.CallId).Text(e.NodeId).Word(e.End).Text(e.ErrorCode).Text(e.Reason),
        _ => throw new UnreachableException($"No text for {happened.GetType().Name}."),
    };

    private static string Text(JsonElement json, int index) => json[index].GetString()!;

    private static ImmutableArray<string> Texts(JsonElement json) => [.. json.EnumerateArray().Select(static text => text.GetString()!)];

    private static ImmutableArray<Renamed> Renamings(JsonElement json) =>
        [.. json.EnumerateArray().Select(static pair => new Renamed(Text(pair, 0), pair.TextAt(1)))];

    private static ImmutableArray<ConditionTried> Tried(JsonElement json) =>
    [
        .. json.EnumerateArray().Select(static tried =>
            new ConditionTried(Text(tried, 0), Text(tried, 1), ValueJson.ReadRecord(tried[2]), ValueJson.Read(tried[3]))),
    ];
}
