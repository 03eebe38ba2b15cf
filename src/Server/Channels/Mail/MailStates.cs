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
        new(nameof(MailState.NoAddress), "アドレスなし"),
        new(nameof(MailState.Withdrawn), "取りやめ"),
    ];

    public static string LabelOf(MailState state) => All.Single(option => string.Equals(option.Key, state.ToString(), StringComparison.Ordinal)).Label;

    /// <summary>Whether somebody must see to it.</summary>
    public static bool NeedsAPerson(MailState state) => state is MailState.Maybe or MailState.Failed or MailState.NoAddress;

    public static BadgeKind BadgeOf(MailState state) => state switch
    {
        MailState.Sent => BadgeKind.Done,
        MailState.Waiting or MailState.Withdrawn => BadgeKind.Info,
        MailState.Failed => BadgeKind.Danger,
        _ => BadgeKind.Warning,
    };
}
