using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.Clients;

/// <summary>Somebody close to a client: family, guardian, key person, or a guardian appointed by a court.</summary>
public sealed class FamilyMember : IOfficeRow
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required Guid ClientId { get; init; }

    public required string Name { get; set; }

    public string? Kana { get; set; }

    /// <summary>続柄: 母, 姉, 成年後見人….</summary>
    public required string Relation { get; set; }

    public DateOnly? BirthOn { get; set; }

    public string? Address { get; set; }

    public string? Phone { get; set; }

    public string? Mail { get; set; }

    public bool LivesTogether { get; set; }

    /// <summary>保護者 of a child: contracts, consents and receives.</summary>
    public bool IsGuardian { get; set; }

    /// <summary>法定代理人: may sign for the client.</summary>
    public bool IsLegalGuardian { get; set; }

    /// <summary>キーパーソン: whom the office calls first.</summary>
    public bool IsKeyPerson { get; set; }

    public string? Note { get; set; }

    public DateTimeOffset RecordedAt { get; init; }

    /// <summary>No longer part of the client's circle; kept because consents name the person.</summary>
    public DateOnly? LeftOn { get; set; }
}
