using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.Providers;

/// <summary>事業所: whoever provides a service named in plans.</summary>
public sealed class Provider : IOfficeRow
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    /// <summary>事業所番号, ten digits; unique in the office.</summary>
    public required string Number { get; set; }

    public required string Name { get; set; }

    public string? Kana { get; set; }

    public string? Address { get; set; }

    public string? Phone { get; set; }

    public string? Fax { get; set; }

    public string? Mail { get; set; }

    public string? Note { get; set; }

    public DateOnly? ClosedOn { get; set; }

    public IList<Offering> Offerings { get; } = [];

    public IList<ServiceContact> Contacts { get; } = [];

    /// <summary>Who gets invitations and plans: the manager of the service, else anyone there with an address.</summary>
    public ServiceContact? InCharge =>
        Contacts.Where(contact => contact.LeftOn is null).OrderBy(contact => contact.Mail is null).ThenBy(contact => contact.Job).FirstOrDefault();

    /// <summary>担当者名・電話 as sheets print it.</summary>
    public string? PrintedContact => InCharge is { } contact ? $"{contact.Name} {contact.Phone ?? Phone}".TrimEnd() : Phone;
}
