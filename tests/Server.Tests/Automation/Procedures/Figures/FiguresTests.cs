using System.Net;
using System.Text;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Tests.Support;

namespace OfficeWorkflow.Server.Tests.Automation.Procedures.Figures;

/// <summary>What the page of a procedure says about how it runs.</summary>
public abstract partial class FiguresTests(RunningOffice office)
{
    private static readonly Bpmn First = new Bpmn("p").Start().Work("ask", "dueAt==date(2026, 1, 1)").Work("write").End().Path("start", "ask", "write", "end");

    [Fact]
    public async Task I3_Heatmap_each_step_says_its_cases_its_overdue_work_and_its_median_of_a_month()
    {
        var cases = await Cases.NewAsync(office);
        await cases.PublishAsync("p", First);
        foreach (var days in new[] { 0.5, 1, 4 })
        {
            await FinishAsync(cases, await cases.StartAsync("p"), days);
        }

        await cases.StartAsync("p");
        await cases.StartAsync("p");
        var staff = await JoinAsync(cases);

        await staff.Browser.GetAsync("/procedures/p");

        Assert.Equal(("2件", "2件", "3件", "1日"), Line(staff.Browser.Html, "ask"));
        Assert.Equal(("3件", "0件", "0件", "―"), Line(staff.Browser.Html, "write"));
        Assert.Contains("data-notes=\"{&quot;ask&quot;:&quot;2", staff.Browser.Html, StringComparison.Ordinal);
        await staff.Browser.GetAsync("/procedures/p?month=2020-01");
        Assert.Equal(("2件", "2件", "0件", "―"), Line(staff.Browser.Html, "ask"));
    }

    [Fact]
    public async Task Of_one_version_or_of_all_and_a_step_that_the_drawing_no_longer_has_is_named()
    {
        var cases = await Cases.NewAsync(office);
        await cases.PublishAsync("p", First);
        await FinishAsync(cases, await cases.StartAsync("p"), days: 1);
        await cases.PublishAsync("p", new Bpmn("p").Start().Work("ask").End().Path("start", "ask", "end"));
        await cases.StartAsync("p");
        var staff = await JoinAsync(cases);

        await staff.Browser.GetAsync("/procedures/p");
        Assert.Equal(("1件", "0件", "1件", "1日"), Line(staff.Browser.Html, "ask"));
        Assert.Equal(("1件", "0件", "0件", "―"), Line(staff.Browser.Html, "write"));
        Assert.Contains("（ほかの版の手順）", staff.Browser.Text, StringComparison.Ordinal);
        await staff.Browser.GetAsync("/procedures/p?version=2");
        Assert.Equal(("1件", "0件", "0件", "―"), Line(staff.Browser.Html, "ask"));
        Assert.DoesNotContain("data-step=\"write\"", staff.Browser.Html, StringComparison.Ordinal);
        await staff.Browser.GetAsync("/procedures/p?version=1");
        Assert.Contains("/procedures/p/versions/1.bpmn", staff.Browser.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?version=99&month=2026-13", "ask")]
    [InlineData("?version=-1&month=9999-12", "ask")]
    [InlineData("?month=0001-01", "ask")]
    public async Task An_address_that_says_nothing_sensible_shows_this_month_and_all_versions(string query, string step)
    {
        var cases = await Cases.NewAsync(office);
        await cases.PublishAsync("p", First);
        var staff = await JoinAsync(cases);

        Assert.Equal(HttpStatusCode.OK, await staff.Browser.GetAsync("/procedures/p" + query));

        Assert.Equal(("0件", "0件", "0件", "―"), Line(staff.Browser.Html, step));
    }

    [Fact]
    public async Task The_file_holds_the_same_figures_and_only_of_ones_own_office()
    {
        var cases = await Cases.NewAsync(office);
        await cases.PublishAsync("p", First);
        await FinishAsync(cases, await cases.StartAsync("p"), days: 1);
        var (staff, stranger) = (await JoinAsync(cases), await Staff.JoinAsync(office, [Roles.Specialist]));
        await staff.Browser.GetAsync("/procedures/p?version=1");
        Assert.Contains("action=\"/lists/figures?version=1&amp;procedure=p\"", staff.Browser.Html, StringComparison.Ordinal);

        var lines = (await FileAsync(staff)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(3, lines.Length);
        Assert.Equal(["ask,,0,0,1,24", "write,,1,0,0,"], lines.Skip(1).Select(static line => Month().Replace(line.Replace("\"", "", StringComparison.Ordinal), "")));
        Assert.Single((await FileAsync(stranger)).Split("\r\n", StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(HttpStatusCode.NotFound, await stranger.Browser.GetAsync("/procedures/p"));
    }

    private static async Task<string> FileAsync(Staff staff)
    {
        await staff.Browser.GetAsync("/account");
        using var form = new FormUrlEncodedContent(
            [KeyValuePair.Create("__RequestVerificationToken", staff.Browser.ValueOf("__RequestVerificationToken")!), KeyValuePair.Create("as", "csv")]);
        using var answer = await staff.Http.PostAsync(new Uri("/lists/figures?procedure=p", UriKind.Relative), form);
        return Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync());
    }

    private static (string Cases, string Overdue, string Finished, string Median) Line(string html, string step)
    {
        var at = html.IndexOf($"data-step=\"{step}\"", StringComparison.Ordinal);
        var row = html[at..html.IndexOf("</tr>", at, StringComparison.Ordinal)];
        return (Cell("いまある案件"), Cell("期限超過"), Cell("終えた作業"), Cell("時間の中央値"));

        string Cell(string label)
        {
            var from = row.IndexOf($"data-label=\"{label}\"", StringComparison.Ordinal);
            from = row.IndexOf('>', from) + 1;
            return WebUtility.HtmlDecode(row[from..row.IndexOf('<', from)]).Trim();
        }
    }

    /// <summary>Somebody who signs in now: a session does not outlast the days that these tests let pass.</summary>
    private Task<Staff> JoinAsync(Cases cases) => Staff.JoinAsync(office, [Roles.Specialist], cases.OfficeId);

    /// <summary>The first step is done so long after it began.</summary>
    private async Task FinishAsync(Cases cases, CaseFile file, double days)
    {
        office.Clock.Advance(TimeSpan.FromDays(days));
        var work = (await cases.OpenWorkAsync()).Single(one => one.CaseId == file.Id);
        Assert.IsType<Outcome<CaseFile>.Done>(await cases.FinishAsync(work));
    }

    [System.Text.RegularExpressions.GeneratedRegex(@"\d{4}-\d{2},", System.Text.RegularExpressions.RegexOptions.NonBacktracking)]
    private static partial System.Text.RegularExpressions.Regex Month();

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : FiguresTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : FiguresTests(office), IClassFixture<RunningOffice.OnPostgres>;
}
