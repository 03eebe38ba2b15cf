namespace OfficeWorkflow.Server.People;

/// <summary>A one-time link by which a person chooses a password: the first administrator, an invitation, a lost password.</summary>
public sealed class WelcomeLink
{
    public required Guid Id { get; init; }

    public required Guid PersonId { get; init; }

    /// <summary>SHA-256 of the secret; the secret itself is only in the link.</summary>
    public required string SecretHash { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? UsedAt { get; set; }

    public bool IsOpen(DateTimeOffset at) => UsedAt is null && at < ExpiresAt;
}
