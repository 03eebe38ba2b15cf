using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Channels.Webhooks;

/// <summary>Another program that wants to know when something happens in the office: where it listens, and for what.</summary>
public sealed class Webhook : IOfficeRow
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required string Address { get; init; }

    /// <summary>Codes of <see cref="WebhookEvents"/>, with a blank between them.</summary>
    public required string Events { get; init; }

    /// <summary>The key that signs, closed: a copy of the database does not give it away.</summary>
    public required string ProtectedSecret { get; init; }

    public required Guid MadeBy { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>Since when nothing is sent.</summary>
    public DateTimeOffset? PausedAt { get; set; }

    public bool Wants(string what) => PausedAt is null && Events.Split(' ').Contains(what, StringComparer.Ordinal);
}
