using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Channels.Mail.Incoming;

/// <summary>届いたメール: that it came, from whom and what was done; its content stays where it came from.</summary>
public sealed class ReceivedMail : IOfficeRow
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    /// <summary>SHA-256 of its bytes: the same mail is taken once.</summary>
    public required string Fingerprint { get; init; }

    public required string FromAddress { get; init; }

    public required string Subject { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    public required string Outcome { get; init; }

    public required string Told { get; init; }

    public required bool IsSettled { get; init; }

    public Guid? CaseId { get; init; }
}
