using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Server.Automation.Work;
using OfficeWorkflow.Server.Tests.Killing;
using OfficeWorkflow.Server.Tests.Support;
using OfficeWorkflow.Workflows;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Running;

namespace OfficeWorkflow.Server.Tests.Automation.Running;

/// <summary>Rules that the shell could break while every page still works.</summary>
public abstract class RunnerPromisesTests(RunningOffice server)
{
    [Fact]
    public async Task Of_fifty_who_finish_the_same_work_one_wins_and_all_others_are_told()
    {
        var cases = await Cases.NewAsync(server);
        await cases.PublishAsync("two", TwoTasks());
        await cases.StartAsync("two");
        var work = Assert.Single(await cases.OpenWorkAsync());

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => cases.FinishAsync(work)));

        Assert.Single(answers.OfType<Outcome<CaseFile>.Done>());
        Assert.All(answers.OfType<Outcome<CaseFile>.Refused>(), static refused => Assert.Equal(RefusalKind.Conflict, refused.Refusal.Kind));
        Assert.Equal(["b"], (await cases.OpenWorkAsync()).Select(static item => item.Name));
    }

    [Fact]
    public async Task Twenty_who_finish_different_work_of_one_case_all_win()
    {
        var cases = await Cases.NewAsync(server);
        string[] names = [.. Enumerable.Range(0, 20).Select(static number => $"w{number}")];
        var drawing = new Bpmn("wide").Start().Fork("fork").Fork("join").End().Path("start", "fork").Path("join", "end");
        await cases.PublishAsync("wide", names.Aggregate(drawing, static (all, name) => all.Work(name).Path("fork", name, "join")));
        var file = await cases.StartAsync("wide");

        var answers = await Task.WhenAll((await cases.OpenWorkAsync()).Select(work => cases.FinishAsync(work)));

        Assert.All(answers, static answer => Assert.IsType<Outcome<CaseFile>.Done>(answer));
        Assert.Equal(CaseStatus.Completed, (await cases.FileAsync(file.Id)).Status);
    }

    [Fact]
    public async Task What_was_committed_and_not_performed_is_performed_once_afterwards()
    {
        var cases = await Cases.NewAsync(server);
        await cases.PublishAsync("echo", new Bpmn("echo").Start().Service("greet", "greeting=hello").End().Path("start", "greet", "end"));
        var file = await cases.StartAsync("echo");
        var before = server.Echo.Performed.Count;

        await server.DrainAsync();
        await server.DrainAsync();

        Assert.Equal(before + 1, server.Echo.Performed.Count);
        Assert.Equal(CaseStatus.Completed, (await cases.FileAsync(file.Id)).Status);
        Assert.Equal(Value.Of("hello"), (await cases.VariablesAsync(file.Id))["greeting"]);
    }

    [Fact]
    public async Task Two_pumps_at_once_perform_each_entry_once()
    {
        var cases = await Cases.NewAsync(server);
        await cases.PublishAsync("echo", new Bpmn("echo").Start().Service("greet").End().Path("start", "greet", "end"));
        var before = server.Echo.Performed.Count;
        for (var i = 0; i < 10; i++)
        {
            await cases.StartAsync("echo");
        }

        await Task.WhenAll(server.DrainAsync(), server.DrainAsync(), server.DrainAsync());

        Assert.Equal(before + 10, server.Echo.Performed.Count);
        Assert.All(await cases.AllAsync(), static file => Assert.Equal(CaseStatus.Completed, file.Status));
    }

    [Fact]
    public async Task B19_One_commit_killed_between_any_two_statements_of_a_step_the_database_is_before_or_after_and_never_between()
    {
        var (cases, work) = await WideAsync();
        var (undisturbed, same) = await WideAsync();
        await undisturbed.FinishAsync(same);
        var (before, after) = (await PictureAsync(cases), await PictureAsync(undisturbed));

        var deaths = 0;
        var picture = before;
        while (string.Equals(picture, before, StringComparison.Ordinal))
        {
            using var dying = new Dying(++deaths);
            await dying.DoAsync(async () =>
            {
                await using var db = dying.DbsOf(server).Open(new Scope.CaseOffice(cases.OfficeId));
                await cases.Runner.TellAsync(db, work.CaseId, new Input.WorkFinished(server.Clock.GetUtcNow(), work.EngineId, Value.Record.Empty), dying.Stop);
            });
            picture = await PictureAsync(cases);
        }

        Assert.Equal(after, picture);
        Assert.True(deaths >= FewestStatements, $"only {deaths} deaths");
    }

    [Fact]
    public async Task B21_The_stored_state_is_what_the_stored_history_says()
    {
        var cases = await Cases.NewAsync(server);
        await cases.PublishAsync("two", TwoTasks().Boundary("late", "b", "P3D", isInterrupting: false).Work("chase").Path("late", "chase", "end"));
        var file = await cases.StartAsync("two", KeyValuePair.Create("clientId", Value.Of("c1")));
        await cases.FinishAsync(Assert.Single(await cases.OpenWorkAsync()), KeyValuePair.Create("answer", Value.Of(42m)));
        server.Clock.Advance(TimeSpan.FromDays(4));
        await server.DrainAsync();

        await using var db = cases.Db();
        var history = await db.History.Where(entry => entry.CaseId == file.Id).OrderBy(static entry => entry.Number).ToListAsync();
        var facts = history.SelectMany(static entry => JsonDocument.Parse(entry.Events).RootElement.EnumerateArray())
            .Select(static fact => CaseFormat.ReadEvent(fact.GetRawText()));

        Assert.Equal([1, 2, 3], history.Select(static entry => entry.Number));
        Assert.Equal((await cases.FileAsync(file.Id)).State, CaseFormat.Write(Engine.Replay(facts)));
        Assert.Equal(["b", "chase"], (await cases.OpenWorkAsync()).Select(static work => work.Name));
    }

    [Fact]
    public async Task What_a_caller_added_is_saved_with_the_decision_or_not_at_all()
    {
        var cases = await Cases.NewAsync(server);
        await cases.PublishAsync("two", TwoTasks());
        await cases.StartAsync("two");
        var work = Assert.Single(await cases.OpenWorkAsync());

        var first = await FinishWithHolidayAsync(cases, work, new DateOnly(2026, 7, 1));
        var second = await FinishWithHolidayAsync(cases, work, new DateOnly(2026, 7, 2));

        Assert.IsType<Outcome<CaseFile>.Done>(first);
        Assert.IsType<Outcome<CaseFile>.Refused>(second);
        await using var db = cases.Db();
        Assert.Equal([new DateOnly(2026, 7, 1)], await db.Set<Offices.Holiday>().Select(static holiday => holiday.On).ToListAsync());
    }

    /// <summary>Below so many the step was not taken apart.</summary>
    protected abstract int FewestStatements { get; }

    private static async Task<string> PictureAsync(Cases cases)
    {
        await using var db = cases.Db();
        return string.Join('\n', (await Remains.OfAsync(db)).Concat((await cases.AllAsync()).Select(static file => $"{file.Revision} {file.State}")));
    }

    /// <summary>A case whose next step ends work and a timer, opens work with a timer, asks a service and a mail, listens, calls a case and tells all others.</summary>
    private async Task<(Cases Cases, WorkItem Work)> WideAsync()
    {
        var cases = await Cases.NewAsync(server);
        await cases.PublishAsync("wide", new Bpmn("wide").Start().Work("a").Boundary("late", "a", "P1D").Fork("fork").Work("b").Boundary("later", "b", "P3D", isInterrupting: false).Service("echo").Mail("mail", "template=work-reminder")
            .Receive("hear", "answered", "\"k1\"").Call("call", "inner").ThrowSignal("tell", "all")
            .Path("start", "a", "fork", "b").Path("fork", "echo").Path("fork", "mail").Path("fork", "hear").Path("fork", "call").Path("fork", "tell").Path("late", "b").Path("later", "b"));
        await cases.StartAsync("wide");
        return (cases, Assert.Single(await cases.OpenWorkAsync()));
    }

    private static Bpmn TwoTasks() => new Bpmn("two").Start().Work("a").Work("b").End().Path("start", "a", "b", "end");

    private async Task<Outcome<CaseFile>> FinishWithHolidayAsync(Cases cases, WorkItem work, DateOnly on)
    {
        await using var db = cases.Db();
        db.Set<Offices.Holiday>().Add(new Offices.Holiday { OfficeId = cases.OfficeId, On = on, Name = "記録" });
        var input = new Input.WorkFinished(server.Clock.GetUtcNow(), work.EngineId, Value.Record.Empty);
        return await cases.Runner.TellAsync(db, work.CaseId, input, CancellationToken.None);
    }

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : RunnerPromisesTests(office), IClassFixture<RunningOffice.OnSqlite>
    {
        protected override int FewestStatements => 10;
    }

    /// <summary>All changes of a commit go to PostgreSQL as one batch.</summary>
    public sealed class OnPostgres(RunningOffice.OnPostgres office) : RunnerPromisesTests(office), IClassFixture<RunningOffice.OnPostgres>
    {
        protected override int FewestStatements => 4;
    }
}
