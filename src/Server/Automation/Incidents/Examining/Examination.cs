using System.Text.Json;
using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Server.Automation.Running.Inbox;
using OfficeWorkflow.Server.Automation.Running.Timers;
using OfficeWorkflow.Server.Outbox;
using OfficeWorkflow.Workflows;
using OfficeWorkflow.Workflows.Running;

namespace OfficeWorkflow.Server.Automation.Incidents.Examining;

/// <summary>Compares what a case's facts say with its stored state, and what its tokens wait for with the rows that there are.</summary>
internal static class Examination
{
    public static IReadOnlyList<Ailment> Of(CaseRows rows)
    {
        if (rows.File.StoppedAt is not null && rows.File.Status is CaseStatus.Open)
        {
            // It is about to end: a case above it was cancelled.
            return [];
        }

        var (state, ailments) = StateOf(rows);
        if (state is null)
        {
            return ailments;
        }

        var waits = rows.File.Status is CaseStatus.Open && !state.HasEnded ? state.Waits : [];
        ailments.AddRange(waits.Select(wait => Lacking(rows, wait)).OfType<Ailment>());
        ailments.AddRange(Superfluous(rows, waits.Select(static wait => wait.Id).ToHashSet(StringComparer.Ordinal)));
        ailments.AddRange(Untold(rows, state));
        return ailments;
    }

    /// <summary>The facts are the truth; the state is what they come to. Null when neither can be read.</summary>
    internal static CaseState? Replayed(IReadOnlyList<HistoryEntry> history)
    {
        if (history.Where(static (entry, place) => entry.Number != place + 1).Any() || history.Count == 0)
        {
            return null;
        }

        try
        {
            return Engine.Replay([.. history.SelectMany(Facts)]);
        }
        catch (Exception unreadable) when (unreadable is JsonException or FormatException or InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Whether the facts of a case that has ended come to the state that is stored.</summary>
    internal static bool Agree(CaseFile ended, IReadOnlyList<HistoryEntry> history) => Agree(WithoutDone(Stored(ended)), WithoutDone(Replayed(history)));

    /// <summary>What is done matters while a case can be sent back to it; states of the first format do not say it.</summary>
    private static CaseState? WithoutDone(CaseState? state) =>
        state is null ? null : state with { Scopes = [.. state.Scopes.Select(static scope => scope with { Done = [] })] };

    private static bool Agree(CaseState? stored, CaseState? replayed) =>
        stored is not null && replayed is not null && string.Equals(CaseFormat.Write(stored), CaseFormat.Write(replayed), StringComparison.Ordinal);

    private static (CaseState? State, List<Ailment> Ailments) StateOf(CaseRows rows)
    {
        var replayed = Replayed(rows.History);
        var stored = Stored(rows.File);
        var ailments = new List<Ailment>();
        if (replayed is null)
        {
            ailments.Add(Of(rows, "history-broken", rows.File.Id.ToString(), null, "案件の記録に抜けか読めないところがあります。", null));
        }
        else if (!Agree(stored, replayed))
        {
            ailments.Add(Of(rows, "state-differs", rows.File.Id.ToString(), null, "案件の状態が、これまでの記録と合っていません。", "記録のとおりの状態に戻します。"));
        }

        return (replayed ?? stored, ailments);
    }

    private static CaseState? Stored(CaseFile file)
    {
        try
        {
            return CaseFormat.Read(file.State);
        }
        catch (Exception unreadable) when (unreadable is JsonException or FormatException or InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }

    private static IEnumerable<CaseEvent> Facts(HistoryEntry entry)
    {
        using var events = CaseFormat.Parse(entry.Events);
        return [.. events.RootElement.EnumerateArray().Select(static text => CaseFormat.ReadEvent(text.GetRawText()))];
    }

    private static Ailment? Lacking(CaseRows rows, Wait wait) => wait switch
    {
        Wait.ForWork => rows.Work.FirstOrDefault(row => Same(row.EngineId, wait.Id)) is { } work
            ? work.IsOpen ? null : Of(rows, "work-ended", wait.Id, wait.NodeId, "案件が待っている作業が、終わったことになっています。", "作業をもう一度開きます。")
            : Of(rows, "work-missing", wait.Id, wait.NodeId, "案件が待っている作業がありません。", "作業を作り直します。"),
        Wait.ForTimer => rows.Timers.FirstOrDefault(row => Same(row.TimerId, wait.Id)) is { } timer
            ? timer.IsPending ? null : Of(rows, "timer-ended", wait.Id, wait.NodeId, "案件が待っている時刻の知らせが、止められています。", "知らせをもう一度かけます。")
            : Of(rows, "timer-missing", wait.Id, wait.NodeId, "案件が待っている時刻の知らせがありません。", "知らせをかけ直します。"),
        Wait.ForMessage when !rows.Subscriptions.Any(row => Same(row.SubscriptionId, wait.Id)) =>
            Of(rows, "subscription-missing", wait.Id, wait.NodeId, "案件が待っている返事の受け口がありません。", "受け口を作り直します。"),
        Wait.ForSignal when !rows.Signals.Any(row => Same(row.HearingId, wait.Id)) =>
            Of(rows, "signal-missing", wait.Id, wait.NodeId, "案件が待っている合図の受け口がありません。", "受け口を作り直します。"),
        Wait.ForService => LackingService(rows, wait),
        Wait.ForCase => LackingCase(rows, wait),
        _ => null,
    };

    private static Ailment? LackingService(CaseRows rows, Wait wait)
    {
        var entry = rows.Services.FirstOrDefault(row => Same(row.About, wait.Id));
        if (entry is null)
        {
            return Of(rows, "service-missing", wait.Id, wait.NodeId, "案件が待っている自動の処理がありません。", "処理を作り直します。");
        }

        return entry.State is OutboxState.Waiting or OutboxState.Sending || rows.Incidents.Any(row => Same(row.About, entry.Id.ToString()))
            ? null
            : Of(rows, "service-ended", wait.Id, wait.NodeId, "自動の処理は終わったことになっていますが、案件はまだ待っています。", "処理をもう一度行います。");
    }

    private static Ailment? LackingCase(CaseRows rows, Wait wait)
    {
        if (rows.Untold.Any(entry => Same(entry.CallId, wait.Id) && entry.Kind is InboxKind.Start or InboxKind.ChildEnded or InboxKind.ChildFailed))
        {
            return null;
        }

        var called = rows.Called.FirstOrDefault(file => Same(file.ParentCallId, wait.Id));
        return called switch
        {
            null => Of(rows, "call-missing", wait.Id, wait.NodeId, "案件が待っている、呼び出した手続きがありません。", "手続きを呼び出し直します。"),
            { Status: not CaseStatus.Open } => Of(
                rows, "call-untold", wait.Id, wait.NodeId, "呼び出した手続きは終わりましたが、もとの案件に伝わっていません。", "終わったことを伝え直します。"),
            _ => null,
        };
    }

    private static IEnumerable<Ailment> Superfluous(CaseRows rows, HashSet<string> waits)
    {
        foreach (var work in rows.Work.Where(row => row.IsOpen && !waits.Contains(row.EngineId)))
        {
            yield return Of(rows, "work-not-needed", work.EngineId, work.NodeId, $"作業「{work.Name}」は開いていますが、案件は待っていません。", "作業を閉じます。");
        }

        foreach (var timer in rows.Timers.Where(row => row.State is TimerState.Armed && !waits.Contains(row.TimerId!)))
        {
            yield return Of(rows, "timer-not-needed", timer.TimerId!, timer.NodeId, "案件が待っていない時刻の知らせが残っています。", "知らせを止めます。");
        }

        foreach (var subscription in rows.Subscriptions.Where(row => !waits.Contains(row.SubscriptionId)))
        {
            yield return Of(rows, "subscription-not-needed", subscription.SubscriptionId, subscription.NodeId, "案件が待っていない返事の受け口が残っています。", "受け口を閉じます。");
        }

        foreach (var signal in rows.Signals.Where(row => !waits.Contains(row.HearingId)))
        {
            yield return Of(rows, "signal-not-needed", signal.HearingId, signal.NodeId, "案件が待っていない合図の受け口が残っています。", "受け口を閉じます。");
        }

        foreach (var entry in rows.Services.Where(row => row.State is OutboxState.Waiting && !waits.Contains(row.About!)))
        {
            yield return Of(rows, "service-not-needed", entry.About!, null, "案件が待っていない自動の処理が残っています。", "処理を取りやめます。");
        }
    }

    /// <summary>What a person should have been told, and what is told though it is over.</summary>
    private static IEnumerable<Ailment> Untold(CaseRows rows, CaseState state)
    {
        var open = rows.Incidents.Where(static row => row.Kind is IncidentKind.StuckToken).Select(static row => row.About).ToHashSet(StringComparer.Ordinal);
        var stuck = state.StuckTokens.ToDictionary(static token => token.Id, StringComparer.Ordinal);
        foreach (var token in stuck.Values.Where(token => !open.Contains(token.Id)))
        {
            yield return Of(rows, "incident-missing", token.Id, token.NodeId, "案件が止まっていますが、止まった案件の一覧にありません。", "一覧に出します。");
        }

        foreach (var about in open.Where(about => !stuck.ContainsKey(about)))
        {
            yield return Of(rows, "incident-not-needed", about, null, "もう止まっていないところが、止まった案件の一覧に残っています。", "一覧から片づけます。");
        }
    }

    private static bool Same(string? one, string other) => string.Equals(one, other, StringComparison.Ordinal);

    private static Ailment Of(CaseRows rows, string code, string about, string? node, string reason, string? repair) =>
        new(rows.File.OfficeId, rows.File.Id, code, about, node, reason, repair);
}
