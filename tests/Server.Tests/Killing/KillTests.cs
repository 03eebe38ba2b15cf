using System.Net;
using OfficeWorkflow.Server.Tests.Support;
using Xunit.Abstractions;

namespace OfficeWorkflow.Server.Tests.Killing;

public sealed class KillTests(ITestOutputHelper output)
{
    /// <summary>In the order in which the walk comes to them; <c>#n</c> where an earlier time would be of another kind.</summary>
    private static readonly string[] Failpoints =
    [
        "before:started", "after:started", "before:other", "after:other", "before:work-finished", "after:work-finished",
        "before:child-ended", "after:child-ended",
        "before:service-done", "after:service-done", "before:perform", "before:sending", "after:sending",
        "before:timer-fired", "after:timer-fired",
        "after:perform", "before:entry-marked", "after:entry-marked", "before:claim#9", "after:claim#9",
        "before:message-kept", "after:message-kept", "before:message-arrived", "after:message-arrived",
    ];

    [Fact]
    public async Task B19_Killed_at_every_failpoint_of_the_walk_nothing_is_lost_or_doubled()
    {
        var undisturbed = WalkAsync([]);
        var killed = await WalkAsync(Failpoints);

        output.WriteLine(string.Join('\n', killed.Deaths));
        Assert.Equal(Failpoints, killed.Deaths.Select(static death => death.Split(' ')[0]));
        Assert.Equal((await undisturbed).Remains, killed.Remains);
        Assert.NotEmpty(killed.Doubts);
        Assert.All(killed.Doubts, static page => Assert.Contains("送信済みかもしれない", page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_normal_start_ignores_the_failpoint()
    {
        await using var process = new ServerProcess();
        await process.OpenAsync("before:other");
        var browser = new Browser(process.Caller());
        await browser.GetAsync("/sign-in");

        var status = await browser.PostAsync("/sign-in", ("mail", "x@office-s.example.jp"), ("password", "demo-office-S"));

        Assert.Equal(HttpStatusCode.Redirect, status);
        Assert.False(process.HasDied);
    }

    private static async Task<(IReadOnlyList<string> Remains, IReadOnlyList<string> Deaths, IReadOnlyList<string> Doubts)> WalkAsync(string[] failpoints)
    {
        await using var process = new ServerProcess();
        var server = new Guarded(process, failpoints);
        var walk = new CaseAWalk(server);
        await walk.WalkAsync();
        var doubts = await walk.DecideAsync();
        await process.KillAsync();
        return (await Remains.OfAsync(process.Rehearsal), server.Deaths, doubts);
    }
}
