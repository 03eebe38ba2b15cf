using System.Data.Common;
using System.Globalization;
using System.Net;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Server.Automation.Work;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Tests.Support;
using SQLitePCL;

namespace OfficeWorkflow.Server.Tests.Storage;

/// <summary>
/// What an act costs in a young office and in an old one, as SQLite itself counts it: steps of its machine and rows that it writes, which are the same
/// whatever else the machine does. How many milliseconds that is, <c>docs/bench.md</c> tells.
/// </summary>
public sealed class GrowthTests(GrowthTests.CountedOffice office) : IClassFixture<GrowthTests.CountedOffice>
{
    private const int Rounds = 20;
    private const int RowsOfOneWork = 8;

    [Fact]
    public async Task N1_An_act_costs_the_same_after_100_000_finished_cases_and_200_versions()
    {
        var cases = await Cases.NewAsync(office);
        await PublishAsync(cases, times: 1);
        var (clerk, colleague) = (await ApiCaller.JoinAsync(office, Roles.Clerk, cases.OfficeId), await ApiCaller.JoinAsync(office, Roles.Clerk, cases.OfficeId));
        var finished = await FinishedAsync(cases, colleague);
        await AgainAsync(finished, 9);
        var young = await MeasureAsync(cases, clerk);

        await PublishAsync(cases, times: 199);
        await AgainAsync(finished, 99_990);
        var old = await MeasureAsync(cases, clerk);

        await using var db = cases.Db();
        Assert.Equal(100_000, await db.Cases.CountAsync(static file => file.Status == CaseStatus.Completed));
        Assert.All(young.Keys, act => Assert.True(old[act] <= young[act] * 1.2, $"{act}: {young[act]} steps of SQLite when the office was young, {old[act]} when it is old"));
    }

    [Fact]
    public async Task N2_A_finished_work_item_writes_so_many_rows_and_no_more_however_many_came_before_it()
    {
        var cases = await Cases.NewAsync(office);
        await cases.PublishAsync("desk", new Bpmn("desk").Start().Work("first").Work("second").Boundary("late", "first", "P7D", isInterrupting: false).End().End("told")
            .Path("start", "first", "second", "end").Path("late", "told"));
        await cases.PublishAsync("circle", new Bpmn("circle").Start().Work("again").Path("start", "again", "again"));
        var clerk = await ApiCaller.JoinAsync(office, Roles.Clerk, cases.OfficeId);
        var before = office.Counter.Rows;
        for (var number = 0; number < Rounds; number++)
        {
            var file = await cases.StartAsync("desk");
            await FinishAsync(cases, clerk, file.Id);
            await FinishAsync(cases, clerk, file.Id);
        }

        Assert.InRange((office.Counter.Rows - before) / (2.0 * Rounds), 1, RowsOfOneWork);

        var round = await cases.StartAsync("circle");
        var rows = new List<long>();
        for (var number = 0; number < 100; number++)
        {
            before = office.Counter.Rows;
            await FinishAsync(cases, clerk, round.Id);
            rows.Add(office.Counter.Rows - before);
        }

        Assert.InRange(rows[^1], 1, rows[1]);
    }

    private static async Task PublishAsync(Cases cases, int times)
    {
        for (var time = 0; time < times; time++)
        {
            await cases.PublishAsync("desk", new Bpmn("desk").Start().Work("task").Work("after").End().Path("start", "task", "after", "end"));
        }
    }

    private static async Task<Guid> FinishedAsync(Cases cases, ApiCaller caller)
    {
        var file = await cases.StartAsync("desk");
        await FinishAsync(cases, caller, file.Id);
        await FinishAsync(cases, caller, file.Id);
        return file.Id;
    }

    private static async Task FinishAsync(Cases cases, ApiCaller caller, Guid caseId)
    {
        var work = (await cases.OpenWorkAsync()).Single(item => item.CaseId == caseId);
        Assert.Equal(HttpStatusCode.OK, (await caller.SendAsync($"/api/v1/work/{work.Id}/completion", new { operationId = $"op-{work.Id}" })).Status);
    }

    /// <summary>The rows of a finished case so many times more, each time with ids of their own.</summary>
    private async Task AgainAsync(Guid caseId, int times)
    {
        await using var db = office.Db();
        var numbers = new Range(await db.Cases.CountAsync(), await db.Cases.CountAsync() + times - 1);
        await CopyAsync<CaseFile>(db, numbers, $"id = '{caseId}'", nameof(CaseFile.Id), nameof(CaseFile.RootId));
        await CopyAsync<HistoryEntry>(db, numbers, $"case_id = '{caseId}'", nameof(HistoryEntry.CaseId));
        await CopyAsync<WorkItem>(db, numbers, $"case_id = '{caseId}'", nameof(WorkItem.CaseId), nameof(WorkItem.Id));
        await QueryStatistics.RenewAsync(office.Dbs, CancellationToken.None);
    }

    [System.Diagnostics.CodeAnalysis.SuppressMessage("Security", "EF1002", Justification = "The text is made of the names that the model gives its tables and columns.")]
    private static async Task CopyAsync<TRow>(OfficeDb db, Range numbers, string which, params string[] ids)
    {
        var entity = db.Model.FindEntityType(typeof(TRow))!;
        var columns = entity.GetProperties().Select(static property => (property.Name, Column: $"\"{property.GetColumnName()}\"")).ToList();
        var table = $"\"{entity.GetTableName()}\"";

        // The first eight digits tell the copies apart, the others the rows of one case.
        // Nor did all happen at one moment.
        var values = columns.Select(column => ids.Contains(column.Name, StringComparer.Ordinal) ? $"printf('%08X', n.i) || substr(one.{column.Column}, 9)"
            : column.Name is nameof(CaseFile.StartedAt) or nameof(CaseFile.EndedAt) ? $"strftime('%Y-%m-%d %H:%M:%S', one.{column.Column}, '-' || n.i || ' minutes')"
            : $"one.{column.Column}");
        await db.Database.ExecuteSqlRawAsync(string.Create(CultureInfo.InvariantCulture, $"""
            INSERT INTO {table} ({string.Join(", ", columns.Select(static column => column.Column))})
            WITH RECURSIVE n(i) AS (SELECT {numbers.Start.Value} UNION ALL SELECT i + 1 FROM n WHERE i < {numbers.End.Value})
            SELECT {string.Join(", ", values)} FROM (SELECT * FROM {table} WHERE {which} COLLATE NOCASE) AS one, n
            """));
    }

    /// <summary>Of each act what 95 of 100 do not exceed.</summary>
    private async Task<Dictionary<string, long>> MeasureAsync(Cases cases, ApiCaller clerk)
    {
        var all = new Dictionary<string, List<long>>(StringComparer.Ordinal);
        for (var round = 0; round <= Rounds; round++)
        {
            CaseFile? file = null;
            await CountAsync("start", async () => file = await cases.StartAsync("desk"));
            var work = (await cases.OpenWorkAsync()).Single(item => item.CaseId == file!.Id);
            await CountAsync("inbox", () => ShowAsync(clerk, "/work?scope=roles"));
            await CountAsync("work", () => ShowAsync(clerk, $"/work/{work.Id}"));
            await CountAsync("finish", () => FinishAsync(cases, clerk, file!.Id));
            await CountAsync("case", () => ShowAsync(clerk, $"/cases/{file!.Id}"));
            await CountAsync("cases", () => ShowAsync(clerk, "/cases?status=Open"));
            await cases.CancelAsync(file!.Id);
        }

        // The first round also learns what is learned once.
        return all.ToDictionary(static act => act.Key, static act => act.Value.Skip(1).Order().ElementAt((Rounds * 95 / 100) - 1), StringComparer.Ordinal);

        async Task CountAsync(string act, Func<Task> doing)
        {
            var before = office.Counter.Steps;
            await doing();
            all.TryAdd(act, []);
            all[act].Add(office.Counter.Steps - before);
        }
    }

    private static async Task ShowAsync(ApiCaller clerk, string page) => Assert.Equal(HttpStatusCode.OK, await clerk.Staff.Browser.GetAsync(page));

    public sealed class CountedOffice : RunningOffice.OnSqlite
    {
        internal Counting Counter { get; } = new();

        protected override IEnumerable<IInterceptor> Onlookers => [Counter];
    }

    /// <summary>Counts in every connection that is opened.</summary>
    internal sealed class Counting : DbConnectionInterceptor
    {
        private long rows;
        private long steps;

        /// <summary>Inserted, updated and deleted.</summary>
        public long Rows => Interlocked.Read(ref rows);

        /// <summary>Steps of SQLite's machine, in tens.</summary>
        public long Steps => Interlocked.Read(ref steps);

        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            ConnectionOpened(connection, eventData);
            return Task.CompletedTask;
        }

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            var handle = ((SqliteConnection)connection).Handle;
            raw.sqlite3_update_hook(handle, (delegate_update)((_, _, _, _, _) => Interlocked.Increment(ref rows)), null);
            raw.sqlite3_progress_handler(handle, 10, (delegate_progress)(_ => Stepped()), null);
        }

        private int Stepped()
        {
            Interlocked.Increment(ref steps);
            return 0;
        }
    }
}
