using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Automation.Procedures.Releasing;

/// <summary>A draft as it stood when somebody asked a second person to approve it (公開の承認): what is approved is just this text.</summary>
public sealed class PublishRequest : IOfficeRow
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required string Key { get; init; }

    public required string Source { get; init; }

    /// <summary>What changes and why.</summary>
    public required string Note { get; init; }

    /// <summary>Ids of all who drew it, parted by commas: none of them approves it.</summary>
    public required string Authors { get; init; }

    public required DateTimeOffset AskedAt { get; init; }

    public required Guid AskedBy { get; init; }

    public RequestState State { get; set; }

    public DateTimeOffset? DecidedAt { get; set; }

    public Guid? DecidedBy { get; set; }

    /// <summary>Why it was declined.</summary>
    public string? Reason { get; set; }

    public bool IsBy(Guid personId) => AskedBy == personId || Authors.Split(',').Contains(personId.ToString(), StringComparer.Ordinal);
}
