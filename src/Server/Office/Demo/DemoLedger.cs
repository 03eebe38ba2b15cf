using OfficeWorkflow.Server.Office.Certificates;
using OfficeWorkflow.Server.Office.Clients;
using OfficeWorkflow.Server.Office.Providers;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.Demo;

/// <summary>What the demo office knows before its first case: a city, providers, contacts and three clients. All of it is made up.</summary>
internal sealed class DemoLedger(OfficeDb db, Guid officeId, DateTimeOffset at)
{
    private const string Telephone = "000-000-0000";

    /// <summary>The specialists in charge: of A and C, and of the child B.</summary>
    public void Add(Guid specialistX, Guid specialistY)
    {
        var kinds = ServiceCatalogue.AddTo(db, officeId).ToDictionary(kind => kind.Code, kind => kind.Id, StringComparer.Ordinal);
        AddProviders(kinds);
        var city = new Municipality
        {
            Id = Guid.CreateVersion7(),
            OfficeId = officeId,
            Number = "000000",
            Name = "M市",
            Department = "障害福祉課",
            Phone = Telephone,
            Fax = Telephone,
            Mail = "shougai-fukushi@m-city.example.jp",
        };
        db.Add(city);
        var officer = AddContact(ContactCategory.CityOfficer, "市職員M", "M市 障害福祉課", "主事", "officer-m@m-city.example.jp", city.Id);
        var commissioner = AddContact(ContactCategory.WelfareCommissioner, "民生委員N", "M市民生委員児童委員協議会", "民生委員", "minsei-n@example.jp");
        var clinic = AddContact(ContactCategory.Hospital, "医療相談員H", "脳神経内科クリニックH", "精神保健福祉士", "soudan-h@example.jp");
        var clients = new DemoClients(db, officeId, city.Id, at);
        Link(clients.AddA(specialistX), (officer, "障害福祉サービスの担当"), (commissioner, "地区の民生委員"), (clinic, "通院先"));
        Link(clients.AddB(specialistY), (officer, "障害福祉サービスの担当"));
        Link(clients.AddC(specialistX), (officer, "障害福祉サービスの担当"));
    }

    private void AddProviders(Dictionary<string, Guid> kinds)
    {
        AddProvider("0000000011", "生活介護事業所P", "せいかつかいごじぎょうしょぴー", "p", ("サビ管P", ServiceJob.ServiceManager), kinds["DAY_CARE"]);
        AddProvider("0000000012", "居宅介護事業所Q", "きょたくかいごじぎょうしょきゅー", "q", ("サ責Q", ServiceJob.HomeHelpLead), kinds["HOME_HELP_BODY"], kinds["HOME_HELP_HOUSE"]);
        AddProvider("0000000013", "短期入所事業所R", "たんきにゅうしょじぎょうしょあーる", "r", ("相談員R", ServiceJob.Consultant), kinds["SHORT_STAY"]);
        AddProvider("0000000014", "移動支援事業所T", "いどうしえんじぎょうしょてぃー", "t", ("担当者T", ServiceJob.Staff), kinds["MOVE_SUPPORT"]);
        AddProvider("0000000015", "児童発達支援事業所U", "じどうはったつしえんじぎょうしょゆー", "u", ("児発管U", ServiceJob.ChildDevManager), kinds["CHILD_DEV"], kinds["NURSERY_VISIT"]);
    }

    private void AddProvider(string number, string name, string kana, string label, (string Name, ServiceJob Job) contact, params Guid[] services)
    {
        var id = Guid.CreateVersion7();
        var provider = new Provider
        {
            Id = id,
            OfficeId = officeId,
            Number = number,
            Name = name,
            Kana = kana,
            Address = "M市",
            Phone = Telephone,
            Fax = Telephone,
            Mail = $"office@{label}.example.jp",
        };
        foreach (var service in services)
        {
            provider.Offerings.Add(new Offering { Id = Guid.CreateVersion7(), OfficeId = officeId, ProviderId = id, ServiceKindId = service });
        }

        provider.Contacts.Add(new ServiceContact
        {
            Id = Guid.CreateVersion7(),
            OfficeId = officeId,
            ProviderId = id,
            Name = contact.Name,
            Job = contact.Job,
            Mail = $"tantou@{label}.example.jp",
            Phone = Telephone,
            Fax = Telephone,
        });
        db.Add(provider);
    }

    private Contact AddContact(ContactCategory category, string name, string organisation, string job, string mail, Guid? cityId = null)
    {
        var contact = new Contact
        {
            Id = Guid.CreateVersion7(),
            OfficeId = officeId,
            Category = category,
            Name = name,
            Organisation = organisation,
            Job = job,
            Mail = mail,
            Phone = Telephone,
            Fax = Telephone,
            MunicipalityId = cityId,
        };
        db.Add(contact);
        return contact;
    }

    private void Link(Client client, params (Contact Contact, string Role)[] contacts) =>
        db.AddRange(contacts.Select(link => new ClientContact
        {
            Id = Guid.CreateVersion7(),
            OfficeId = officeId,
            ClientId = client.Id,
            ContactId = link.Contact.Id,
            Role = link.Role,
        }));
}
