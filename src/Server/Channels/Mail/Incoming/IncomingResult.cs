namespace OfficeWorkflow.Server.Channels.Mail.Incoming;

/// <summary>What became of a mail that came in.</summary>
/// <param name="Code">Stable kebab-case code.</param>
/// <param name="Told">A Japanese sentence: what was done, or why not and what to do.</param>
/// <param name="IsSettled">Nobody needs to look at it any more.</param>
public sealed record IncomingResult(string Code, string Told, bool IsSettled = true)
{
    public Guid? CaseId { get; init; }

    public static IncomingResult NotUnderstood { get; } = new(
        "mail-not-understood", "カレンダーの返事でも配達の報告でもないメールです。受信トレイで読んで、必要なことを記録してください。", IsSettled: false);
}
