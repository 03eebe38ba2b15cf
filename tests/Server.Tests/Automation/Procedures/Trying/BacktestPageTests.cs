using System.Net;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Tests.Automation.Procedures.Releasing;
using OfficeWorkflow.Server.Tests.Support;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Tests.Automation.Procedures.Trying;

public abstract class BacktestPageTests(RunningOffice office)
{
    private const string Form = "form=test-visit";

    [Fact]
    public async Task J9_The_last_hundred_finished_cases_are_replayed_on_the_draft_and_those_that_go_another_way_are_listed()
    {
        var release = await Releases.OpenAsync(office);
        await release.RunningAsync(Approved("amount > 1000"), cases: 0);
        var files = new List<Guid>();
        for (var amount = 1; amount <= 101; amount++)
        {
            files.Add((await release.Cases.StartAsync("p")).Id);
            await release.Cases.FinishAsync(Assert.Single(await release.Cases.OpenWorkAsync()), KeyValuePair.Create("amount", Value.Of((decimal)amount)));
            office.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        await release.DraftAsync(Approved("amount > 87"));
        Assert.Equal(HttpStatusCode.OK, await release.Page.GetAsync("/procedures/p/backtest"));

        Assert.Contains("100件のうち、86件は同じ道を通ります。", release.Page.Text, StringComparison.Ordinal);
        Assert.Contains("100件のうち、14件は「approve」（相談支援専門員）へ進みます。", release.Page.Text, StringComparison.Ordinal);
        Assert.Contains("14件は別の道を通り、0件は途中で止まります。", release.Page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(files[0].ToString(), release.Page.Html, StringComparison.Ordinal);
        var page = release.Page.Html.ReplaceLineEndings(" ");
        Assert.All(files.Skip(1), (file, at) => Assert.Matches($"/cases/{file}\"(?:(?!</tr>).)*{(at < 86 ? "同じ道" : "別の道")}", page));
        Assert.Empty(await release.Cases.OpenWorkAsync());
    }

    /// <summary>A question whose answer decides whether somebody must approve.</summary>
    private static Bpmn Approved(string condition) => new Bpmn("p").Start().Work("ask", Form).Work("approve", Form).End().End("approved")
        .Path("start", "ask", "choice").Either("choice", condition, "approve", "end").Path("approve", "approved").Lane(Roles.Specialist, "ask", "choice", "approve");

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : BacktestPageTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : BacktestPageTests(office), IClassFixture<RunningOffice.OnPostgres>;
}
