using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using OfficeWorkflow.Server.Automation.Forms;
using OfficeWorkflow.Server.Automation.Work;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Bench.Durable;

/// <summary>How many rows are written for a finished work item, as the database itself counts them.</summary>
internal static class RowsPerWork
{
    private const int Cases = 20;
    private const string Key = "rows-per-work";

    private static readonly string Source = Drawing.Of(
        Key,
        $"""
        <startEvent id="start"/>{Drawing.Work("first")}{Drawing.Work("second")}<endEvent id="end"/>{Drawing.Way("start", "first", "second", "end")}
        <boundaryEvent id="late" attachedToRef="first" cancelActivity="false"><timerEventDefinition><timeDuration>P7D</timeDuration></timerEventDefinition></boundaryEvent><endEvent id="told"/>{Drawing.Way("late", "told")}
        """);

    public static async Task<Figure> MeasureAsync()
    {
        var folder = Directory.CreateTempSubdirectory("office-bench-").FullName;
        var counter = new Counter();
        var office = await BenchOffice.OpenAsync(Database.Sqlite(Path.Combine(folder, "bench.db"), [counter]));
        await office.PublishAsync(Source);
        var before = counter.Rows;
        for (var number = 0; number < Cases; number++)
        {
            var file = await office.StartAsync(Key);
            await FinishAsync(office, file.Id);
            await FinishAsync(office, file.Id);
        }

        var rows = (counter.Rows - before) / (2.0 * Cases);
        BenchOffice.LetGo(folder);
        var conditions = string.Create(
            CultureInfo.InvariantCulture,
            $"inserts, updates and deletes of SQLite's own update hook over {Cases} whole cases of two tasks and a boundary timer, their start and end included, each task finished through its form; {Machine.Conditions}");

        return new Figure("rows-per-work", Math.Round(rows, 2), "rows", Limit: null, Ratio: null, conditions);
    }

    private static async Task FinishAsync(BenchOffice office, Guid caseId)
    {
        await using var db = office.Db();
        var id = await db.Work.Where(work => work.CaseId == caseId && work.EndedAt == null).Select(static work => work.Id).SingleAsync();
        var viewer = new Viewer(Guid.CreateVersion7(), "専門員X", office.OfficeId, "相談支援事業所S", ["specialist"]);
        var work = await office.Desk.OpenAsync(id, viewer, db, CancellationToken.None) ?? throw new InvalidOperationException("The work is not there.");
        if (await FinishWork.HandleAsync(work, $"finish {id}", FormTyped.Empty, viewer, db, office.Runner, CancellationToken.None) is not Server.Answers.Outcome<Guid>.Done)
        {
            throw new InvalidOperationException("The work could not be finished.");
        }
    }

    private sealed class Counter : DbConnectionInterceptor
    {
        private long rows;

        public long Rows => Interlocked.Read(ref rows);

        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            ConnectionOpened(connection, eventData);
            return Task.CompletedTask;
        }

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) =>
            SQLitePCL.raw.sqlite3_update_hook(((SqliteConnection)connection).Handle, (SQLitePCL.delegate_update)((_, _, _, _, _) => Interlocked.Increment(ref rows)), null);
    }
}
