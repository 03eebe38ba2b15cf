using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Channels.Mail;

/// <summary>States of a mail as people read them.</summary>
public static class MailStates
{
    public static IReadOnlyList<Option> All { get; } =
    [
        new(nameof(MailState.Waiting), "送信待ち"),
        new(nameof(MailState.Sent), "送信済み"),
        new(nameof(MailState.Maybe), "送信済みかもしれない"),
        new(nameof(MailState.Failed), "送れませんでした"),
        new(nameof(MailState.Bounced), "届かず戻りました"),
        new(nameof(MailState.NoAddress), "アドレスなし"),
        new(nameof(MailState.ToHand), "FAX・手紙・電話で伝える"),
        new(nameof(MailState.Handed), "伝えました"),
        new(nameof(MailState.Collected), "まとめて送る"),
        new(nameof(MailState.Gathered), "まとめて送りました"),
        new(nameof(MailState.Withdrawn), "取りやめ"),
        new(nameof(MailState.Replaced), "別のアドレスへ送り直し"),
    ];

    public static string LabelOf(MailState state) => All.Single(option => string.Equals(option.Key, state.ToString(), StringComparison.Ordinal)).Label;

    /// <summary>Whether somebody must see to it.</summary>
    public static bool NeedsAPerson(MailState state) => Needy.Contains(state);

    /// <summary>States in which somebody must see to a mail.</summary>
    public static IReadOnlyList<MailState> Needy { get; } = [MailState.Maybe, MailState.Failed, MailState.Bounced, MailState.NoAddress, MailState.ToHand];

    public static BadgeKind BadgeOf(MailState state) => state switch
    {
        MailState.Sent or MailState.Handed => BadgeKind.Done,
        MailState.Waiting or MailState.Withdrawn or MailState.Replaced or MailState.Collected or MailState.Gathered => BadgeKind.Info,
        MailState.Failed or MailState.Bounced => BadgeKind.Danger,
        _ => BadgeKind.Warning,
    };
}
