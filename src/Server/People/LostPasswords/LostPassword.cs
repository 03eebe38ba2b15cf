using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.People.LostPasswords;

/// <summary>
/// Somebody asked for a new password. The row is the same whether the address is known or not, and what follows happens after the answer: neither
/// the page nor its time tells who has an account.
/// </summary>
public sealed class LostPassword : IPumped
{
    public required Guid Id { get; init; }

    /// <summary>The address as typed, folded for look-up.</summary>
    public required string MailKey { get; init; }

    public required DateTimeOffset AskedAt { get; init; }

    public DateTimeOffset? HandledAt { get; set; }

    public bool IsPending => HandledAt is null;
}
