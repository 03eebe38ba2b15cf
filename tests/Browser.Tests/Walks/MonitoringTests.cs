using Microsoft.Playwright;

namespace OfficeWorkflow.Browser.Tests.Walks;

[Collection(CaseAStory.Name)]
public sealed class MonitoringTests(CaseAStory story)
{
    [Fact]
    public async Task The_first_designated_month_goes_from_the_monthly_round_to_the_report_and_on_into_a_new_plan()
    {
        var delivered = await story.DeliveredAsync();
        var page = await story.Cast.StaffAsync("専門員X");
        await page.GotoAsync("/monitoring");
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "次の年度" }).ClickAsync();
        await Assertions.Expect(page.Locator("h2").First).ToContainTextAsync("令和8年4月");
        Assert.Equal(["4月", "5月", "6月", "9月", "12月", "3月"], await DesignatedAsync(page));

        foreach (var step in CaseA.Monitoring.SkipLast(1))
        {
            await story.Walk.DoAsync(step);
        }

        await ReportAsync(CaseA.Monitoring[^1]);

        await page.UntilAsync("/work?scope=roles", page.Locator("main tbody tr").Filter(new LocatorFilterOptions { HasText = "利用者A" })
            .Filter(new LocatorFilterOptions { HasText = FormTitles.Of("info-provision") }));
        await page.Locator("main tbody tr").Filter(new LocatorFilterOptions { HasText = "利用者A" }).Locator("a[href^='/cases/']").First.ClickAsync();
        await page.ArriveAsync("**/cases/*");
        Assert.NotEqual(delivered.Case, new Uri(page.Url).AbsolutePath);
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("計画の作成");
        await story.Survey.LookAsync(page, "open");
        await page.GotoAsync("/monitoring");
        await Assertions.Expect(page.Locator("table.board a[href^='/monitoring/reports/']")).ToContainTextAsync("済 4/20");
        await story.Survey.CrawlAsync(page, "/monitoring");
        Assert.True(story.Survey.Faults.Count is 0, string.Join('\n', story.Survey.Faults));
    }

    /// <summary>
    /// 「量の変更 有」 asks for the city's decision: 継続 is refused with a sentence, what was typed is still there, and with the right result
    /// it is taken.
    /// </summary>
    private async Task ReportAsync(CaseStep report)
    {
        await story.Cast.MoveToAsync(report.At);
        var page = await story.Walk.OpenAsync(report);
        var values = report.Values.DeepClone().AsObject();
        values["result"] = "continue";
        values.Remove("reason");
        await page.FillAsync(values);
        await page.Locator("#work-form .actions button[type=submit]").First.ClickAsync();
        await Assertions.Expect(page.Locator("#errors")).ToContainTextAsync("「中途月変更」か「終期月更新」");
        await Assertions.Expect(page.Locator("[name=overall]")).ToHaveValueAsync(report.Values["overall"]!.GetValue<string>());
        await story.Survey.LookAsync(page, "refused");

        await page.FillAsync(report.Values);
        await story.Survey.LookAsync(page, report.Form);
        await CaseAWalk.FinishAsync(page, report.Form);
    }

    /// <summary>The months of 利用者A on the board that are still ahead or due.</summary>
    private static Task<string[]> DesignatedAsync(IPage page) => page.EvaluateAsync<string[]>(
        """
        () => {
          const board = document.querySelector('table.board');
          const months = [...board.tHead.rows[0].cells].map(cell => cell.firstChild.textContent.trim());
          const row = [...board.tBodies[0].rows].find(one => one.textContent.includes('利用者A'));
          return [...row.cells].flatMap((cell, at) => cell.querySelector('.badge') ? [months[at]] : []);
        }
        """);
}
