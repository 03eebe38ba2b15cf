using System.Diagnostics;
using System.Globalization;
using System.Net;
using OfficeWorkflow.Server.Tests.Support;

namespace OfficeWorkflow.Server.Tests.Killing;

/// <summary>The server in a network namespace of its own, in which nothing is.</summary>
public sealed class OfflineTests
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task M7_Without_any_network_a_case_goes_from_the_first_visit_to_the_delivered_plan()
    {
        await using var process = new ServerProcess { IsOffline = true };
        var server = new Guarded(process, []);

        await new CaseAWalk(server).WalkAsync();

        Assert.Equal(["lo"], InterfacesOf(process));
        Assert.Empty(server.Deaths);
    }

    [Fact]
    public async Task N3_One_process_with_one_file_is_a_whole_office_and_answers_within_half_a_minute_of_its_first_start()
    {
        await using var process = new ServerProcess { IsOffline = true };
        var started = Stopwatch.GetTimestamp();
        await process.OpenAsync(failpoint: null);
        var browser = new Browser(process.Caller());
        await browser.GetAsync("/sign-in");
        await browser.PostAsync("/sign-in", ("mail", "x@office-s.example.jp"), ("password", "demo-office-S"));
        Assert.Equal(HttpStatusCode.OK, await browser.GetAsync("/work"));

        Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.Zero, LongestStart);
        Assert.Equal("", await File.ReadAllTextAsync(Proc(process, $"task/{process.Id.ToString(CultureInfo.InvariantCulture)}/children")));
        Assert.Equal(["office.db"], Directory.GetFiles(process.Folder, "*.db", SearchOption.AllDirectories).Select(Path.GetFileName));
    }

    private static IEnumerable<string> InterfacesOf(ServerProcess process) =>
        File.ReadLines(Proc(process, "net/dev")).Skip(2).Select(static line => line.Split(':')[0].Trim());

    private static string Proc(ServerProcess process, string what) => $"/proc/{process.Id.ToString(CultureInfo.InvariantCulture)}/{what}";
}
