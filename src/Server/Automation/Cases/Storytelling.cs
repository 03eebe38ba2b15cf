using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Ui;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Model.Events;
using OfficeWorkflow.Workflows.Running;

namespace OfficeWorkflow.Server.Automation.Cases;

/// <summary>Facts of the engine as sentences of a story; what only moves tokens is left out.</summary>
/// <param name="abouts">What work was about, by its id in the engine, where the name of its step does not tell.</param>
/// <param name="isWhole">Whether it is the case whose story is told, not one that it called.</param>
internal sealed class Storytelling(Process process, IReadOnlyDictionary<string, string> abouts, bool isWhole)
{
    public IEnumerable<(TimelineKind Kind, string Text, bool IsHeadline)> Tell(HistoryEntry entry)
    {
        using var events = CaseFormat.Parse(entry.Events);
        foreach (var text in events.RootElement.EnumerateArray())
        {
            var happened = CaseFormat.ReadEvent(text.GetRawText());
            if (Sentence(happened, entry.By) is { } told)
            {
                yield return (told.Kind, told.Text, told.Kind is not TimelineKind.System || (isWhole && IsAnEnd(happened)));
            }
        }
    }

    /// <summary>Of the steps that nobody does, only the beginning and the end of the whole are told by themselves.</summary>
    private static bool IsAnEnd(CaseEvent happened) => happened is CaseEvent.Started or CaseEvent.Ended;

    internal (TimelineKind Kind, string Text)? Sentence(CaseEvent happened, Guid? by) => happened switch
    {
        CaseEvent.Started => (by is null ? TimelineKind.System : TimelineKind.Person, $"「{process.Name}」を始めました。"),
        CaseEvent.StepTakenOver taken => (TimelineKind.Person, $"「{Label(taken.NodeId)}」は{JapaneseEra.Date(taken.On)}に済んでいます。引き継ぎ: {taken.Source}"),
        CaseEvent.WorkOpened work => (TimelineKind.System, $"作業{Named(work.WorkId, work.NodeId)}ができました{For(work.Role)}。"),
        CaseEvent.WorkClosed work => Closed(work),
        CaseEvent.ServiceEnded { End: CallEnd.Done } service => (TimelineKind.System, $"「{Label(service.NodeId)}」を行いました。"),
        CaseEvent.ServiceEnded { End: CallEnd.Failed } service => (TimelineKind.Trouble, $"「{Label(service.NodeId)}」ができませんでした。{service.Reason}"),
        CaseEvent.TimerFired timer => (TimelineKind.Timer, Time(timer)),
        CaseEvent.TimerSet set => (TimelineKind.Person, $"「{Label(set.NodeId)}」の時刻を{JapaneseEra.Long(set.Due.At)}に変えました。理由: {set.Reason}"),
        CaseEvent.MessageTaken message => (TimelineKind.Answer, $"「{Label(message.NodeId)}」の返事が届きました。"),
        CaseEvent.CaseCalled call => (TimelineKind.System, $"「{Label(call.NodeId)}」に進みました。"),
        CaseEvent.CallEnded { End: CallEnd.Done } call => (TimelineKind.System, $"「{Label(call.NodeId)}」が終わりました。"),
        CaseEvent.WayChosen { Tried.Length: > 0 } way => (TimelineKind.System, Way(way)),
        CaseEvent.Stuck stuck => (TimelineKind.Trouble, $"「{Label(stuck.NodeId)}」で止まりました。{stuck.Reason}"),
        CaseEvent.Retried retried => (TimelineKind.Person, $"「{Label(retried.NodeId)}」をやり直しました。"),
        CaseEvent.SignalHeard signal => (TimelineKind.System, $"「{Label(signal.NodeId)}」の知らせが届きました。"),
        CaseEvent.ConditionMet condition => (TimelineKind.System, $"「{Label(condition.NodeId)}」の条件が成り立ちました。"),
        CaseEvent.Undone undone => (TimelineKind.System, $"「{Label(undone.NodeId)}」の取り消しを始めました。"),
        CaseEvent.SentBack back => (TimelineKind.Person, $"「{Label(back.NodeId)}」から「{Label(back.ToNodeId)}」へ差し戻しました。理由: {back.Reason}"),
        CaseEvent.TokenPlaced placed => (TimelineKind.Person, $"「{Label(placed.NodeId)}」から「{Label(placed.ToNodeId)}」へ手で置き直しました。理由: {placed.Reason}"),
        CaseEvent.Moved => (TimelineKind.Person, "手続きの新しい版に移しました。"),
        CaseEvent.AskedAgain asked => (TimelineKind.System, $"失われていた「{Label(asked.NodeId)}」を元に戻しました。"),
        CaseEvent.Resolved resolved => (TimelineKind.Person, $"止まっていた「{Label(resolved.NodeId)}」を済んだことにして進めました。理由: {resolved.Reason}"),
        CaseEvent.Ended ended => Ended(ended),
        _ => null,
    };

    private (TimelineKind Kind, string Text) Closed(CaseEvent.WorkClosed work) => work.End switch
    {
        WorkEnd.Finished => (TimelineKind.Person, $"{Named(work.WorkId, work.NodeId)}を終えました。"),
        WorkEnd.SentBack => (TimelineKind.Person, $"{Named(work.WorkId, work.NodeId)}は差し戻されました。"),
        WorkEnd.Cancelled => (TimelineKind.System, $"作業{Named(work.WorkId, work.NodeId)}は中止しました。"),
        _ => (TimelineKind.System, $"作業{Named(work.WorkId, work.NodeId)}は要らなくなりました。"),
    };

    private (TimelineKind Kind, string Text) Ended(CaseEvent.Ended ended) => ended.End switch
    {
        CaseEnd.Cancelled => (TimelineKind.Person, $"「{process.Name}」を中止しました。理由: {ended.Reason}"),
        CaseEnd.Failed => (TimelineKind.Trouble, $"「{process.Name}」は誤りで終わりました。{ended.Reason}"),
        _ => (TimelineKind.System, $"「{process.Name}」が終わりました。"),
    };

    private string Way(CaseEvent.WayChosen way)
    {
        var node = process.Find(way.NodeId);
        var taken = node?.Outgoing
            .Where(flow => way.FlowIds.Contains(flow.Id, StringComparer.Ordinal))
            .Select(static flow => flow.Name.Length > 0 ? flow.Name : flow.Target.Label) ?? [];

        return $"「{Label(way.NodeId)}」で「{string.Join('、', taken)}」に進みました。{WhyThisWay.Of(way)}";
    }

    private string Time(CaseEvent.TimerFired timer) => process.Find(timer.NodeId) is BoundaryEvent { AttachedTo: var waiting }
        ? $"「{waiting.Label}」が終わらないまま、「{Label(timer.NodeId)}」の時刻になりました。"
        : $"「{Label(timer.NodeId)}」の時刻になりました。";

    private string Named(string workId, string nodeId) =>
        abouts.TryGetValue(workId, out var about) ? $"「{Label(nodeId)}」（{about}）" : $"「{Label(nodeId)}」";

    private static string For(string? role) => role is null ? "" : $"（{Roles.NameOf(role)}）";

    private string Label(string nodeId) => process.Find(nodeId)?.Label ?? nodeId;
}
