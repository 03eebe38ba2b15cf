using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Server.Automation.Procedures;
using OfficeWorkflow.Server.Automation.Running;
using OfficeWorkflow.Server.Automation.Running.Timers;
using OfficeWorkflow.Server.Tests.Support;
using OfficeWorkflow.Workflows.Moving;

namespace OfficeWorkflow.Server.Tests.Automation.Running;

[Trait("Trap", "24")]
public abstract class MoveTests(RunningOffice server)
{
    [Fact]
    public async Task A_case_goes_on_by_the_new_version_with_the_same_work_item_and_the_chosen_timer()
    {
        var cases = await Cases.NewAsync(server);
        var file = await StartedAsync(cases);
        var before = Assert.Single(await cases.OpenWorkAsync());

        Assert.IsType<Outcome<CaseFile>.Done>(await MoveAsync(cases, file.Id, MoveChoices.None with
        {
            Nodes = ImmutableDictionary<string, string>.Empty.Add("ask", "ask-again"),
            Timers = ImmutableDictionary<string, TimerChoice>.Empty.Add("remind", TimerChoice.Keep),
        }));

        var work = Assert.Single(await cases.OpenWorkAsync());
        Assert.Equal((before.Id, "ask-again", "ask-again"), (work.Id, work.NodeId, work.Name));
        await cases.FinishAsync(work);
        Assert.Equal("more", Assert.Single(await cases.OpenWorkAsync()).Name);
        await using var db = cases.Db();
        Assert.Equal(TimerState.Disarmed, (await db.Timers.SingleAsync()).State);
    }

    [Fact]
    public async Task What_cannot_be_moved_stays_where_it_is_with_the_reason()
    {
        var cases = await Cases.NewAsync(server);
        var file = await StartedAsync(cases);

        var answer = await MoveAsync(cases, file.Id, MoveChoices.None);

        Assert.Equal("node-gone", Assert.IsType<Outcome<CaseFile>.Refused>(answer).Refusal.Code);
        Assert.Equal("ask", Assert.Single(await cases.OpenWorkAsync()).NodeId);
        Assert.Equal(file.VersionId, (await cases.FileAsync(file.Id)).VersionId);
    }

    private static async Task<CaseFile> StartedAsync(Cases cases)
    {
        await cases.PublishAsync("p", new Bpmn("p").Start().Work("ask").Boundary("remind", "ask", "P7D", isInterrupting: false).Work("hurry").End()
            .Path("start", "ask", "end").Path("remind", "hurry"));
        var file = await cases.StartAsync("p");
        await cases.PublishAsync("p", new Bpmn("p").Start().Work("ask-again").Boundary("remind", "ask-again", "P3D", isInterrupting: false).Work("hurry").Work("more").End()
            .Path("start", "ask-again", "more", "end").Path("remind", "hurry"));

        return file;
    }

    private async Task<Outcome<CaseFile>> MoveAsync(Cases cases, Guid caseId, MoveChoices choices)
    {
        await using var db = cases.Db();
        var file = await db.Cases.SingleAsync(row => row.Id == caseId);
        var version = await ProcedureLibrary.NumberAsync(db, cases.OfficeId, "p", 2, CancellationToken.None);

        return await cases.Runner.MoveAsync(db, file, version!, choices, server.Clock.GetUtcNow(), by: null, CancellationToken.None);
    }

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : MoveTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : MoveTests(office), IClassFixture<RunningOffice.OnPostgres>;
}
