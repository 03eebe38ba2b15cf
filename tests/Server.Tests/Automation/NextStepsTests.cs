using OfficeWorkflow.Server.Automation.Work;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Tests.Automation.Work;
using OfficeWorkflow.Server.Tests.Support;

namespace OfficeWorkflow.Server.Tests.Automation;

/// <summary>What a work item says of what comes after it is true of its case as it stands.</summary>
public abstract class NextStepsTests(RunningOffice office)
{
    private const string Goes = "この流れはここで終わります。案件は続きます。";
    private const string Returns = "この手続きが終わり、呼び出した手続きに戻ります。";
    private const string Ends = "案件が終わります。";

    [Fact]
    public async Task A_way_beside_the_work_ends_alone_and_the_last_work_ends_the_case()
    {
        var desk = await Desk.OfAsync(office, static () => new Bpmn("desk").Start().Work("visit").Boundary("late", "visit", "PT1H", isInterrupting: false).Work("ask").End().End("asked")
            .Path("start", "visit", "end").Path("late", "ask", "asked"));
        await desk.StartAsync();
        await office.UntilAsync(office.Clock.GetUtcNow().AddHours(2));
        var clerk = await desk.JoinAsync(Roles.Clerk);
        var open = await desk.Cases.OpenWorkAsync();

        Assert.Equal(["ask", "visit"], open.Select(static work => work.Name));
        Assert.Equal(Goes, await NextAsync(clerk, open[0]));
        Assert.Equal(Goes, await NextAsync(clerk, open[1]));
        await desk.Cases.FinishAsync(open[0]);
        Assert.Equal(Ends, await NextAsync(clerk, open[1]));
    }

    [Fact]
    public async Task The_end_of_a_called_procedure_leads_back_to_the_one_that_called_it()
    {
        var desk = await Desk.OfAsync(office, static () => new Bpmn("desk").Start().Call("call", "inner").End().Path("start", "call", "end"));
        await desk.Cases.PublishAsync("inner", new Bpmn("inner").Start().Work("visit").End().Path("start", "visit", "end"));
        await desk.Cases.StartAsync("desk");
        await office.DrainAsync();

        Assert.Equal(Returns, await NextAsync(await desk.JoinAsync(Roles.Clerk), Assert.Single(await desk.Cases.OpenWorkAsync())));
    }

    [Fact]
    public async Task Who_waits_at_a_join_goes_on_with_the_last_who_comes()
    {
        var desk = await Desk.OfAsync(office, static () => new Bpmn("desk").Start().Fork("fork").Work("one").Work("two").Fork("join").End()
            .Path("start", "fork", "one", "join", "end").Path("fork", "two", "join"));
        await desk.Cases.StartAsync("desk");
        var clerk = await desk.JoinAsync(Roles.Clerk);
        var open = await desk.Cases.OpenWorkAsync();

        Assert.Equal(Goes, await NextAsync(clerk, open[0]));
        await desk.Cases.FinishAsync(open[0]);
        Assert.Equal(Ends, await NextAsync(clerk, open[1]));
    }

    [Fact]
    public async Task The_others_who_are_asked_the_same_are_no_other_way()
    {
        var desk = await Desk.OfAsync(office, static () => new Bpmn("desk").Start().WorkOfEach("answer", 3).End().Path("start", "answer", "end"));
        await desk.Cases.StartAsync("desk");

        Assert.Equal(Ends, await NextAsync(await desk.JoinAsync(Roles.Clerk), (await desk.Cases.OpenWorkAsync())[0]));
    }

    /// <summary>The sentence of an end that stands on the work's page.</summary>
    private static async Task<string> NextAsync(Staff staff, WorkItem item)
    {
        await staff.Browser.GetAsync($"/work/{item.Id}");
        return Assert.Single(new[] { Goes, Returns, Ends }, sentence => staff.Browser.Html.Contains($"<li>{sentence}</li>", StringComparison.Ordinal));
    }

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : NextStepsTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : NextStepsTests(office), IClassFixture<RunningOffice.OnPostgres>;
}
