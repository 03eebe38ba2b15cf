using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.App.Api;
using OfficeWorkflow.Server.Automation.Jobs;
using OfficeWorkflow.Server.Automation.Work;
using OfficeWorkflow.Server.Channels.Webhooks;
using OfficeWorkflow.Server.Office.Arriving;
using OfficeWorkflow.Server.Outbox;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.App.Housekeeping;

/// <summary>Deletes what only served an exchange and is no evidence of anything, a little at a time: whoever works meanwhile has their turn in between.</summary>
internal static class Retain
{
    /// <summary>Rows of one commit.</summary>
    public const int Batch = 1_000;

    private static readonly TimeSpan Answers = TimeSpan.FromDays(30);
    private static readonly TimeSpan Slice = TimeSpan.FromHours(1);
    private static readonly TimeSpan Links = TimeSpan.FromDays(30);
    private static readonly TimeSpan Books = TimeSpan.FromDays(30);
    private static readonly TimeSpan Asked = TimeSpan.FromDays(1);
    private static readonly TimeSpan Told = TimeSpan.FromDays(90);
    private static readonly TimeSpan Runs = TimeSpan.FromDays(400);

    /// <returns>How many rows are gone.</returns>
    public static async Task<int> HandleAsync(OfficeDbs dbs, TimeProvider clock, CancellationToken stop)
    {
        await using var db = dbs.Open(new Scope.System("calendar"));
        var now = clock.GetUtcNow();
        var (answers, links, books, runs, asked, told) = (now - Answers, now - Links, now - Books, now - Runs, now - Asked, now - Told);
        return await AnswersAsync(db, answers, stop)
            + await PurgeAsync(db, db.WelcomeLinks.Where(row => row.ExpiresAt < links), stop)
            + await PurgeAsync(db, db.SignInSessions.Where(row => row.SeenAt < links), stop)
            + await PurgeAsync(db, db.Outbox.Where(row => row.Kind == WebhookMessage.EntryKind && row.EndedAt < told), stop)
            + await PurgeAsync(db, db.LostPasswords.Where(row => row.AskedAt < asked), stop)
            + await PurgeAsync(db, db.Arrivals.Where(row => row.State == ArrivalState.Shown && row.BroughtAt < books), stop)
            + await db.InTransactionAsync(inner => db.DoneInBulk.Where(row => row.At < answers).ExecuteDeleteAsync(inner), stop)
            + await db.InTransactionAsync(inner => db.JobRuns.Where(row => row.EndedAt < runs).ExecuteDeleteAsync(inner), stop);
    }

    private static async Task<int> PurgeAsync<TRow>(OfficeDb db, IQueryable<TRow> old, CancellationToken stop)
        where TRow : class
    {
        var (gone, rows) = (0, 0);
        do
        {
            rows = await db.InTransactionAsync(inner => old.Take(Batch).ExecuteDeleteAsync(inner), stop);
            gone += rows;
        }
        while (rows == Batch);

        return gone;
    }

    /// <summary>An hour of them at a time: their key is of two parts, and a delete of so many of those would read the whole table each time.</summary>
    private static async Task<int> AnswersAsync(OfficeDb db, DateTimeOffset before, CancellationToken stop)
    {
        var gone = 0;
        while (await db.Set<AnsweredRequest>().Where(row => row.At < before).MinAsync(static row => (DateTimeOffset?)row.At, stop) is { } first)
        {
            var until = first + Slice < before ? first + Slice : before;
            gone += await db.InTransactionAsync(inner => db.Set<AnsweredRequest>().Where(row => row.At < until).ExecuteDeleteAsync(inner), stop);
        }

        return gone;
    }
}
