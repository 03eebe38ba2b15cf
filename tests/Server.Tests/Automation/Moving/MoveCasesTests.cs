using System.Data.Common;
using System.Globalization;
using System.Net;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Server.Automation.Cases.Moving;
using OfficeWorkflow.Server.Automation.Procedures;
using OfficeWorkflow.Server.Automation.Running;
using OfficeWorkflow.Server.Automation.Running.Timers;
using OfficeWorkflow.Server.Offices;
using OfficeWorkflow.Server.Outbox;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Tests.Automation.Procedures.Releasing;
using OfficeWorkflow.Server.Tests.Support;
using OfficeWorkflow.Workflows.Timing;

namespace OfficeWorkflow.Server.Tests.Automation.Moving;

public abstract class MoveCasesTests(RunningOffice office)
{
    [Fact]
    public async Task K6_One_case_then_the_rest_are_moved_with_the_chosen_date_and_the_way_back_returns_them()
    {
        var release = await Releases.OpenAsync(office);
        var files = await release.RunningAsync(Releases.Drawn("P3D"), cases: 3);
        var due = await DuesAsync(release);
        await PublishNextAsync(release, "P14D", "more");

        await release.Page.GetAsync("/procedures/p/move?to=2");
        Assert.Contains("選ぶことがあります 3 件", release.Page.Text, StringComparison.Ordinal);
        Assert.Contains("のまま / 移すときから数えて", release.Page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, await release.Page.PostAsync("/procedures/p/move", ("which", "all")));

        await release.Page.GetAsync("/procedures/p/move?to=2&timer:remind=keep");
        Assert.Contains("移せます 3 件", release.Page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, await release.Page.PostAsync("/procedures/p/move", ("which", "one")));
        await office.DrainAsync();
        Assert.Equal([2, 1, 1], await NumbersAsync(release, files.Select(static file => file.Id)));
        await release.Page.FollowAsync();
        Assert.Contains("移しました：1 件", release.Page.Text, StringComparison.Ordinal);

        await release.Page.GetAsync("/procedures/p/move?to=2&timer:remind=again");
        await release.Page.PostAsync("/procedures/p/move", ("which", "all"));
        await office.DrainAsync();
        Assert.Equal([2, 2, 2], await NumbersAsync(release, files.Select(static file => file.Id)));
        var moved = await DuesAsync(release);
        Assert.Equal(due[0], moved[0]);
        Assert.True(moved[1] > due[1].AddDays(10) && moved[2] > due[2].AddDays(10));

        await GoBackAsync(release);
        Assert.Equal([3, 3, 3], await NumbersAsync(release, files.Select(static file => file.Id)));
        foreach (var work in await release.Cases.OpenWorkAsync())
        {
            await release.Cases.FinishAsync(work);
        }

        Assert.Empty(await release.Cases.OpenWorkAsync());
    }

    [Fact]
    public async Task Cases_move_on_the_day_they_were_put_down_for_once_and_those_begun_meanwhile_too()
    {
        var release = await Releases.OpenAsync(office);
        var first = (await release.RunningAsync(Releases.Drawn("P30D"), cases: 1))[0];
        var day = CivilTime.DayOf(office.Clock.GetUtcNow(), WorkCalendar.Tokyo).AddDays(5);
        await PutAllDownAsync(release, day);
        var later = await release.Cases.StartAsync("p");
        await office.DrainAsync();
        Assert.Equal([1, 1], await NumbersAsync(release, [first.Id, later.Id]));

        await UntilAsync(day);

        Assert.Equal([2, 2], await NumbersAsync(release, [first.Id, later.Id]));
        await using var db = release.Cases.Db();
        Assert.Equal(2, await db.MoveItems.CountAsync(static item => item.State == MoveState.Moved));
        Assert.Equal(2, await db.History.CountAsync(static entry => entry.Told == "Moved"));
    }

    [Fact]
    public async Task K6_What_was_put_down_can_be_taken_back_before_its_day()
    {
        var release = await Releases.OpenAsync(office);
        var file = (await release.RunningAsync(Releases.Drawn("P30D"), cases: 1))[0];
        await PublishNextAsync(release, "P30D", "more");
        var day = CivilTime.DayOf(office.Clock.GetUtcNow(), WorkCalendar.Tokyo).AddDays(3);
        await release.Page.GetAsync("/procedures/p/move?to=2");
        await release.Page.PostAsync("/procedures/p/move", ("which", "all"), ("on", Typed(day)));
        await release.Page.FollowAsync();
        await using (var db = release.Cases.Db())
        {
            await release.Page.PostAsync($"/procedures/p/moves/{(await db.MoveBatches.SingleAsync()).Id}/withdrawal");
        }

        office.Clock.Advance(TimeSpan.FromDays(4));
        await office.DrainAsync();
        Assert.Equal([1], await NumbersAsync(release, [file.Id]));
    }

    [Fact]
    public async Task K6_What_still_waits_is_taken_back_while_the_move_is_under_way()
    {
        var release = await Releases.OpenAsync(office);
        var files = await release.RunningAsync(Releases.Drawn("P30D"), cases: 3);
        await PublishNextAsync(release, "P30D", "more");
        await release.Page.GetAsync("/procedures/p/move?to=2");
        await release.Page.PostAsync("/procedures/p/move", ("which", "all"));
        await using var db = release.Cases.Db();
        var asRead = await db.MoveItems.ToListAsync();

        var withdrawn = new AtTheSecondCase(async () => await WithdrawMove.HandleAsync(asRead[0].BatchId, db, office.Clock, CancellationToken.None));
        await SourceOf(withdrawn.DbsOf(office)).PerformDueAsync(CancellationToken.None);
        office.Clock.Advance(Claims.Lease + TimeSpan.FromSeconds(1));
        await office.DrainAsync();

        Assert.Equal([1, 1, 2], (await NumbersAsync(release, files.Select(static file => file.Id))).Order());
        await using var after = release.Cases.Db();
        Assert.Equal([MoveState.Moved, MoveState.Withdrawn, MoveState.Withdrawn], (await after.MoveItems.Select(static item => item.State).ToListAsync()).Order());
        Assert.Equal(1, await after.Audit.CountAsync(static row => row.Act == "cases-move-withdrawn"));
    }

    /// <summary>Does something when the pump has moved one case and takes up the next.</summary>
    private sealed class AtTheSecondCase(Func<Task> act) : DbCommandInterceptor
    {
        private int taken;

        public OfficeDbs DbsOf(RunningOffice office)
        {
            var text = office.Dbs.Database.ConnectionString;
            return new OfficeDbs(office.Dbs.Database.Provider is DatabaseProvider.Sqlite
                ? Database.Sqlite(new SqliteConnectionStringBuilder(text).DataSource, [this])
                : Database.Postgres(text, [this]));
        }

        public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            if (command.CommandText.Contains("move_batches", StringComparison.Ordinal) && ++taken == 2)
            {
                await act();
            }

            return result;
        }
    }

    [Fact]
    public async Task Cases_put_down_for_a_version_that_was_gone_back_from_stay_and_can_be_moved_to_the_newer_one()
    {
        var release = await Releases.OpenAsync(office);
        var files = await release.RunningAsync(Releases.Drawn("P30D"), cases: 2);
        var day = CivilTime.DayOf(office.Clock.GetUtcNow(), WorkCalendar.Tokyo).AddDays(5);
        await PutAllDownAsync(release, day);

        await release.Page.GetAsync("/procedures/p/restoring?to=1");
        Assert.Contains("ほかの版へ移す予定の案件が 2 件あります", release.Page.Text, StringComparison.Ordinal);
        await release.Page.PostAsync("/procedures/p/restoring");
        await release.Page.FollowAsync();
        Assert.Contains("ほかの版へ移す予定だった案件のうち 2 件は、第3版を公開したため、移しませんでした", release.Page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("移す予定です", release.Page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, await release.Page.PostAsync("/procedures/p/move", ("which", "one")));
        await office.DrainAsync();
        await release.Page.GetAsync("/procedures/p/move?to=3");
        Assert.Contains("移す予定だった案件のうち 1 件は", release.Page.Text, StringComparison.Ordinal);
        var later = await release.Cases.StartAsync("p");
        await UntilAsync(day);

        Assert.Equal([3, 1, 3], await NumbersAsync(release, [files[0].Id, files[1].Id, later.Id]));
        await using var db = release.Cases.Db();
        Assert.Equal(3, await db.MoveItems.CountAsync(static item => item.Code == "version-overtaken" && item.State == MoveState.Withdrawn));
        Assert.Equal(1, await db.Audit.CountAsync(static row => row.Act == "cases-move-withdrawn"));
    }

    [Theory]
    [InlineData(4, 1)]
    [InlineData(5, 1)]
    [InlineData(6, 2)]
    public async Task Cases_put_down_for_a_day_move_on_it_unless_a_newer_version_is_in_use_by_then(int begins, int number)
    {
        var release = await Releases.OpenAsync(office);
        var file = (await release.RunningAsync(Releases.Drawn("P30D"), cases: 1))[0];
        var today = CivilTime.DayOf(office.Clock.GetUtcNow(), WorkCalendar.Tokyo);
        await PutAllDownAsync(release, today.AddDays(5));
        await release.DraftAsync(Releases.Drawn("P30D", "more", "evenmore"));
        Assert.Equal(HttpStatusCode.Redirect, await release.PublishAsync(Typed(today.AddDays(begins))));

        await UntilAsync(today.AddDays(5));

        Assert.Equal([number], await NumbersAsync(release, [file.Id]));
    }

    /// <summary>Publishes the next version for a day and puts down all cases for it.</summary>
    private static async Task PutAllDownAsync(Releases release, DateOnly day)
    {
        await release.DraftAsync(Releases.Drawn("P30D", "more"));
        await release.PublishAsync(Typed(day));
        await release.Page.FollowAsync();
        Assert.Equal(HttpStatusCode.Redirect, await release.Page.PostAsync("/procedures/p/move", ("which", "all")));
    }

    private async Task UntilAsync(DateOnly day)
    {
        office.Clock.MoveTo(CivilTime.At(day, TimeOnly.MinValue, WorkCalendar.Tokyo)!.Value);
        await office.DrainAsync();
        await office.DrainAsync();
    }

    private static string Typed(DateOnly day) => day.ToString("yyyy/M/d", CultureInfo.InvariantCulture);

    [Fact]
    public async Task A_case_that_went_on_where_it_cannot_be_moved_stays_with_the_reason_and_the_others_move()
    {
        var release = await Releases.OpenAsync(office);
        var files = await release.RunningAsync(Releases.Drawn("P30D", "second"), cases: 2);
        await PublishNextAsync(release, "P30D", "third");
        var day = CivilTime.DayOf(office.Clock.GetUtcNow(), WorkCalendar.Tokyo).AddDays(3);
        await release.Page.GetAsync("/procedures/p/move?to=2");
        await release.Page.PostAsync("/procedures/p/move", ("which", "all"), ("on", Typed(day)));
        await release.Cases.FinishAsync((await release.Cases.OpenWorkAsync()).First(work => work.CaseId == files[0].Id));

        office.Clock.Advance(TimeSpan.FromDays(4));
        await office.DrainAsync();

        Assert.Equal([1, 2], await NumbersAsync(release, files.Select(static file => file.Id)));
        await using var db = release.Cases.Db();
        Assert.Equal("node-gone", (await db.MoveItems.SingleAsync(static item => item.State == MoveState.Refused)).Code);
    }

    [Fact]
    public async Task K10_Batch_killed_between_any_two_statements_goes_on_and_moves_every_case_once_and_whole()
    {
        var release = await Releases.OpenAsync(office);
        var files = await release.RunningAsync(Releases.Drawn("P30D"), cases: 6);
        await PublishNextAsync(release, "P30D", "more");
        await release.Page.GetAsync("/procedures/p/move?to=2");
        Assert.Equal(HttpStatusCode.Redirect, await release.Page.PostAsync("/procedures/p/move", ("which", "all")));

        var deaths = 0;
        do
        {
            using var dying = new Dying(++deaths);
            await dying.DoAsync(() => SourceOf(dying.DbsOf(office)).PerformDueAsync(dying.Stop));
            await IsWholeAsync(release, files.Select(static file => file.Id));
            office.Clock.Advance(Claims.Lease + TimeSpan.FromSeconds(1));
        }
        while ((await NumbersAsync(release, files.Select(static file => file.Id))).Contains(1));

        Assert.True(deaths > files.Count, $"only {deaths} deaths");
        await release.Page.FollowAsync();
        Assert.Contains("移しました：6 件 これから：0 件", release.Page.Text, StringComparison.Ordinal);
    }

    private MoveSource SourceOf(OfficeDbs dbs)
    {
        T Get<T>()
            where T : notnull => office.Services.GetRequiredService<T>();
        return new MoveSource(dbs, Get<CaseRunner>(), Get<ProcedureLibrary>(), Get<OfficeCalendars>(), office.Clock, NullLogger<MoveSource>.Instance);
    }

    /// <summary>Of each case its version, its history, its audit and the line of the batch say the same.</summary>
    private static async Task IsWholeAsync(Releases release, IEnumerable<Guid> cases)
    {
        var ids = cases.ToList();
        var numbers = await NumbersAsync(release, ids);
        await using var db = release.Cases.Db();
        var told = await db.History.Where(static entry => entry.Told == "Moved").Select(static entry => entry.CaseId).ToListAsync();
        var noted = await db.Audit.Where(static row => row.Act == "case-moved").Select(static row => row.CaseId!.Value).ToListAsync();
        var items = await db.MoveItems.Where(static item => item.State == MoveState.Moved).Select(static item => item.CaseId!.Value).ToListAsync();
        var moved = ids.Where((_, place) => numbers[place] == 2).Order().ToList();
        Assert.Equal(moved, told.Order());
        Assert.Equal(moved, noted.Order());
        Assert.Equal(moved, items.Order());
    }

    private async Task GoBackAsync(Releases release)
    {
        await release.Page.GetAsync("/procedures/p/restoring?to=1");
        await release.Page.PostAsync("/procedures/p/restoring");
        await release.Page.FollowAsync();
        await release.Page.GetAsync("/procedures/p/move?to=3&back=true&timer:remind=keep");
        await release.Page.PostAsync("/procedures/p/move", ("which", "all"));
        await office.DrainAsync();
    }

    private static async Task PublishNextAsync(Releases release, string wait, params string[] more)
    {
        await release.DraftAsync(Releases.Drawn(wait, more));
        Assert.Equal(HttpStatusCode.Redirect, await release.PublishAsync());
    }

    private static async Task<IReadOnlyList<DateTimeOffset>> DuesAsync(Releases release)
    {
        await using var db = release.Cases.Db();
        return await (
            from timer in db.Timers
            join file in db.Cases on timer.CaseId equals file.Id
            where timer.State == TimerState.Armed
            orderby file.StartedAt
            select timer.DueAt).ToListAsync();
    }

    private static async Task<IReadOnlyList<int>> NumbersAsync(Releases release, IEnumerable<Guid> cases)
    {
        await using var db = release.Cases.Db();
        var numbers = await (from file in db.Cases join version in db.ProcedureVersions on file.VersionId equals version.Id select new { file.Id, version.Number }).ToDictionaryAsync(static row => row.Id, static row => row.Number);
        return [.. cases.Select(id => numbers[id])];
    }

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : MoveCasesTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : MoveCasesTests(office), IClassFixture<RunningOffice.OnPostgres>;
}
