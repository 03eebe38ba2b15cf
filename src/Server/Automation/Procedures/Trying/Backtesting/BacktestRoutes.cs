using System.Diagnostics;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Automation.Procedures.Views;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Automation.Procedures.Trying.Backtesting;

internal static class BacktestRoutes
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/procedures/{key}/backtest", Show).RequireAuthorization(Policies.DraftProcedures).RequireRateLimiting(TrialServices.Limit);

    private static async Task<IResult> Show(string key, BacktestDraft backtest, OfficeDb db, CancellationToken stop) =>
        await backtest.HandleAsync(key, db, stop) switch
        {
            Outcome<BacktestDraft.Model>.Done done => View.Of<BacktestPage, BacktestDraft.Model>(done.Value),
            Outcome<BacktestDraft.Model>.Refused => TypedResults.NotFound(),
            _ => throw new UnreachableException(),
        };
}
