using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Automation.Jobs;
using OfficeWorkflow.Server.Automation.Running;
using OfficeWorkflow.Server.Automation.Work;
using OfficeWorkflow.Server.Channels.Mail;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Tests.Support;
using OfficeWorkflow.Workflows.Timing;

namespace OfficeWorkflow.Server.Tests.Killing;

/// <summary>The demo office in a process of its own, whose clock is moved by a person.</summary>
public sealed class RehearsedTests
{
    private const string Manager = "k@office-s.example.jp";

    [Fact]
    public async Task D5_Servers_in_three_time_zones_give_the_same_due_dates()
    {
        var lines = await Task.WhenAll(DueInAsync("UTC"), DueInAsync("America/Los_Angeles"), DueInAsync("Asia/Tokyo"));

        Assert.Equal(lines[2], lines[0]);
        Assert.Equal(lines[2], lines[1]);
        Assert.Contains(lines[2], static line => line.StartsWith("work ", StringComparison.Ordinal) && line.Contains(" 2026-01-", StringComparison.Ordinal));
        Assert.Contains(lines[2], static line => line.StartsWith("timer start 2026-02-01T09 Fired", StringComparison.Ordinal));
    }

    /// <summary>A case that begins half an hour before nine in Tokyo, when it is still yesterday further west; and what the following two weeks bring.</summary>
    private static async Task<IReadOnlyList<string>> DueInAsync(string zone)
    {
        await using var process = new ServerProcess { Zone = zone };
        var browser = await BeginAsync(process);
        await MoveAsync(browser, "PT23H30M");
        await StartAsync(browser);
        await MoveAsync(browser, "P14D");
        await browser.GetAsync("/timers");
        var shown = browser.Text[browser.Text.IndexOf("これからの時刻 全", StringComparison.Ordinal)..];
        await process.KillAsync();
        await using var db = Kept(process);
        List<string> lines =
        [
            .. (await db.Work.ToListAsync()).Select(static work => $"work {work.NodeId} {Hour(work.DueAt)}"),
            .. (await db.Timers.ToListAsync()).Select(static timer => $"timer {timer.NodeId} {Hour(timer.DueAt)} {timer.State} {Hour(timer.EndedAt)}"),
            .. (await db.JobStates.ToListAsync()).Select(static job => $"job {job.Job} {Hour(job.NextDueAt)}"),
            .. (await db.Mails.ToListAsync()).Select(static mail => $"mail {mail.Template} {Hour(mail.SentAt)}"),
            shown,
        ];
        SqliteConnection.ClearAllPools();
        lines.Sort(StringComparer.Ordinal);
        return lines;
    }

    private static OfficeDb Kept(ServerProcess process) =>
        new OfficeDbs(Database.Sqlite(Path.Combine(process.Rehearsal, "office.db"), [])).Open(new Scope.System("test"));

    /// <summary>The minutes depend on how fast the test is.</summary>
    private static string Hour(DateTimeOffset? at) =>
        at is { } moment ? TimeZoneInfo.ConvertTime(moment, WorkCalendar.Tokyo).ToString("yyyy-MM-dd'T'HH", CultureInfo.InvariantCulture) : "";

    private static async Task<Browser> BeginAsync(ServerProcess process)
    {
        await process.RehearseAsync(failpoint: null);
        Assert.False(process.HasDied, process.Output);
        var browser = new Browser(process.Caller());
        await browser.GetAsync("/sign-in");
        await browser.PostAsync("/sign-in", ("mail", Manager), ("password", "demo-office-S"));
        return browser;
    }

    private static async Task MoveAsync(Browser browser, string advance)
    {
        await browser.GetAsync("/work");
        Assert.Equal(HttpStatusCode.Redirect, await browser.PostAsync("/rehearsal/clock", ("advance", advance)));
    }

    private static async Task StartAsync(Browser browser)
    {
        await browser.GetAsync("/cases/new");
        var subject = TypedForm.Of(new JsonObject { ["subject"] = "label:利用者A" }, browser.Html).Single();
        Assert.Equal(HttpStatusCode.Redirect, await browser.PostAsync("/cases", subject, ("procedure", "plan-creation")));
    }
}
