using System.Globalization;
using OfficeWorkflow.Server.Office.Plug;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Office.Clients;

/// <summary>A client's basics as typed: for registering and for changing.</summary>
public sealed record ClientForm
{
    public string? Name { get; init; }

    public string? Kana { get; init; }

    public string? BirthOn { get; init; }

    public string? Gender { get; init; }

    public string? Handling { get; init; }

    public string? Address { get; init; }

    public string? Dwelling { get; init; }

    public string? Phone { get; init; }

    public string? MobilePhone { get; init; }

    public string? Fax { get; init; }

    public string? Mail { get; init; }

    public string? Disability { get; init; }

    public string? Handbook { get; init; }

    public string? MunicipalityId { get; init; }

    public string? SpecialistId { get; init; }

    public static ClientForm Blank { get; } = new() { Gender = nameof(Clients.Gender.Unanswered), Handling = nameof(Clients.Handling.ByAge), Dwelling = nameof(Clients.Dwelling.OwnHouse) };

    public static ClientForm Of(Client client) => new()
    {
        Name = client.Name,
        Kana = client.Kana,
        BirthOn = JapaneseEra.Date(client.BirthOn),
        Gender = client.Gender.ToString(),
        Handling = client.Handling.ToString(),
        Address = client.Address,
        Dwelling = client.Dwelling.ToString(),
        Phone = client.Phone,
        MobilePhone = client.MobilePhone,
        Fax = client.Fax,
        Mail = client.Mail,
        Disability = client.Disability,
        Handbook = client.Handbook,
        MunicipalityId = client.MunicipalityId?.ToString(null, CultureInfo.InvariantCulture),
        SpecialistId = client.SpecialistId?.ToString(null, CultureInfo.InvariantCulture),
    };

    /// <summary>Puts what was typed on a client, as far as it can be read.</summary>
    internal void WriteTo(Client client, PageReader read, IEnumerable<Guid> municipalities, IEnumerable<Guid> specialists, DateOnly today)
    {
        client.Name = read.Required(Name, nameof(Name), "氏名");
        client.Kana = KanaText.Fold(read.Required(Kana, nameof(Kana), "ふりがな"));
        client.BirthOn = read.RequiredDay(BirthOn, nameof(BirthOn), "生年月日");
        read.RefuseIf(client.BirthOn > today, "day-ahead", "「生年月日」にまだ来ていない日が入っています。", nameof(BirthOn));
        client.Gender = read.Choice<Gender>(Gender, nameof(Gender), "性別");
        client.Handling = read.Choice<Handling>(Handling, nameof(Handling), "障害者・障害児の扱い");
        client.Address = read.Line(Address, nameof(Address), "住所");
        client.Dwelling = read.Choice<Dwelling>(Dwelling, nameof(Dwelling), "住居の種別");
        client.Phone = read.Line(Phone, nameof(Phone), "電話");
        client.MobilePhone = read.Line(MobilePhone, nameof(MobilePhone), "携帯電話");
        client.Fax = read.Line(Fax, nameof(Fax), "FAX");
        client.Mail = read.Mail(Mail, nameof(Mail));
        client.Disability = read.Text(Disability, nameof(Disability), "障害または疾患名");
        client.Handbook = read.Line(Handbook, nameof(Handbook), "手帳");
        client.MunicipalityId = read.Id(MunicipalityId, municipalities, nameof(MunicipalityId), "市町村");
        client.SpecialistId = read.Id(SpecialistId, specialists, nameof(SpecialistId), "担当の相談支援専門員");
    }
}
