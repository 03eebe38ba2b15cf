using OfficeWorkflow.Server.Channels.Mail.Ways;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.Providers;

/// <summary>関係者 outside the providers: the city's officer, the 民生委員, hospital, school.</summary>
public sealed class Contact : IOfficeRow
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required ContactCategory Category { get; set; }

    public required string Name { get; set; }

    /// <summary>所属.</summary>
    public string? Organisation { get; set; }

    /// <summary>役職・職種.</summary>
    public string? Job { get; set; }

    /// <summary>For a city officer: of which municipality.</summary>
    public Guid? MunicipalityId { get; set; }

    public string? Mail { get; set; }

    /// <summary>How they want to be told; null for whatever there is.</summary>
    public ContactWay? Way { get; set; }

    /// <summary>They asked for one mail a day instead of each by itself.</summary>
    public bool WantsDigest { get; set; }

    public string? Phone { get; set; }

    public string? Fax { get; set; }

    public string? Note { get; set; }

    public DateOnly? LeftOn { get; set; }
}
