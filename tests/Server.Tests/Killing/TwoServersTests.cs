using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Server.Automation.Work;
using OfficeWorkflow.Server.Outbox;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Tests.Support;
using Xunit.Abstractions;

namespace OfficeWorkflow.Server.Tests.Killing;

public sealed class TwoServersTests(ITestOutputHelper output)
{
    private const int Cases = 60;
    private const int BeforeTheKill = 25;

    private static readonly string[] Subjects = [.. Enumerable.Range(0, Cases).Select(static number => string.Create(CultureInfo.InvariantCulture, $"client-{number}"))];
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    [Fact]
    public async Task N4_Of_two_servers_on_one_PostgreSQL_one_is_killed_under_load_and_the_other_ends_what_both_began_once()
    {
        var database = await Postgres.NewDatabaseAsync();
        string[] settings = ["--Database:Provider=postgres", $"--Database:ConnectionString={database}"];
        await using var staying = new ServerProcess();
        await using var dying = new ServerProcess();
        await Task.WhenAll(staying.OpenAsync(failpoint: null, settings), dying.OpenAsync(failpoint: null, settings));
        Assert.False(staying.HasDied || dying.HasDied, staying.Output + dying.Output);
        var token = (await staying.CommandAsync(["token", "create", "--person", "x@office-s.example.jp", .. settings])).Said.Trim();
        var acknowledged = 0;
        var killed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

        await Task.WhenAll(Enumerable.Range(0, Cases).Select(async number =>
        {
            await BeginAsync(number % 2 == 0 ? staying : dying, staying, token, number);
            if (Interlocked.Increment(ref acknowledged) == BeforeTheKill)
            {
                await dying.KillAsync();
                killed.SetResult();
            }
        }));
        await killed.Task;

        await using var db = Open(database);
        var files = await db.Cases.Where(file => Subjects.Contains(file.Subject!)).Select(static file => new { file.Id, file.Subject }).ToListAsync();
        Assert.Equal(Subjects.Order(StringComparer.Ordinal), files.Select(static file => file.Subject).Order(StringComparer.Ordinal));
        var begun = files.Select(static file => file.Id).ToArray();
        await RestsAsync(database, begun);
        var work = await db.Work.Where(one => begun.Contains(one.CaseId)).Select(static one => new { one.CaseId, one.NodeId }).ToListAsync();
        var each = work.GroupBy(static one => one.CaseId).Select(static one => string.Join(' ', one.Select(static item => item.NodeId).Order(StringComparer.Ordinal))).ToList();
        output.WriteLine($"{each.Count} cases, each with: {each[0]}");
        Assert.Equal(Cases, each.Count);
        Assert.Single(each.Distinct(StringComparer.Ordinal));
        Assert.Equal(0, (await staying.CommandAsync(["doctor", .. settings])).Code);
    }

    /// <summary>Asks the one server, and where that is gone the other, with the same key: a start that the dead one still made is found again.</summary>
    private static async Task BeginAsync(ServerProcess first, ServerProcess other, string token, int number)
    {
        try
        {
            await BeginAsync(first, token, number);
        }
        catch (HttpRequestException)
        {
            await BeginAsync(other, token, number);
        }
    }

    private static async Task BeginAsync(ServerProcess server, string token, int number)
    {
        using var http = server.Caller();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/api/v1/cases", UriKind.Relative))
        {
            Content = JsonContent.Create(new { procedure = "plan-creation", subject = Subjects[number] }),
        };
        request.Headers.Add("Idempotency-Key", $"start of {Subjects[number]}");
        using var answer = await http.SendAsync(request);
        var said = await answer.Content.ReadAsStringAsync();

        // It was begun, and the server died before the answer was kept.
        Assert.True(answer.StatusCode is HttpStatusCode.Created || said.Contains("answer-lost", StringComparison.Ordinal), said);
    }

    /// <summary>Until nothing of these cases is on its way any more; what the dead server had in hand is free when its minute is over.</summary>
    private static async Task RestsAsync(string database, Guid[] cases)
    {
        using var limit = new CancellationTokenSource(Patience);
        using var turns = new PeriodicTimer(TimeSpan.FromMilliseconds(250));
        while (await turns.WaitForNextTickAsync(limit.Token))
        {
            await using var db = Open(database);
            if (!await db.Outbox.AnyAsync(entry => cases.Contains(entry.CaseId!.Value) && (entry.State == OutboxState.Waiting || entry.State == OutboxState.Sending), limit.Token)
                && !await db.Cases.AnyAsync(file => cases.Contains(file.Id) && file.State == "", limit.Token))
            {
                return;
            }
        }
    }

    private static OfficeDb Open(string database) => new OfficeDbs(Database.Postgres(database, [])).Open(new Scope.System("test"));
}
