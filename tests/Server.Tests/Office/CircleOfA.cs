using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OfficeWorkflow.Server.Automation.Forms;
using OfficeWorkflow.Server.Automation.Running.Messages;
using OfficeWorkflow.Server.Automation.Workers;
using OfficeWorkflow.Server.Channels.GuestLinks;
using OfficeWorkflow.Server.Channels.Mail;
using OfficeWorkflow.Server.Office.Certificates;
using OfficeWorkflow.Server.Office.Clients;
using OfficeWorkflow.Server.Office.Plans;
using OfficeWorkflow.Server.Office.Privacy;
using OfficeWorkflow.Server.Office.Providers;
using OfficeWorkflow.Server.Offices;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Tests.Support;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Tests.Office;

/// <summary>Case A in an office of its own: 利用者A, the family, providers P and Q of the plan, the city's officer and 民生委員N.</summary>
internal sealed class CircleOfA
{
    private CircleOfA(RunningOffice running, bool withPrivacy)
    {
        Running = running;
        Client = NewClient();
        Mother = NewRelative("利用者Aの母", "母");
        ProviderP = NewProvider("1000000001", "生活介護事業所P");
        ProviderQ = NewProvider("1000000002", "居宅介護事業所Q");
        Officer = NewContact(ContactCategory.CityOfficer, "M市の担当者", "officer@example.jp");
        Commissioner = NewContact(ContactCategory.WelfareCommissioner, "民生委員N", mail: null);
        Plan = NewPlan(PlanStage.Final);
        Privacy = withPrivacy ? [.. Enum.GetValues<PrivacyCategory>().Select(NewPrivacy)] : [];
    }

    public RunningOffice Running { get; }

    public Guid OfficeId { get; } = Guid.CreateVersion7();

    public Guid CaseId { get; } = Guid.CreateVersion7();

    public Guid SpecialistX { get; } = Guid.CreateVersion7();

    public Guid ManagerK { get; } = Guid.CreateVersion7();

    public Client Client { get; }

    public FamilyMember Mother { get; }

    public Provider ProviderP { get; }

    public Provider ProviderQ { get; }

    public Contact Officer { get; }

    public Contact Commissioner { get; }

    public ServicePlan Plan { get; }

    public IReadOnlyList<PrivacyConsent> Privacy { get; }

    public static async Task<CircleOfA> InAsync(RunningOffice running, bool withPrivacy = true)
    {
        var circle = new CircleOfA(running, withPrivacy);
        await using var db = circle.Db();
        db.Offices.Add(new OfficeFile { Id = circle.OfficeId, Name = "相談支援事業所S", Number = "1300000001", Phone = "000-000-0000", Mail = "office@example.jp" });
        db.AddRange(circle.Client, circle.Mother, circle.ProviderP, circle.ProviderQ, circle.Officer, circle.Commissioner, circle.Plan);
        db.AddRange(circle.Privacy);
        circle.AddStaff(db);
        foreach (var contact in new[] { circle.Officer, circle.Commissioner })
        {
            db.Add(new ClientContact { Id = Guid.CreateVersion7(), OfficeId = circle.OfficeId, ClientId = circle.Client.Id, ContactId = contact.Id });
        }

        await db.SaveChangesAsync();

        return circle;
    }

    public T Get<T>()
        where T : notnull =>
        Running.Services.GetRequiredService<T>();

    /// <summary>Performs one step of the procedure and saves what it did.</summary>
    public async Task<Value.Record> PerformAsync(string type, DateTimeOffset at, params (string Key, Value Value)[] inputs)
    {
        await using var db = Db();
        var worker = Running.Services.GetServices<Worker>().Single(worker => string.Equals(worker.Type, type, StringComparison.Ordinal));
        var answer = await worker.PerformAsync(
            new WorkerContext(db, OfficeId, CaseId, Guid.CreateVersion7(), Client.Id.ToString(), type, Values(inputs), at), CancellationToken.None);
        await db.SaveChangesAsync();

        return Assert.IsType<WorkerAnswer.Done>(answer).Values;
    }

    public async Task<IReadOnlyList<SentMail>> MailsAsync()
    {
        await using var db = Db();

        return await db.Mails.OrderBy(static mail => mail.Id).ToListAsync();
    }

    /// <summary>A guest who follows the link that was sent for this purpose.</summary>
    public async Task<(Browser Guest, string Path)> GuestAsync(string purpose, Guid target)
    {
        await using var db = Db();
        var path = await Get<Links>().FindAsync(db, OfficeId, purpose, target.ToString(), CancellationToken.None);
        Assert.NotNull(path);

        return (new Browser(Running.Client()), path);
    }

    /// <summary>The guest enters the code that was read out.</summary>
    public async Task EnterCodeAsync(Browser guest, string path, string purpose, Guid target)
    {
        await using var db = Db();
        var link = await db.GuestLinks.SingleAsync(link => link.Purpose == purpose && link.TargetId == target.ToString() && link.RevokedAt == null);
        await guest.GetAsync(path);
        await guest.PostAsync($"{path}/code", ("code", Get<GuestKey>().CodeOf(link)));
        await guest.FollowAsync();
    }

    /// <summary>The address of the city's officer is put right in the ledger.</summary>
    public async Task CorrectOfficersMailAsync(string mail)
    {
        await using var db = Db();
        await db.Contacts.Where(row => row.Id == Officer.Id).ExecuteUpdateAsync(row => row.SetProperty(static contact => contact.Mail, mail));
    }

    /// <summary>Somebody else has told this message a moment before.</summary>
    public async Task TellAsync(string messageId)
    {
        await using var db = Db();
        await Deliver.OwnAsync("told-before", "", Value.Record.Empty, messageId, db, Get<Matching>(), Running.Clock, CancellationToken.None);
    }

    public OfficeDb Db() => Running.Db(new Scope.CaseOffice(OfficeId));

    public ActContext Act(OfficeDb db, DateTimeOffset at, params (string Key, Value Value)[] variables) => new(
        db, OfficeId, CaseId, Guid.CreateVersion7(), Client.Id.ToString(),
        Values([("clientId", Value.Of(Client.Id.ToString())), ("planId", Value.Of(Plan.Id.ToString())), .. variables]),
        Value.Record.Empty, SpecialistX, at);

    public static Value.Record Values(params (string Key, Value Value)[] values) =>
        values.Aggregate(Value.Record.Empty, static (record, field) => record.With(field.Key, field.Value));

    public static DateTimeOffset Tokyo(int month, int day, int hour, int minute = 0, int year = 2026) => new(year, month, day, hour, minute, 0, TimeSpan.FromHours(9));

    public ServicePlan NewPlan(PlanStage stage, int? version = null, string goal = "週3回ヘルパーと入浴する")
    {
        var plan = new ServicePlan
        {
            Id = Guid.CreateVersion7(),
            OfficeId = OfficeId,
            ClientId = Client.Id,
            CaseId = CaseId,
            Stage = stage,
            Version = version ?? (stage is PlanStage.Draft ? 1 : 2),
            UserWish = "音楽を聞きながら、家でゆっくり暮らしたい。",
            FamilyWish = "入浴を一人で介助しないようにしたい。",
            Policy = "日中のリズムを保つ。",
            LongGoal = "毎月二泊を落ち着いて過ごす。",
            ShortGoal = "週三回、ヘルパーと入浴する。",
            MonitoringProposal = "3か月ごと",
            WrittenBy = SpecialistX,
            WrittenAt = Tokyo(3, 16, 10),
            WrittenOn = new DateOnly(2026, 3, 16),
        };
        plan.Needs.Add(NewNeed(plan, 1, "体を清潔にしたい", goal, ProviderQ));
        plan.Needs.Add(NewNeed(plan, 2, "仲間と作業したい", "週5日通い、月に1つ作品を作る", ProviderP));

        return plan;
    }

    private void AddStaff(OfficeDb db)
    {
        foreach (var (id, name, role) in new[] { (SpecialistX, "専門員X", Roles.Specialist), (ManagerK, "管理者K", Roles.Manager) })
        {
            var mail = $"{id:n}@example.jp";
            db.People.Add(new Person { Id = id, Name = name, Mail = mail, MailKey = Person.Fold(mail), SecurityStamp = id.ToString() });
            db.PersonRoles.Add(new PersonRole { OfficeId = OfficeId, PersonId = id, Role = role, GivenAt = Tokyo(1, 19, 9) });
        }
    }

    private static NeedRow NewNeed(ServicePlan plan, int rank, string need, string goal, Provider provider) => new()
    {
        Id = Guid.CreateVersion7(),
        OfficeId = plan.OfficeId,
        PlanId = plan.Id,
        Rank = rank,
        Need = need,
        Goal = goal,
        AchieveBy = new DateOnly(2026, 9, 30),
        ServiceKindId = Guid.CreateVersion7(),
        ServiceName = "居宅介護",
        Content = "週3回",
        Unit = AmountUnit.None,
        ClientRole = "曲を選ぶ",
        ProviderId = provider.Id,
        ProviderName = provider.Name,
    };

    private Client NewClient() => new()
    {
        Id = Guid.CreateVersion7(),
        OfficeId = OfficeId,
        Name = "利用者A",
        Kana = "りようしゃえー",
        BirthOn = new DateOnly(1991, 6, 1),
        RegisteredAt = Tokyo(1, 19, 9),
    };

    private FamilyMember NewRelative(string name, string relation) => new()
    {
        Id = Guid.CreateVersion7(),
        OfficeId = OfficeId,
        ClientId = Client.Id,
        Name = name,
        Relation = relation,
        IsKeyPerson = true,
        RecordedAt = Tokyo(1, 19, 9),
    };

    private Provider NewProvider(string number, string name)
    {
        var provider = new Provider { Id = Guid.CreateVersion7(), OfficeId = OfficeId, Number = number, Name = name };
        provider.Contacts.Add(new ServiceContact
        {
            Id = Guid.CreateVersion7(),
            OfficeId = OfficeId,
            ProviderId = provider.Id,
            Name = $"{name}の担当者",
            Job = ServiceJob.ServiceManager,
            Mail = $"{number}@example.jp",
        });

        return provider;
    }

    private Contact NewContact(ContactCategory category, string name, string? mail) =>
        new() { Id = Guid.CreateVersion7(), OfficeId = OfficeId, Category = category, Name = name, Mail = mail };

    private PrivacyConsent NewPrivacy(PrivacyCategory category) => new()
    {
        Id = Guid.CreateVersion7(),
        OfficeId = OfficeId,
        ClientId = Client.Id,
        Category = category,
        GivenOn = new DateOnly(2026, 1, 19),
        RecordedAt = Tokyo(1, 19, 10),
    };
}
