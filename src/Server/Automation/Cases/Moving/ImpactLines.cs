using OfficeWorkflow.Server.Ui;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Moving;

namespace OfficeWorkflow.Server.Automation.Cases.Moving;

/// <summary>What a move means for one case, as sentences with the dates that change.</summary>
internal static class ImpactLines
{
    public static IReadOnlyList<string> Of(Impact impact, Process from, Process to) =>
    [
        .. impact.Lost.Select(lost => $"いまいる「{from.Node(lost.NodeId).Label}」が新しい版にありません。{(lost.Possible.IsEmpty ? "移せる先もありません。" : "移す先を選んでください。")}"),
        .. impact.Kind is ImpactKind.Impossible ? impact.Plan.Refusals.Where(static refusal => refusal.Code is not "node-gone").Select(static refusal => refusal.Reason) : [],
        .. impact.Plan.Lines.Where(static line => line.Kind is MoveKind.GoesOn && !string.Equals(line.From, line.To, StringComparison.Ordinal))
            .Select(line => $"「{from.Node(line.From!).Label}」から「{to.Node(line.To!).Label}」に移ります。"),
        .. impact.Timers.Select(timer => Of(timer, impact, from, to)).OfType<string>(),
    ];

    /// <summary>12月3日のまま / 今から数えて12月6日.</summary>
    public static string Example(TimerMove timer) =>
        $"{Day(timer.KeptAt)}のまま / 移すときから数えて{Day(timer.NewAt)}";

    private static string? Of(TimerMove timer, Impact impact, Process from, Process to) => timer switch
    {
        { From: null, To: { } now } => $"「{to.Node(now).Label}」が加わります({Day(timer.NewAt)})。",
        { From: { } old, To: null } => $"「{from.Node(old).Label}」({Day(timer.KeptAt)})はなくなります。",
        { From: { } old, IsOpen: true } => $"「{from.Node(old).Label}」：{Example(timer)}",
        { From: { } old } when impact.Choices.Timers.GetValueOrDefault(old) is TimerChoice.StartAgain => $"「{from.Node(old).Label}」：{Day(timer.KeptAt)} → {Day(timer.NewAt)}",
        { From: { } old } => $"「{from.Node(old).Label}」は{Day(timer.KeptAt)}のままです。",
        _ => null,
    };

    private static string Day(DateTimeOffset? at) => at is { } day ? JapaneseEra.Short(day) : "決まらない日";
}
