using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Office.Certificates;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Tests.Office.Support;
using OfficeWorkflow.Server.Tests.Support;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Tests.Office.Deadlines;

/// <summary>Cases by the days left of their deadline; the day is Monday 2026-01-19.</summary>
public abstract class DeadlineTests(RunningOffice office)
{
    [Fact]
    public async Task I4_Ageing_cases_near_a_legal_deadline_are_listed_by_the_days_left()
    {
        var (cases, clerk) = await CasesAsync();

        await clerk.Browser.GetAsync("/deadlines");
        Assert.Equal(["19日過ぎています 令和7年12月のモニタリング", "あと12日 令和8年1月のモニタリング", "あと40日 受給者証の期間の終わり"], Lines(clerk.Browser));
        Assert.Contains("全3件のうち3件", clerk.Browser.Text, StringComparison.Ordinal);
        await clerk.Browser.GetAsync("/deadlines?within=30");
        Assert.Equal(["19日過ぎています 令和7年12月のモニタリング", "あと12日 令和8年1月のモニタリング"], Lines(clerk.Browser));
        await clerk.Browser.GetAsync("/deadlines?within=all");
        Assert.Equal(["19日過ぎています 令和7年12月のモニタリング", "あと12日 令和8年1月のモニタリング", "あと40日 受給者証の期間の終わり", "あと71日 令和8年3月のモニタリング"], Lines(clerk.Browser));

        foreach (var file in await cases.AllAsync())
        {
            await cases.CancelAsync(file.Id);
        }

        await clerk.Browser.GetAsync("/deadlines?within=all");
        Assert.Contains("期限の近い案件はありません。", clerk.Browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_office_sees_none_of_it()
    {
        await CasesAsync();
        var stranger = await Staff.JoinAsync(office, [Roles.Manager]);

        await stranger.Browser.GetAsync("/deadlines?within=all");

        Assert.Empty(Lines(stranger.Browser));
    }

    /// <summary>What is left and of which deadline, row by row.</summary>
    private static IEnumerable<string> Lines(Browser browser) =>
        browser.Html.Split("data-label=\"残り\"").Skip(1).Select(static row => $"{Inside(row, "</span", "</span>")} {Inside(row, "data-label=\"何の期限\"", "</td>")}");

    private static string Inside(string html, string from, string to)
    {
        var rest = html[html.IndexOf('>', html.IndexOf(from, StringComparison.Ordinal))..][1..];
        return System.Net.WebUtility.HtmlDecode(rest[..rest.IndexOf(to, StringComparison.Ordinal)]).Trim();
    }

    private async Task<(Cases Cases, Staff Clerk)> CasesAsync()
    {
        var scene = await LedgerScene.OpenAsync(office, officeId: await office.NewOfficeAsync());
        await using (var db = scene.Db())
        {
            await db.MonitoringMonths.ExecuteDeleteAsync();
            await db.AllottedAmounts.ExecuteDeleteAsync();
            await db.Certificates.ExecuteDeleteAsync();
            db.Certificates.Add(new Certificate
            {
                Id = Guid.CreateVersion7(),
                OfficeId = scene.OfficeId,
                ClientId = scene.Client.Id,
                Kind = default,
                Number = "0000000001",
                ConsultationFrom = new DateOnly(2025, 3, 1),
                ConsultationUntil = new DateOnly(2026, 2, 28),
                RecordedAt = ManualClock.FirstDay,
            });
            await db.SaveChangesAsync();
        }

        var cases = new Cases(office, scene.OfficeId);
        foreach (var key in new[] { "plan-creation", "monitoring", "errand" })
        {
            await cases.PublishAsync(key, new Bpmn(key).Start().Work("do").End().Path("start", "do", "end"));
        }

        var client = KeyValuePair.Create("clientId", Value.Of(scene.Client.Id.ToString()));
        await cases.StartAsync("plan-creation", client);
        await cases.StartAsync("errand");
        foreach (var month in new[] { 3, 1 })
        {
            await cases.StartAsync("monitoring", client, KeyValuePair.Create("month", Value.Of(new DateOnly(2026, month, 1))));
        }

        await cases.StartAsync("monitoring", client, KeyValuePair.Create("month", Value.Of(new DateOnly(2025, 12, 1))));
        return (cases, await Staff.JoinAsync(office, [Roles.Clerk], scene.OfficeId));
    }

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : DeadlineTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : DeadlineTests(office), IClassFixture<RunningOffice.OnPostgres>;
}
