using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.Clients;

/// <summary>利用者: the person for whom the office makes plans.</summary>
public sealed class Client : IOfficeRow
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required string Name { get; set; }

    /// <summary>ふりがな.</summary>
    public required string Kana { get; set; }

    public required DateOnly BirthOn { get; set; }

    public Gender Gender { get; set; }

    public Handling Handling { get; set; }

    public string? Address { get; set; }

    public Dwelling Dwelling { get; set; }

    public string? Phone { get; set; }

    public string? MobilePhone { get; set; }

    public string? Fax { get; set; }

    public string? Mail { get; set; }

    /// <summary>障害または疾患名.</summary>
    public string? Disability { get; set; }

    /// <summary>手帳: kinds and grades, as written on them.</summary>
    public string? Handbook { get; set; }

    /// <summary>The municipality that decides this client's benefits.</summary>
    public Guid? MunicipalityId { get; set; }

    /// <summary>The 相談支援専門員 in charge.</summary>
    public Guid? SpecialistId { get; set; }

    public required DateTimeOffset RegisteredAt { get; init; }

    public Guid? RegisteredBy { get; init; }

    public DateOnly? ClosedOn { get; private set; }

    public string? ClosedReason { get; private set; }

    public bool IsClosed => ClosedOn is not null;

    public int AgeOn(DateOnly day)
    {
        var years = day.Year - BirthOn.Year;

        return BirthOn.AddYears(years) > day ? years - 1 : years;
    }

    /// <summary>Whether a guardian contracts, consents and receives on that day.</summary>
    public bool IsChildOn(DateOnly day) => Handling switch
    {
        Handling.Adult => false,
        Handling.Child => true,
        _ => AgeOn(day) < 18,
    };

    public void Close(DateOnly on, string reason) => (ClosedOn, ClosedReason) = (on, reason);

    public void Reopen() => (ClosedOn, ClosedReason) = (null, null);
}
