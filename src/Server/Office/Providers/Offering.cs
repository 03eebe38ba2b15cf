using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.Providers;

/// <summary>A kind of service that a provider offers.</summary>
public sealed class Offering : IOfficeRow
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required Guid ProviderId { get; init; }

    public required Guid ServiceKindId { get; init; }
}
