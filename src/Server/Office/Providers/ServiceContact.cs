using OfficeWorkflow.Server.Channels.Mail.Ways;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.Providers;

/// <summary>福祉サービス等の担当者: the person in charge at a provider.</summary>
public sealed class ServiceContact : IOfficeRow
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required Guid ProviderId { get; init; }

    public required string Name { get; set; }

    public required ServiceJob Job { get; set; }

    public string? Mail { get; set; }

    /// <summary>How they want to be told; null for whatever there is.</summary>
    public ContactWay? Way { get; set; }

    /// <summary>They asked for one mail a day instead of each by itself.</summary>
    public bool WantsDigest { get; set; }

    public string? Phone { get; set; }

    public string? Fax { get; set; }

    /// <summary>No longer there; kept because minutes and deliveries name the person.</summary>
    public DateOnly? LeftOn { get; set; }
}
