using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.App.Api;
using OfficeWorkflow.Server.Automation.Jobs;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.App.Housekeeping;

/// <summary>Deletes what only served an exchange and is no evidence of anything.</summary>
internal static class Retain
{
    private static readonly TimeSpan Answers = TimeSpan.FromDays(30);
    private static readonly TimeSpan Links = TimeSpan.FromDays(30);
    private static readonly TimeSpan Asked = TimeSpan.FromDays(1);
    private static readonly TimeSpan Runs = TimeSpan.FromDays(400);

    /// <returns>How many rows are gone.</returns>
    public static async Task<int> HandleAsync(OfficeDbs dbs, TimeProvider clock, CancellationToken stop)
    {
        await using var db = dbs.Open(new Scope.System("calendar"));
        var now = clock.GetUtcNow();
        var (answers, links, runs, asked) = (now - Answers, now - Links, now - Runs, now - Asked);
        return await db.InTransactionAsync(
            async inner =>
                await db.Set<AnsweredRequest>().Where(row => row.At < answers).ExecuteDeleteAsync(inner)
                + await db.WelcomeLinks.Where(row => row.ExpiresAt < links).ExecuteDeleteAsync(inner)
                + await db.SignInSessions.Where(row => row.SeenAt < links).ExecuteDeleteAsync(inner)
                + await db.LostPasswords.Where(row => row.AskedAt < asked).ExecuteDeleteAsync(inner)
                + await db.JobRuns.Where(row => row.EndedAt < runs).ExecuteDeleteAsync(inner),
            stop);
    }
}
