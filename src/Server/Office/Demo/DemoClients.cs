using OfficeWorkflow.Server.Office.Clients;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.Demo;

/// <summary>The three clients of the demo office, by labels only.</summary>
internal sealed class DemoClients(OfficeDb db, Guid officeId, Guid cityId, DateTimeOffset at)
{
    private const string Telephone = "000-000-0000";

    /// <summary>An adult who needs his first plan: ready to start plan-creation.</summary>
    public Client AddA(Guid specialist)
    {
        var client = New("利用者A", "りようしゃえー", new DateOnly(1991, 6, 15), specialist);
        (client.Gender, client.Dwelling, client.Address) = (Gender.Male, Dwelling.OwnHouse, "M市1丁目");
        (client.Disability, client.Handbook) = ("知的障害、てんかん", "療育手帳 A");
        (client.Phone, client.Mail) = (Telephone, "riyousha-a@example.jp");
        db.AddRange(client, Mother(client), Sister(client));
        return client;
    }

    /// <summary>A child of pre-school age.</summary>
    public Client AddB(Guid specialist)
    {
        var client = New("利用者B", "りようしゃびー", new DateOnly(2020, 7, 7), specialist);
        (client.Gender, client.Dwelling, client.Address) = (Gender.Male, Dwelling.Rented, "M市2丁目");
        (client.Disability, client.Handbook, client.Phone) = ("自閉スペクトラム症、軽度知的障害", "療育手帳 B2", Telephone);
        var mother = Member(client, "利用者Bの母", "りようしゃびーのはは", "母", new DateOnly(1986, 10, 3));
        (mother.LivesTogether, mother.IsGuardian, mother.IsLegalGuardian, mother.IsKeyPerson, mother.Mail) = (true, true, true, true, "haha-b@example.jp");
        var father = Member(client, "利用者Bの父", "りようしゃびーのちち", "父", new DateOnly(1984, 12, 21));
        (father.LivesTogether, father.IsGuardian, father.IsLegalGuardian) = (true, true, true);
        db.AddRange(client, mother, father);
        return client;
    }

    /// <summary>Somebody who wants to leave hospital.</summary>
    public Client AddC(Guid specialist)
    {
        var client = New("利用者C", "りようしゃしー", new DateOnly(1974, 2, 11), specialist);
        (client.Gender, client.Dwelling, client.Address) = (Gender.Male, Dwelling.Hospital, "精神科病院ア");
        (client.Disability, client.Handbook) = ("統合失調症", "精神障害者保健福祉手帳 2級");
        var sister = Member(client, "利用者Cの姉", "りようしゃしーのあね", "姉", new DateOnly(1968, 4, 30));
        (sister.IsKeyPerson, sister.Phone) = (true, Telephone);
        db.AddRange(client, sister);
        return client;
    }

    private Client New(string name, string kana, DateOnly birth, Guid specialist) => new()
    {
        Id = Guid.CreateVersion7(),
        OfficeId = officeId,
        Name = name,
        Kana = kana,
        BirthOn = birth,
        MunicipalityId = cityId,
        SpecialistId = specialist,
        RegisteredAt = at,
        RegisteredBy = specialist,
    };

    private FamilyMember Mother(Client client)
    {
        var mother = Member(client, "利用者Aの母", "りようしゃえーのはは", "母", new DateOnly(1957, 9, 2));
        (mother.LivesTogether, mother.IsKeyPerson, mother.Phone) = (true, true, Telephone);
        return mother;
    }

    private FamilyMember Sister(Client client)
    {
        var sister = Member(client, "利用者Aの姉", "りようしゃえーのあね", "姉", new DateOnly(1987, 3, 14));
        (sister.Phone, sister.Mail, sister.Note) = (Telephone, "ane-a@example.jp", "車で1時間。会議と署名に付き添う。");
        return sister;
    }

    private FamilyMember Member(Client client, string name, string kana, string relation, DateOnly birth) => new()
    {
        Id = Guid.CreateVersion7(),
        OfficeId = officeId,
        ClientId = client.Id,
        Name = name,
        Kana = kana,
        Relation = relation,
        BirthOn = birth,
        RecordedAt = at,
    };
}
