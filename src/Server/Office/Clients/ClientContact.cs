using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.Clients;

/// <summary>A 関係者 who has to do with this client: the city's officer in charge, the 民生委員 of the street, the hospital.</summary>
public sealed class ClientContact : IOfficeRow
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required Guid ClientId { get; init; }

    public required Guid ContactId { get; init; }

    /// <summary>What this person does for the client.</summary>
    public string? Role { get; set; }
}
