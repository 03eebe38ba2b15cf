using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Channels.Webhooks;

/// <summary>What another program can be told of, and what it is called on the page.</summary>
public static class WebhookEvents
{
    public const string CaseStarted = "case.started";
    public const string CaseEnded = "case.ended";
    public const string WorkOpened = "work.opened";
    public const string WorkEnded = "work.ended";

    /// <summary>Sent by hand, to see whether it arrives.</summary>
    public const string Trial = "trial";

    public static IReadOnlyList<Option> All { get; } =
    [
        new(CaseStarted, "案件が始まった"),
        new(CaseEnded, "案件が終わった"),
        new(WorkOpened, "作業が届いた"),
        new(WorkEnded, "作業が終わった"),
    ];

    public static string NameOf(string what) => All.FirstOrDefault(one => string.Equals(one.Key, what, StringComparison.Ordinal))?.Label ?? "試しの知らせ";
}
