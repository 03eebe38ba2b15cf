using OfficeWorkflow.Server.Automation.Jobs;
using OfficeWorkflow.Server.Outbox;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.App;

/// <summary>Whether the server does its work: the database answers and everything that runs by itself ran lately.</summary>
internal static class HealthRoutes
{
    private static readonly TimeSpan Lately = TimeSpan.FromMinutes(2);

    public static void Map(WebApplication app) => app.MapGet("/health", Show).AllowAnonymous().ExcludeFromDescription();

    private static async Task<IResult> Show(
        OfficeDbs dbs, Pump pump, PumpPulse pulse, Settings settings, TimeProvider clock, CancellationToken stop)
    {
        var wrong = new List<string>();
        await using var db = dbs.Open(new Scope.System("health"));
        var now = clock.GetUtcNow();
        if (!await db.Database.CanConnectAsync(stop))
        {
            wrong.Add("database");
        }
        else if (await CalendarHealth.IsLateAsync(db, now, stop))
        {
            wrong.Add("calendar");
        }

        if (settings.PumpRuns)
        {
            wrong.AddRange(pump.Sources.Select(static source => source.Name).Where(name => !pulse.IsFresh(name, now, Lately)));
        }

        return TypedResults.Json(
            new { status = wrong.Count == 0 ? "ok" : "failing", failing = wrong },
            statusCode: wrong.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }
}
