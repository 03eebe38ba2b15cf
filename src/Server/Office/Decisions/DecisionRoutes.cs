using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Office.Decisions.Views;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.Decisions;

internal static class DecisionRoutes
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/decisions/{id:guid}", Show).RequireAuthorization(Policies.Member)
        .Reveals("decision-opened", "decision", "支給決定の記録を開いた");

    private static async Task<IResult> Show(Guid id, OfficeDb db, CancellationToken stop) =>
        await ShowDecision.HandleAsync(id, db, stop) is { } model ? View.Of<DecisionPage, ShowDecision.Model>(model) : TypedResults.NotFound();
}
