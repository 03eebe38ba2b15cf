using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Channels.GuestLinks;

/// <summary>An outsider's way to do one thing without an account. Its secret is not here: only what proves it.</summary>
public sealed class GuestLink : IOfficeRow
{
    /// <summary>Wrong codes after which the link asks for a new one.</summary>
    public const int MostTries = 5;

    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    /// <summary>Name of the <see cref="GuestPurpose"/>.</summary>
    public required string Purpose { get; init; }

    /// <summary>What it is about, in the words of its purpose.</summary>
    public required string TargetId { get; init; }

    /// <summary>Whom it was made for, such as 「民生委員N」.</summary>
    public required string PersonLabel { get; init; }

    /// <summary>SHA-256 of the secret, base64.</summary>
    public required string SecretHash { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; set; }

    public DateTimeOffset? RevokedAt { get; private set; }

    public DateTimeOffset? UsedAt { get; private set; }

    /// <summary>A code, given by voice or on paper, must be entered before anything personal is shown.</summary>
    public required bool NeedsCode { get; init; }

    /// <summary>Which code is valid: a new one is a new round.</summary>
    public int CodeRound { get; private set; }

    /// <summary>Wrong codes of this round.</summary>
    public int CodeTries { get; private set; }

    public bool IsCodeLocked => CodeTries >= MostTries;

    public GuestLinkState StateAt(DateTimeOffset at) => this switch
    {
        { RevokedAt: not null } => GuestLinkState.Revoked,
        { UsedAt: not null } => GuestLinkState.Used,
        _ when at >= ExpiresAt => GuestLinkState.Expired,
        _ => GuestLinkState.Open,
    };

    /// <summary>What it was for is done; it opens no more.</summary>
    public void Use(DateTimeOffset at) => UsedAt ??= at;

    public void Revoke(DateTimeOffset at) => RevokedAt ??= at;

    /// <summary>The old code is worth nothing from now on.</summary>
    public void RenewCode()
    {
        CodeRound++;
        CodeTries = 0;
    }
}
