using Microsoft.Data.Sqlite;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Server.Automation.Cases.Moving;
using OfficeWorkflow.Server.Automation.Forms;
using OfficeWorkflow.Server.Automation.Procedures;
using OfficeWorkflow.Server.Automation.Running;
using OfficeWorkflow.Server.Automation.Running.Messages;
using OfficeWorkflow.Server.Automation.Running.Timers;
using OfficeWorkflow.Server.Automation.Work;
using OfficeWorkflow.Server.Channels.Webhooks;
using OfficeWorkflow.Server.Offices;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Workflows.Reading;
using OfficeWorkflow.Workflows.Timing;

namespace OfficeWorkflow.Bench.Durable;

/// <summary>The parts of the server that keep cases, on a new database, with one office.</summary>
internal sealed class BenchOffice
{
    private readonly OfficeDbs dbs;
    private readonly Publishing publishing;
    private readonly Beginning beginning;

    private BenchOffice(Database database)
    {
        dbs = new OfficeDbs(database);
        var (library, calendars) = (new ProcedureLibrary(), new OfficeCalendars());
        Runner = new CaseRunner(library, calendars, new WebhookBook(TimeProvider.System));
        Preview = new PreviewMove(library, calendars);
        beginning = new Beginning(Runner, new CaseSubject("clientId", "clientName"), new NoSubjects(), TimeProvider.System);
        Matching = new Matching(dbs, Runner, beginning, TimeProvider.System);
        Desk = new WorkDesk(library, new FormLibrary(["""{"key":"work","title":"作業","fields":[]}"""]), [], calendars, TimeProvider.System);
        publishing = new Publishing(new TimerStarts(beginning, calendars, TimeProvider.System), TimeProvider.System);
    }

    public CaseRunner Runner { get; }

    public PreviewMove Preview { get; }

    public Matching Matching { get; }

    public WorkDesk Desk { get; }

    public Database Database => dbs.Database;

    public Guid OfficeId { get; } = Guid.CreateVersion7();

    public static async Task<BenchOffice> OpenAsync(Database database)
    {
        var office = new BenchOffice(database);
        await Migrating.HandleAsync(office.dbs, CancellationToken.None);
        await using var db = office.dbs.Open(new Scope.System("bench"));
        db.Offices.Add(new OfficeFile { Id = office.OfficeId, Name = "相談支援事業所S", Number = "1234567890" });
        await db.SaveChangesAsync();

        return office;
    }

    /// <summary>A database in a file of its own, deleted with the process's temporary folder.</summary>
    public static Database Sqlite(string folder) => Database.Sqlite(Path.Combine(folder, "bench.db"), []);

    public Task SettleAsync() => Settling.SettleAsync(dbs);

    public static void LetGo(string folder)
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    public OfficeDb Db() => dbs.Open(new Scope.CaseOffice(OfficeId));

    public Task PublishAsync(string source) => PublishAsync(source, BpmnReader.Read(source).Processes[0]);

    public async Task PublishAsync(string source, Workflows.Model.Process process)
    {
        await using var db = Db();
        var today = CivilTime.DayOf(TimeProvider.System.GetUtcNow(), WorkCalendar.Tokyo);
        await publishing.AddAsync(db, new Publication(OfficeId, source, "bench", today, By: null), process, CancellationToken.None);
        await db.SaveChangesAsync();
    }

    public Task<CaseFile> StartAsync(string key) => StartAsync(key, Workflows.Model.Value.Record.Empty);

    public async Task<CaseFile> StartAsync(string key, Workflows.Model.Value.Record variables)
    {
        await using var db = Db();

        return await beginning.BeginAsync(db, new StartRequest(OfficeId, key, variables), CancellationToken.None) is Outcome<CaseFile>.Done done
            ? done.Value
            : throw new InvalidOperationException($"'{key}' does not start.");
    }
}
