using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Server.Automation.Procedures;
using OfficeWorkflow.Server.Automation.Running;
using OfficeWorkflow.Server.Automation.Running.Messages;
using OfficeWorkflow.Server.Automation.Work;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Running;
using OfficeWorkflow.Workflows.Timing;

namespace OfficeWorkflow.Server.Tests.Support;

/// <summary>Procedures and cases of one office of the running server.</summary>
internal sealed class Cases(RunningOffice server, Guid officeId)
{
    public Guid OfficeId => officeId;

    public CaseRunner Runner { get; } = server.Services.GetRequiredService<CaseRunner>();

    public Matching Matching { get; } = server.Services.GetRequiredService<Matching>();

    private DateTimeOffset Now => server.Services.GetRequiredService<TimeProvider>().GetUtcNow();

    /// <summary>The cases of a new office.</summary>
    public static async Task<Cases> NewAsync(RunningOffice server) => new(server, await server.NewOfficeAsync());

    public OfficeDb Db() => server.Db(new Scope.CaseOffice(officeId));

    public async Task<ProcedureVersion> PublishAsync(string key, Bpmn drawing)
    {
        await using var db = Db();
        var today = CivilTime.DayOf(Now, WorkCalendar.Tokyo);
        var process = ProcedureLibrary.Find(drawing.ToString(), key)!;
        var publishing = server.Services.GetRequiredService<Publishing>();
        var version = await publishing.AddAsync(
            db, new Publication(officeId, drawing.ToString(), "test", today, By: null), process, CancellationToken.None);
        await db.SaveChangesAsync();
        return version;
    }

    public async Task<CaseFile> StartAsync(string key, params IEnumerable<KeyValuePair<string, Value>> variables)
    {
        await using var db = Db();
        var beginning = server.Services.GetRequiredService<Beginning>();
        var request = new StartRequest(officeId, key, (Value.Record)Value.Of(variables));
        return Assert.IsType<Outcome<CaseFile>.Done>(await beginning.BeginAsync(db, request, CancellationToken.None)).Value;
    }

    public async Task<Outcome<CaseFile>> TellAsync(Guid caseId, Func<DateTimeOffset, Input> input)
    {
        await using var db = Db();
        return await Runner.TellAsync(db, caseId, input(Now), CancellationToken.None);
    }

    public Task<Outcome<CaseFile>> FinishAsync(WorkItem work, params IEnumerable<KeyValuePair<string, Value>> values) =>
        TellAsync(work.CaseId, at => new Input.WorkFinished(at, work.EngineId, (Value.Record)Value.Of(values)));

    public Task<Outcome<CaseFile>> CancelAsync(Guid caseId) => TellAsync(caseId, static at => new Input.Cancelled(at, "試験"));

    public async Task<Outcome<MessageState>> DeliverAsync(string name, string key, string messageId, params IEnumerable<KeyValuePair<string, Value>> variables)
    {
        await using var db = Db();
        return await Deliver.HandleAsync(
            name, key, (Value.Record)Value.Of(variables), messageId, db, Matching, server.Services.GetRequiredService<TimeProvider>(), CancellationToken.None);
    }

    public async Task<CaseFile> FileAsync(Guid id)
    {
        await using var db = Db();
        return await db.Cases.SingleAsync(file => file.Id == id);
    }

    public async Task<IReadOnlyList<CaseFile>> AllAsync()
    {
        await using var db = Db();
        return await db.Cases.OrderBy(static file => file.StartedAt).ToListAsync();
    }

    /// <summary>The open work of the office, by name.</summary>
    public async Task<IReadOnlyList<WorkItem>> OpenWorkAsync()
    {
        await using var db = Db();
        return await db.Work.Where(static work => work.EndedAt == null).OrderBy(static work => work.Name).ToListAsync();
    }

    public async Task<Value.Record> VariablesAsync(Guid caseId) => CaseFormat.Read((await FileAsync(caseId)).State).Variables;
}
