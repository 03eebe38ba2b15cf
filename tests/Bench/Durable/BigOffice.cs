using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Server.Automation.Procedures;
using OfficeWorkflow.Server.Automation.Running;
using OfficeWorkflow.Server.Automation.Work;
using OfficeWorkflow.Server.Office.Clients;
using OfficeWorkflow.Server.Offices;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Reading;
using OfficeWorkflow.Workflows.Timing;
using Scope = OfficeWorkflow.Server.Storage.Scope;

namespace OfficeWorkflow.Bench.Durable;

/// <summary>
/// One office of 60 members and 2,000 clients with 100,000 open work items: a case of each client is started, the others are its copies with
/// ids, due dates and holders of their own.
/// </summary>
internal sealed class BigOffice(IServiceProvider services)
{
    public const int Members = 60;
    public const int Clients = 2_000;
    public const int Open = 100_000;
    public const int Procedures = 8;
    public const string SecretOfAll = "ながいあいことば-2026";

    private const int AtOnce = 4;
    private const int Copies = Open / Clients;
    private const int Batch = 40;

    private static readonly string[] Families = ["佐藤", "鈴木", "髙橋", "田中", "伊藤", "渡辺", "山本", "中村", "小林", "加藤"];
    private static readonly string[] Readings = ["さとう", "すずき", "たかはし", "たなか", "いとう", "わたなべ", "やまもと", "なかむら", "こばやし", "かとう"];

    private readonly OfficeDbs dbs = services.GetRequiredService<OfficeDbs>();
    private readonly DateTimeOffset now = TimeProvider.System.GetUtcNow();

    public Guid OfficeId { get; } = Guid.CreateVersion7();

    public List<Person> People { get; } = [];

    public List<Guid> ClientIds { get; } = [];

    public static string Key(int procedure) => string.Create(CultureInfo.InvariantCulture, $"procedure-{procedure}");

    public OfficeDb Db() => dbs.Open(new Scope.CaseOffice(OfficeId));

    public async Task FillAsync()
    {
        await PeopleAsync();
        await ClientsAsync();
        await PublishAsync();
        await StartAsync();
        await CopyAsync();
    }

    private async Task PeopleAsync()
    {
        await using var db = dbs.Open(new Scope.System("bench"));
        db.Offices.Add(new OfficeFile { Id = OfficeId, Name = "相談支援事業所S", Number = "1234567890" });
        var password = services.GetRequiredService<Password>();
        for (var number = 0; number < Members; number++)
        {
            var role = number switch { 0 => Roles.Administrator, < 4 => Roles.Manager, < 40 => Roles.Specialist, < 50 => Roles.Assistant, _ => Roles.Clerk };
            var person = AddPerson.To(db, OfficeId, $"職員{number}", string.Create(CultureInfo.InvariantCulture, $"p{number}@example.jp"), [role], now);
            password.Give(person, SecretOfAll);
            People.Add(person);
        }

        await db.SaveChangesAsync();
    }

    private async Task ClientsAsync()
    {
        await using var db = Db();
        for (var number = 0; number < Clients; number++)
        {
            var client = new Client
            {
                Id = Guid.CreateVersion7(),
                OfficeId = OfficeId,
                Name = $"{Families[number % Families.Length]} {number}",
                Kana = $"{Readings[number % Families.Length]} {number}",
                BirthOn = new DateOnly(1980, 1, 1).AddDays(number),
                RegisteredAt = now,
            };
            db.Clients.Add(client);
            ClientIds.Add(client.Id);
        }

        await db.SaveChangesAsync();
    }

    private async Task PublishAsync()
    {
        await using var db = Db();
        for (var procedure = 0; procedure < Procedures; procedure++)
        {
            var source = Source(procedure);
            var publication = new Publication(OfficeId, source, "bench", CivilTime.DayOf(now, WorkCalendar.Tokyo), By: null);
            await services.GetRequiredService<Publishing>().AddAsync(db, publication, BpmnReader.Read(source).Processes[0], CancellationToken.None);
        }

        await db.SaveChangesAsync();
    }

    private async Task StartAsync()
    {
        var beginning = services.GetRequiredService<Beginning>();
        await Parallel.ForEachAsync(Enumerable.Range(0, Clients), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (number, stop) =>
        {
            await using var db = Db();
            var variables = Value.Record.Empty
                .With("clientId", Value.Of(ClientIds[number].ToString()))
                .With("clientName", Value.Of($"{Families[number % Families.Length]} {number}"));
            var request = new StartRequest(OfficeId, Key(number % Procedures), variables) { By = People[number % Members].Id };
            if (await beginning.BeginAsync(db, request, stop) is not Outcome<CaseFile>.Done)
            {
                throw new InvalidOperationException("A case does not start.");
            }
        });
    }

    private async Task CopyAsync()
    {
        var (files, items) = await StartedAsync();
        var number = 0;
        foreach (var part in files.Chunk(Batch))
        {
            await using var db = Db();
            db.ChangeTracker.AutoDetectChangesEnabled = false;
            foreach (var file in part)
            {
                for (var copy = 1; copy < Copies; copy++)
                {
                    var copied = Copy(file, People[number % Members].Id);
                    db.Cases.Add(copied);
                    db.Work.Add(Copy(items[file.Id], copied, number++));
                }
            }

            await db.SaveChangesAsync();
        }
    }

    private async Task<(List<CaseFile> Files, Dictionary<Guid, WorkItem> Items)> StartedAsync()
    {
        await using var db = Db();

        return (await db.Cases.AsNoTracking().ToListAsync(), await db.Work.AsNoTracking().ToDictionaryAsync(static work => work.CaseId));
    }

    private static CaseFile Copy(CaseFile of, Guid startedBy)
    {
        var id = Guid.CreateVersion7();

        return new CaseFile
        {
            Id = id,
            RootId = id,
            OfficeId = of.OfficeId,
            ProcedureKey = of.ProcedureKey,
            ProcedureName = of.ProcedureName,
            VersionId = of.VersionId,
            Subject = of.Subject,
            SubjectLabel = of.SubjectLabel,
            SubjectReading = of.SubjectReading,
            SearchText = of.SearchText,
            StartedAt = of.StartedAt,
            StartedBy = startedBy,
            Status = of.Status,
            State = of.State,
            Revision = of.Revision,
        };
    }

    /// <summary>Two in three are somebody's, one in three waits for a role; one in twenty has no due date, one in ten is urgent, and a sixth is overdue.</summary>
    private WorkItem Copy(WorkItem of, CaseFile file, int number)
    {
        var due = number % 20 == 0 ? (DateTimeOffset?)null : UtcMoment.AsStored(now.AddHours((number * 37L % (180 * 24)) - (30 * 24)));
        var isFree = number % 3 == 0;

        return new WorkItem
        {
            Id = Guid.CreateVersion7(),
            OfficeId = of.OfficeId,
            CaseId = file.Id,
            EngineId = of.EngineId,
            NodeId = of.NodeId,
            Name = of.Name,
            Role = (number / 3 % 4) switch { 0 => Roles.Specialist, 1 => Roles.Assistant, 2 => Roles.Clerk, _ => null },
            About = of.About,
            SearchText = of.SearchText,
            ProcedureKey = of.ProcedureKey,
            Subject = of.Subject,
            SubjectSort = of.SubjectSort,
            Inputs = of.Inputs,
            OpenedAt = of.OpenedAt,
            DueAt = due,
            SortAt = due ?? WorkItem.NoDueDate,
            Priority = (number % 10) switch { 0 => WorkPriority.High, 1 => WorkPriority.Low, _ => WorkPriority.Normal },
            AssigneeId = isFree ? null : People[number / 3 % Members].Id,
            AssignedAt = isFree ? null : of.OpenedAt,
            AwaitedById = file.StartedBy,
        };
    }

    /// <summary>Visited, written, visited again: an office of this size does not get smaller while it works.</summary>
    private static string Source(int procedure) => $"""
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="urn:officeworkflow:bench">
          <process id="{Key(procedure)}" name="手続き{procedure}" isExecutable="true">
            <startEvent id="start"/><userTask id="visit" name="居宅を訪問する"/><userTask id="write" name="報告書を書く"/>
            {Drawing.Way("start", "visit", "write", "visit")}
          </process>
        </definitions>
        """;
}
