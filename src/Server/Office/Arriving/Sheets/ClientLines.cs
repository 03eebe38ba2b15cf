using OfficeWorkflow.Server.Automation.Forms;
using OfficeWorkflow.Server.Office.Clients;
using OfficeWorkflow.Server.Office.Plug;

namespace OfficeWorkflow.Server.Office.Arriving.Sheets;

/// <summary>Lines of the clients and of those close to them.</summary>
internal static class ClientLines
{
    private static readonly string[] Parts = ["同居", "保護者", "法定代理人", "キーパーソン"];

    public static void Client(SheetLine line, ArrivalReading reading)
    {
        var name = line["氏名"];
        var birth = line["生年月日"] is { } typed ? TypedText.Day(typed) : null;
        if (reading.Clients.FirstOrDefault(one => ArrivalReading.IsSame(one.Name, name) && one.BirthOn == birth) is { } known)
        {
            reading.Repeat(line, $"利用者「{name}」", known);
            return;
        }

        var client = New(reading);
        var read = new PageReader();
        FormOf(line, reading).WriteTo(
            client,
            read,
            reading.Municipalities.Select(static city => city.Id),
            reading.Around.Specialists.Select(static specialist => Guid.Parse(specialist.Key)),
            reading.Around.Today);
        reading.Take(line, client.Id, client, read);
    }

    public static void Family(SheetLine line, ArrivalReading reading)
    {
        if (reading.ClientOf(line) is not { } client)
        {
            return;
        }

        var name = line["家族の氏名"];
        var family = reading.Around.Family.Concat(reading.New<FamilyMember>());
        if (family.FirstOrDefault(one => one.ClientId == client.Id && ArrivalReading.IsSame(one.Name, name)) is { } known)
        {
            reading.Repeat(line, $"{client.Name}さんの家族「{name}」", known);
            return;
        }

        var member = new FamilyMember
        {
            Id = Guid.CreateVersion7(),
            OfficeId = client.OfficeId,
            ClientId = client.Id,
            Name = string.Empty,
            Relation = string.Empty,
            RecordedAt = reading.Around.Now,
        };
        var read = new PageReader();
        foreach (var part in Parts.Where(part => line.Choice(part) is not ("true" or "false") && !line.IsTicked(part)))
        {
            read.RefuseIf(isWrong: true, "not-an-option", $"「{part}」は「はい」か「いいえ」で書いてください。", part);
        }

        KeepFamily.Write(member, FamilyForm(line, name), read, reading.Around.Today);
        reading.Take(line, member.Id, member, read);
    }

    /// <summary>The id of the municipality that a line names; a name that is not registered comes back as it is, to be refused.</summary>
    public static string? MunicipalityOf(SheetLine line, ArrivalReading reading) =>
        line["市町村"] is { } name ? reading.Municipalities.FirstOrDefault(city => ArrivalReading.IsSame(city.Name, name))?.Id.ToString() ?? name : null;

    private static Client New(ArrivalReading reading) => new()
    {
        Id = Guid.CreateVersion7(),
        OfficeId = reading.Around.Viewer.OfficeId,
        Name = string.Empty,
        Kana = string.Empty,
        BirthOn = default,
        RegisteredAt = reading.Around.Now,
        RegisteredBy = reading.Around.Viewer.PersonId,
    };

    private static ClientForm FormOf(SheetLine line, ArrivalReading reading) => new()
    {
        Name = line["氏名"],
        Kana = line["ふりがな"],
        BirthOn = line["生年月日"],
        Gender = line.Choice("性別"),
        Handling = line.Choice("障害者・障害児の扱い"),
        Address = line["住所"],
        Dwelling = line.Choice("住居の種別"),
        Phone = line.Narrow("電話"),
        MobilePhone = line.Narrow("携帯電話"),
        Fax = line.Narrow("FAX"),
        Mail = line.Narrow("メールアドレス"),
        Disability = line["障害または疾患名"],
        Handbook = line["手帳"],
        MunicipalityId = MunicipalityOf(line, reading),
        SpecialistId = line["担当の相談支援専門員"] is { } name
            ? reading.Around.Specialists.FirstOrDefault(specialist => ArrivalReading.IsSame(specialist.Label, name))?.Key ?? name
            : null,
    };

    private static KeepFamily.Form FamilyForm(SheetLine line, string? name) => new()
    {
        Name = name,
        Kana = line["ふりがな"],
        Relation = line["続柄"],
        BirthOn = line["生年月日"],
        Address = line["住所"],
        Phone = line.Narrow("電話"),
        Mail = line.Narrow("メールアドレス"),
        LivesTogether = line.IsTicked("同居"),
        IsGuardian = line.IsTicked("保護者"),
        IsLegalGuardian = line.IsTicked("法定代理人"),
        IsKeyPerson = line.IsTicked("キーパーソン"),
        Note = line["メモ"],
    };
}
