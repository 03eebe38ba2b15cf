using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.Certificates;

/// <summary>One kind of service with the unit its amount is counted in: data that the office may edit, because units and names change with the law.</summary>
public sealed class ServiceKind : IOfficeRow
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    /// <summary>Stable code, such as <c>HOME_HELP_BODY</c>.</summary>
    public required string Code { get; init; }

    public required string Name { get; set; }

    public string? Kana { get; set; }

    public required ServiceGroup Group { get; set; }

    public required AmountUnit Unit { get; set; }

    /// <summary>Order in lists.</summary>
    public required int Position { get; set; }

    /// <summary>Hidden from new entries, kept for old ones.</summary>
    public bool IsRetired { get; set; }

    /// <summary>Whether a provider must be named for it in the final plan.</summary>
    public bool IsProvided => Group is not ServiceGroup.Informal;
}
