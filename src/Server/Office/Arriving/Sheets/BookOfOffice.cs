using System.Globalization;
using OfficeWorkflow.Server.Channels.Books;
using OfficeWorkflow.Server.Office.Certificates;
using OfficeWorkflow.Server.Office.Clients;
using OfficeWorkflow.Server.Office.Providers;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Office.Arriving.Sheets;

/// <summary>What the office has registered, written as the templates want it: the way out is the way in, read backwards.</summary>
public static class BookOfOffice
{
    public static IReadOnlyList<BookSheet> Write(Surroundings all)
    {
        var clients = all.Clients.ToDictionary(static client => client.Id);
        // A book that was taken out while later ones still named its clients left booklets and plans of nobody.
        var around = all with
        {
            Certificates = [.. all.Certificates.Where(certificate => clients.ContainsKey(certificate.ClientId))],
            Plans = [.. all.Plans.Where(plan => clients.ContainsKey(plan.ClientId))],
        };
        var cities = around.Municipalities.ToDictionary(static city => city.Id, static city => city.Name);
        var kinds = around.ServiceKinds.ToDictionary(static kind => kind.Id, static kind => kind.Name);
        var newest = Newest(around);
        return
        [
            Sheet(SheetKind.Municipalities, around.Municipalities.OrderBy(static city => city.Name, StringComparer.Ordinal), Municipality),
            Sheet(SheetKind.Providers, around.Providers.OrderBy(static one => one.Number, StringComparer.Ordinal), provider => Provider(provider, kinds)),
            Sheet(
                SheetKind.ServiceContacts,
                from provider in around.Providers.OrderBy(static one => one.Number, StringComparer.Ordinal) from contact in provider.Contacts.OrderBy(static one => one.Name, StringComparer.Ordinal) where contact.LeftOn is null select (provider, contact),
                static pair => ServiceContact(pair.provider, pair.contact)),
            Sheet(SheetKind.Contacts, around.Contacts.Where(static one => one.LeftOn is null).OrderBy(static one => one.Category).ThenBy(static one => one.Name, StringComparer.Ordinal), contact => Contact(contact, cities)),
            Sheet(SheetKind.Clients, around.Clients.OrderBy(static client => client.Kana, StringComparer.Ordinal).ThenBy(static client => client.BirthOn), client => Client(client, cities, around.Specialists)),
            Sheet(SheetKind.Family, around.Family.Where(static one => one.LeftOn is null).OrderBy(member => clients[member.ClientId].Kana, StringComparer.Ordinal).ThenBy(static one => one.Name, StringComparer.Ordinal), member => Family(member, clients[member.ClientId])),
            Sheet(SheetKind.Certificates, newest, certificate => Certificate(certificate, clients[certificate.ClientId])),
            Sheet(SheetKind.Amounts, from certificate in newest from amount in certificate.Amounts select (certificate, amount), pair => Amount(pair.certificate, pair.amount)),
            .. PlanSheets.Write(around, clients),
        ];
    }

    // A booklet that another one replaced is history: it stays here.
    private static List<Certificate> Newest(Surroundings around)
    {
        var replaced = around.Certificates.Select(static certificate => certificate.ReplacesId).OfType<Guid>().ToHashSet();
        return [.. around.Certificates.Where(certificate => !replaced.Contains(certificate.Id)).OrderBy(static certificate => certificate.Number, StringComparer.Ordinal)];
    }

    internal static BookSheet Sheet<T>(SheetKind kind, IEnumerable<T> rows, Func<T, Dictionary<string, string?>> cellsOf)
    {
        var layout = SheetLayouts.Of(kind);
        var lines = rows.Select(cellsOf).Select(cells => layout.Columns.Select(column => cells.GetValueOrDefault(column.Heading) ?? string.Empty).ToList());
        return new BookSheet(
            layout.Name,
            [new BookRow(1, [.. layout.Columns.Select(static column => column.Heading)]), .. lines.Select(static (cells, index) => new BookRow(index + 2, cells))]);
    }

    private static Dictionary<string, string?> Municipality(Municipality city) => new(StringComparer.Ordinal)
    {
        ["市町村名"] = city.Name,
        ["市町村番号"] = city.Number,
        ["担当課"] = city.Department,
        ["電話"] = city.Phone,
        ["FAX"] = city.Fax,
        ["メールアドレス"] = city.Mail,
    };

    private static Dictionary<string, string?> Provider(Provider provider, Dictionary<Guid, string> kinds) => new(StringComparer.Ordinal)
    {
        ["事業所番号"] = provider.Number,
        ["事業所名"] = provider.Name,
        ["ふりがな"] = provider.Kana,
        ["サービスの種類"] = string.Join('、', provider.Offerings.Select(offering => kinds.GetValueOrDefault(offering.ServiceKindId)).OfType<string>().Order(StringComparer.Ordinal)),
        ["所在地"] = provider.Address,
        ["電話"] = provider.Phone,
        ["FAX"] = provider.Fax,
        ["メールアドレス"] = provider.Mail,
        ["メモ"] = provider.Note,
    };

    private static Dictionary<string, string?> ServiceContact(Provider provider, ServiceContact contact) => new(StringComparer.Ordinal)
    {
        ["事業所番号"] = provider.Number,
        ["担当者の氏名"] = contact.Name,
        ["職種"] = Words.Of(contact.Job),
        ["メールアドレス"] = contact.Mail,
        ["電話"] = contact.Phone,
        ["FAX"] = contact.Fax,
    };

    private static Dictionary<string, string?> Contact(Contact contact, Dictionary<Guid, string> cities) => new(StringComparer.Ordinal)
    {
        ["区分"] = Words.Of(contact.Category),
        ["氏名"] = contact.Name,
        ["所属"] = contact.Organisation,
        ["役職・職種"] = contact.Job,
        ["市町村"] = NameOf(contact.MunicipalityId, cities),
        ["メールアドレス"] = contact.Mail,
        ["電話"] = contact.Phone,
        ["FAX"] = contact.Fax,
        ["メモ"] = contact.Note,
    };

    private static Dictionary<string, string?> Client(Client client, Dictionary<Guid, string> cities, IReadOnlyList<Option> specialists) => new(StringComparer.Ordinal)
    {
        ["氏名"] = client.Name,
        ["ふりがな"] = client.Kana,
        ["生年月日"] = Day(client.BirthOn),
        ["性別"] = Words.Of(client.Gender),
        ["障害者・障害児の扱い"] = Words.Of(client.Handling),
        ["住所"] = client.Address,
        ["住居の種別"] = Words.Of(client.Dwelling),
        ["電話"] = client.Phone,
        ["携帯電話"] = client.MobilePhone,
        ["FAX"] = client.Fax,
        ["メールアドレス"] = client.Mail,
        ["障害または疾患名"] = client.Disability,
        ["手帳"] = client.Handbook,
        ["市町村"] = NameOf(client.MunicipalityId, cities),
        ["担当の相談支援専門員"] = specialists.FirstOrDefault(one => string.Equals(one.Key, client.SpecialistId?.ToString(), StringComparison.Ordinal))?.Label,
    };

    private static Dictionary<string, string?> Family(FamilyMember member, Client client) => new(StringComparer.Ordinal)
    {
        [SheetLayouts.ClientName] = client.Name,
        [SheetLayouts.ClientBirth] = Day(client.BirthOn),
        ["家族の氏名"] = member.Name,
        ["ふりがな"] = member.Kana,
        ["続柄"] = member.Relation,
        ["生年月日"] = Day(member.BirthOn),
        ["住所"] = member.Address,
        ["電話"] = member.Phone,
        ["メールアドレス"] = member.Mail,
        ["同居"] = YesOrNo(member.LivesTogether),
        ["保護者"] = YesOrNo(member.IsGuardian),
        ["法定代理人"] = YesOrNo(member.IsLegalGuardian),
        ["キーパーソン"] = YesOrNo(member.IsKeyPerson),
        ["メモ"] = member.Note,
    };

    private static Dictionary<string, string?> Certificate(Certificate certificate, Client client) => new(StringComparer.Ordinal)
    {
        [SheetLayouts.ClientName] = client.Name,
        [SheetLayouts.ClientBirth] = Day(client.BirthOn),
        ["種類"] = Words.Of(certificate.Kind),
        ["受給者証番号"] = certificate.Number,
        ["交付年月日"] = Day(certificate.IssuedOn),
        ["障害支援区分"] = Words.Of(certificate.SupportLevel),
        ["区分の認定有効期間の末日"] = Day(certificate.SupportLevelUntil),
        ["利用者負担上限月額"] = Number(certificate.CopayCap),
        ["支給期間の初日"] = Day(certificate.ConsultationFrom),
        ["支給期間の末日"] = Day(certificate.ConsultationUntil),
        ["モニタリング期間"] = certificate.MonitoringText,
        ["モニタリング月"] = string.Join('、', certificate.MonitoringMonths.Select(static month => month.Month).Order().Select(JapaneseEra.Month)),
        ["メモ"] = certificate.Note,
    };

    private static Dictionary<string, string?> Amount(Certificate certificate, AllottedAmount amount) => new(StringComparer.Ordinal)
    {
        ["受給者証番号"] = certificate.Number,
        ["支給期間の初日"] = Day(certificate.ConsultationFrom),
        ["サービス"] = amount.ServiceName,
        ["支給量"] = Number(amount.Amount),
        ["期間の初日"] = Day(amount.From),
        ["期間の末日"] = Day(amount.Until),
    };

    private static string? NameOf(Guid? id, Dictionary<Guid, string> names) => id is { } known ? names.GetValueOrDefault(known) : null;

    private static string YesOrNo(bool yes) => yes ? "はい" : "いいえ";

    internal static string? Day(DateOnly? day) => day?.ToString("yyyy/M/d", CultureInfo.InvariantCulture);

    private static string? Number(decimal? number) => number?.ToString("0.##", CultureInfo.InvariantCulture);
}
