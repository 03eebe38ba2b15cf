using System.Net;
using System.Text.RegularExpressions;
using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Automation.Work;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Tests.Support;

namespace OfficeWorkflow.Server.Tests.Automation.Work;

/// <summary>
/// A person walks through the whole inbox, page by page, while 20 others work in it. Between two pages there are always 20 acts, whatever
/// the machine does.
/// </summary>
public abstract partial class PagingRaceTests(RunningOffice office)
{
    private const int Writers = 20;
    private const int Items = 260;

    [Theory]
    [InlineData("due")]
    [InlineData("priority")]
    [InlineData("client")]
    public async Task C8_Priority_and_stable_cursor_paging_no_row_is_seen_twice_or_missed_while_20_writers_work(string sort)
    {
        var desk = await Desk.NewAsync(office, "dueAt==date(2026, 1, 30)");
        var before = new Dictionary<Guid, WorkItem>();
        for (var number = 0; number < Items; number++)
        {
            var item = await desk.StartAsync($"利用者{number % 7}");
            before[item.Id] = item;
        }

        var walker = await desk.JoinAsync(Roles.Clerk);
        var writers = await WritersAsync(desk.Cases.OfficeId);
        var acts = Channel.CreateUnbounded<string>();
        using var done = new CancellationTokenSource();
        List<Guid> ids = [.. before.Keys];
        var writing = writers.Select((writer, number) => WriteAsync(writer, writers[(number + 1) % Writers].Staff.PersonId, ids, number, acts.Writer, done.Token)).ToList();

        var seen = await WalkAsync(walker.Browser, sort, acts.Reader);
        await done.CancelAsync();
        var told = (await Task.WhenAll(writing)).SelectMany(static answers => answers).ToLookup(static answer => answer.Act, static answer => answer.Status, StringComparer.Ordinal);

        Assert.All(["claim", "release", "completion", "assignee", "plan"], act => Assert.Contains(HttpStatusCode.OK, told[act]));
        Assert.All(told, static act => Assert.DoesNotContain(act, static status => status >= HttpStatusCode.InternalServerError));
        await ProveAsync(desk, before, seen, isMovedByDueDate: sort is not "client");
    }

    /// <summary>
    /// What was open from the first page to the last is seen once. What got a later due date stands, in an order by due date, further on: seen
    /// there, and before it if the walk had passed by.
    /// </summary>
    private static async Task ProveAsync(Desk desk, Dictionary<Guid, WorkItem> before, List<Guid> seen, bool isMovedByDueDate)
    {
        await using var db = desk.Cases.Db();
        var open = (await db.Work.AsNoTracking().Where(static work => work.EndedAt == null).ToListAsync()).Where(work => before.ContainsKey(work.Id)).ToList();
        var times = seen.CountBy(static id => id).ToDictionary();
        var moved = open.Where(work => isMovedByDueDate && work.SortAt != before[work.Id].SortAt).Select(static work => work.Id).ToHashSet();

        Assert.All(open, work => Assert.Equal((work.Id, 1), (work.Id, moved.Contains(work.Id) ? Math.Min(1, times.GetValueOrDefault(work.Id)) : times.GetValueOrDefault(work.Id))));
        Assert.All(times.Where(one => !moved.Contains(one.Key) && open.Exists(work => work.Id == one.Key)), static one => Assert.Equal(1, one.Value));
        Assert.InRange(open.Count - moved.Count, Items / 4, Items - 1);
    }

    private static async Task<List<Guid>> WalkAsync(Browser browser, string sort, ChannelReader<string> acts)
    {
        var seen = new List<Guid>();
        var next = $"/work?scope=all&sort={sort}";
        while (next is not null)
        {
            for (var act = 0; act < Writers; act++)
            {
                await acts.ReadAsync();
            }

            Assert.Equal(HttpStatusCode.OK, await browser.GetAsync(next));
            seen.AddRange(Row().Matches(browser.Html).Select(static row => Guid.Parse(row.Groups["id"].Value)));
            next = Next().Match(browser.Html) is { Success: true } found ? WebUtility.HtmlDecode(found.Groups["address"].Value) : null;
        }

        return seen;
    }

    private async Task<List<ApiCaller>> WritersAsync(Guid officeId)
    {
        var writers = new List<ApiCaller>();
        for (var number = 0; number < Writers; number++)
        {
            writers.Add(await ApiCaller.JoinAsync(office, Roles.Manager, officeId));
        }

        return writers;
    }

    /// <summary>Works until it is told to stop, always in the same order of acts and items; most of what they try somebody else was faster with.</summary>
    private static async Task<List<(string Act, HttpStatusCode Status)>> WriteAsync(
        ApiCaller writer, Guid other, List<Guid> ids, int number, ChannelWriter<string> acts, CancellationToken stop)
    {
        var answers = new List<(string, HttpStatusCode)>();
        var turn = 0;
        while (!stop.IsCancellationRequested)
        {
            // A prime and the writer's number: they meet, and one item in four is touched by nobody who ends or moves it.
            var id = ids[(number + (turn * 37)) % ids.Count];
            foreach (var (act, body) in ActsOf(turn, other, $"{number}-{turn}", mayEndOrMove: ids.IndexOf(id) % 4 != 0))
            {
                var (status, _) = await writer.SendAsync($"/api/v1/work/{id}/{act}", body);
                answers.Add((act, status));
                await acts.WriteAsync(act, CancellationToken.None);
            }

            turn++;
        }

        return answers;
    }

    private static IEnumerable<(string Act, object Body)> ActsOf(int turn, Guid other, string operation, bool mayEndOrMove)
    {
        yield return ("claim", new { });
        switch (turn % 8)
        {
            case 0 when mayEndOrMove:
                yield return ("completion", new { operationId = operation, values = new { } });
                break;
            case 1 when mayEndOrMove:
                yield return ("plan", new { dueOn = "R8.2.3", reason = "先方の都合" });
                break;
            case 2:
                yield return ("assignee", new { to = other, reason = "手が空いている" });
                break;
            default:
                yield return ("release", new { });
                break;
        }
    }

    [GeneratedRegex("data-work=\"(?<id>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Row();

    [GeneratedRegex("rel=\"next\" href=\"(?<address>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Next();

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : PagingRaceTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : PagingRaceTests(office), IClassFixture<RunningOffice.OnPostgres>;
}
