using OfficeWorkflow.Server.Office.Clients;
using OfficeWorkflow.Server.Office.Municipalities;
using OfficeWorkflow.Server.Office.Plug;
using OfficeWorkflow.Server.Office.Providers;

namespace OfficeWorkflow.Server.Office.Arriving.Sheets;

/// <summary>Lines of whom the office works with. Each is read as its page reads what is typed there.</summary>
internal static class CircleLines
{
    private static readonly char[] Between = ['、', ',', '，', '\n'];

    public static void Municipality(SheetLine line, ArrivalReading reading)
    {
        var name = line["市町村名"];
        if (name is not null && reading.Municipalities.FirstOrDefault(city => ArrivalReading.IsSame(city.Name, name)) is { } known)
        {
            reading.Repeat(line, $"市町村「{name}」", known);
            return;
        }

        var city = new Municipality { Id = Guid.CreateVersion7(), OfficeId = reading.Around.Viewer.OfficeId, Name = string.Empty };
        var form = new KeepMunicipality.Form
        {
            Name = name,
            Number = line.Narrow("市町村番号"),
            Department = line["担当課"],
            Phone = line.Narrow("電話"),
            Fax = line.Narrow("FAX"),
            Mail = line.Narrow("メールアドレス"),
        };
        var read = new PageReader();
        KeepMunicipality.Write(city, form, read);
        reading.Take(line, city.Id, city, read);
    }

    public static void Provider(SheetLine line, ArrivalReading reading)
    {
        var number = line.Narrow("事業所番号");
        if (reading.Providers.FirstOrDefault(one => string.Equals(one.Number, number, StringComparison.Ordinal)) is { } known)
        {
            reading.Repeat(line, $"事業所番号「{number}」の事業所", known);
            return;
        }

        var provider = new Provider { Id = Guid.CreateVersion7(), OfficeId = reading.Around.Viewer.OfficeId, Number = string.Empty, Name = string.Empty };
        var form = new KeepProvider.Form
        {
            Number = number,
            Name = line["事業所名"],
            Kana = line["ふりがな"],
            Address = line["所在地"],
            Phone = line.Narrow("電話"),
            Fax = line.Narrow("FAX"),
            Mail = line.Narrow("メールアドレス"),
            Note = line["メモ"],
        };
        var read = new PageReader();
        KeepProvider.Write(provider, form, read, reading.Around.Today);
        KeepProvider.Offer(provider, Services(line, reading, read));
        reading.Take(line, provider.Id, provider, read);
    }

    public static void ServiceContact(SheetLine line, ArrivalReading reading)
    {
        var number = line.Narrow("事業所番号");
        var name = line["担当者の氏名"];
        if (reading.Providers.FirstOrDefault(one => string.Equals(one.Number, number, StringComparison.Ordinal)) is not { } provider)
        {
            reading.Refuse(line, $"事業所番号「{number}」の事業所が見つかりません。「事業所」のシートに書くか、先に登録してください。");
            return;
        }

        var there = provider.Contacts.Concat(reading.New<ServiceContact>().Where(one => one.ProviderId == provider.Id));
        if (there.FirstOrDefault(one => ArrivalReading.IsSame(one.Name, name)) is { } known)
        {
            reading.Repeat(line, $"{provider.Name}の「{name}」", known);
            return;
        }

        var contact = new ServiceContact { Id = Guid.CreateVersion7(), OfficeId = provider.OfficeId, ProviderId = provider.Id, Name = string.Empty, Job = default };
        var form = new KeepServiceContact.Form
        {
            Name = name,
            Job = line.Choice("職種"),
            Mail = line.Narrow("メールアドレス"),
            Phone = line.Narrow("電話"),
            Fax = line.Narrow("FAX"),
        };
        var read = new PageReader();
        KeepServiceContact.Write(contact, form, read, reading.Around.Today);
        reading.Take(line, contact.Id, contact, read);
    }

    public static void Contact(SheetLine line, ArrivalReading reading)
    {
        var (name, organisation) = (line["氏名"], line["所属"]);
        var there = reading.Around.Contacts.Concat(reading.New<Contact>());
        if (there.FirstOrDefault(one => ArrivalReading.IsSame(one.Name, name) && ArrivalReading.IsSame(one.Organisation, organisation)) is { } known)
        {
            reading.Repeat(line, $"関係者「{name}」", known);
            return;
        }

        var contact = new Contact { Id = Guid.CreateVersion7(), OfficeId = reading.Around.Viewer.OfficeId, Category = default, Name = string.Empty };
        var form = new KeepContact.Form
        {
            Category = line["区分"] is null ? null : line.Choice("区分"),
            Name = name,
            Organisation = organisation,
            Job = line["役職・職種"],
            MunicipalityId = ClientLines.MunicipalityOf(line, reading),
            Mail = line.Narrow("メールアドレス"),
            Phone = line.Narrow("電話"),
            Fax = line.Narrow("FAX"),
            Note = line["メモ"],
        };
        var read = new PageReader();
        KeepContact.Write(contact, form, read, [.. reading.Municipalities.Select(static city => city.Id)], reading.Around.Today);
        reading.Take(line, contact.Id, contact, read);
    }

    private static HashSet<Guid> Services(SheetLine line, ArrivalReading reading, PageReader read)
    {
        var services = new HashSet<Guid>();
        foreach (var name in (line["サービスの種類"] ?? string.Empty).Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var kind = CertificateLines.KindOf(name, reading.Around.ServiceKinds);
            read.RefuseIf(kind is null, "service-unknown", $"サービスの種類「{name}」がわかりません。一覧の名前で書いてください。", "サービスの種類");
            _ = kind is not null && services.Add(kind.Id);
        }

        return services;
    }
}
