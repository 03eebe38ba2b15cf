using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Automation.Incidents;

/// <summary>What incidents are called, and what may be done about which.</summary>
public static class IncidentRules
{
    public static IReadOnlyList<Option> Kinds { get; } =
    [
        new(nameof(IncidentKind.StuckToken), "手続きが止まっています"),
        new(nameof(IncidentKind.Outbox), "送り出せませんでした"),
        new(nameof(IncidentKind.MaybeSent), "送ったかどうか分かりません"),
        new(nameof(IncidentKind.Inbox), "案件どうしの知らせが届きません"),
        new(nameof(IncidentKind.Timer), "時刻が来ても進みません"),
        new(nameof(IncidentKind.Message), "返事の渡し先が決まりません"),
    ];

    internal static Refusal Unknown => new("incident-unknown", "この停止は見つかりません。一覧に戻って選び直してください。", Kind: RefusalKind.Unknown);

    internal static Refusal Closed => new("incident-closed", "この停止はもう片づいています。一覧を開き直してください。", Kind: RefusalKind.Conflict);

    internal static Refusal NotResolvable => new(
        "incident-not-resolvable", "これは済んだことにできません。やり直すか、案件を中止してください。", Kind: RefusalKind.Conflict);

    internal static Refusal ReasonMissing => new("reason-missing", "なぜ済んだことにするのか、理由を入力してください。", "reason");

    public static string LabelOf(IncidentKind kind) => Kinds.Single(option => string.Equals(option.Key, kind.ToString(), StringComparison.Ordinal)).Label;

    /// <summary>Only what the case is stuck at takes values.</summary>
    public static bool TakesValues(IncidentKind kind) => kind is IncidentKind.StuckToken;

    /// <summary>A case that waits for a moment goes on by it alone.</summary>
    public static bool CanBeResolved(IncidentKind kind) => kind is not IncidentKind.Timer;
}
