using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Channels.Mail.Queue;

/// <summary>The office's mails wait until somebody lets them go on; the row lives as long as the pause.</summary>
public sealed class MailPause : IOfficeRow
{
    public required Guid OfficeId { get; init; }

    public required DateTimeOffset PausedAt { get; init; }

    public required Guid PausedBy { get; init; }

    /// <summary>The name, as it was then.</summary>
    public required string PausedByName { get; init; }

    public required string Reason { get; init; }
}
