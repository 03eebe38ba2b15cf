using System.Text.Json;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Running;

namespace OfficeWorkflow.Server.Automation.Cases;

/// <summary>Facts of the engine as sentences of a story; what only moves tokens is left out.</summary>
internal static class Storytelling
{
    /// <param name="isWhole">Whether it is the case whose story is told, not one that it called.</param>
    public static IEnumerable<(TimelineKind Kind, string Text, bool IsHeadline)> Tell(HistoryEntry entry, Process process, bool isWhole)
    {
        using var events = JsonDocument.Parse(entry.Events);
        foreach (var text in events.RootElement.EnumerateArray())
        {
            var happened = CaseFormat.ReadEvent(text.GetRawText());
            if (Sentence(happened, process, entry.By) is { } told)
            {
                yield return (told.Kind, told.Text, told.Kind is not TimelineKind.System || (isWhole && IsAnEnd(happened)));
            }
        }
    }

    /// <summary>Of the steps that nobody does, only the beginning and the end of the whole are told by themselves.</summary>
    private static bool IsAnEnd(CaseEvent happened) => happened is CaseEvent.Started or CaseEvent.Ended;

    private static (TimelineKind Kind, string Text)? Sentence(CaseEvent happened, Process process, Guid? by) => happened switch
    {
        CaseEvent.Started => (by is null ? TimelineKind.System : TimelineKind.Person, $"「{process.Name}」を始めました。"),
        CaseEvent.WorkOpened work => (TimelineKind.System, $"作業「{Label(process, work.NodeId)}」ができました{For(work.Role)}。"),
        CaseEvent.WorkClosed work => Closed(work, process),
        CaseEvent.ServiceEnded { End: CallEnd.Done } service => (TimelineKind.System, $"「{Label(process, service.NodeId)}」を行いました。"),
        CaseEvent.ServiceEnded { End: CallEnd.Failed } service => (TimelineKind.Trouble, $"「{Label(process, service.NodeId)}」ができませんでした。{service.Reason}"),
        CaseEvent.TimerFired timer => (TimelineKind.Timer, $"「{Label(process, timer.NodeId)}」の時刻になりました。"),
        CaseEvent.MessageTaken message => (TimelineKind.Answer, $"「{Label(process, message.NodeId)}」の返事が届きました。"),
        CaseEvent.SignalHeard signal => (TimelineKind.System, $"「{Label(process, signal.NodeId)}」の知らせが届きました。"),
        CaseEvent.ConditionMet condition => (TimelineKind.System, $"「{Label(process, condition.NodeId)}」の条件が成り立ちました。"),
        CaseEvent.Undone undone => (TimelineKind.System, $"「{Label(process, undone.NodeId)}」の取り消しを始めました。"),
        CaseEvent.SentBack back => (TimelineKind.Person, $"「{Label(process, back.NodeId)}」から「{Label(process, back.ToNodeId)}」へ差し戻しました。理由: {back.Reason}"),
        CaseEvent.Moved => (TimelineKind.Person, "手続きの新しい版に移しました。"),
        CaseEvent.CaseCalled call => (TimelineKind.System, $"「{Label(process, call.NodeId)}」に進みました。"),
        CaseEvent.CallEnded { End: CallEnd.Done } call => (TimelineKind.System, $"「{Label(process, call.NodeId)}」が終わりました。"),
        CaseEvent.WayChosen { Tried.Length: > 0 } way => (TimelineKind.System, Way(way, process)),
        CaseEvent.Stuck stuck => (TimelineKind.Trouble, $"「{Label(process, stuck.NodeId)}」で止まりました。{stuck.Reason}"),
        CaseEvent.Retried retried => (TimelineKind.Person, $"「{Label(process, retried.NodeId)}」をやり直しました。"),
        CaseEvent.AskedAgain asked => (TimelineKind.System, $"失われていた「{Label(process, asked.NodeId)}」を元に戻しました。"),
        CaseEvent.Resolved resolved => (TimelineKind.Person, $"止まっていた「{Label(process, resolved.NodeId)}」を済んだことにして進めました。理由: {resolved.Reason}"),
        CaseEvent.Ended ended => Ended(ended, process),
        _ => null,
    };

    private static (TimelineKind Kind, string Text) Closed(CaseEvent.WorkClosed work, Process process) => work.End switch
    {
        WorkEnd.Finished => (TimelineKind.Person, $"作業「{Label(process, work.NodeId)}」を終えました。"),
        WorkEnd.SentBack => (TimelineKind.Person, $"作業「{Label(process, work.NodeId)}」は差し戻されました。"),
        WorkEnd.Cancelled => (TimelineKind.System, $"作業「{Label(process, work.NodeId)}」は中止しました。"),
        _ => (TimelineKind.System, $"作業「{Label(process, work.NodeId)}」は要らなくなりました。"),
    };

    private static (TimelineKind Kind, string Text) Ended(CaseEvent.Ended ended, Process process) => ended.End switch
    {
        CaseEnd.Cancelled => (TimelineKind.Person, $"「{process.Name}」を中止しました。理由: {ended.Reason}"),
        CaseEnd.Failed => (TimelineKind.Trouble, $"「{process.Name}」は誤りで終わりました。{ended.Reason}"),
        _ => (TimelineKind.System, $"「{process.Name}」が終わりました。"),
    };

    private static string Way(CaseEvent.WayChosen way, Process process)
    {
        var node = process.Find(way.NodeId);
        var taken = node?.Outgoing
            .Where(flow => way.FlowIds.Contains(flow.Id, StringComparer.Ordinal))
            .Select(static flow => flow.Name.Length > 0 ? flow.Name : flow.Target.Label) ?? [];

        return $"「{Label(process, way.NodeId)}」で「{string.Join('、', taken)}」に進みました。";
    }

    private static string For(string? role) => role is null ? "" : $"（{Roles.NameOf(role)}）";

    private static string Label(Process process, string nodeId) => process.Find(nodeId)?.Label ?? nodeId;
}
