using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Office.Consents.Views;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.Consents;

internal static class ConsentRoutes
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/consents/{id:guid}", Show).RequireAuthorization(Policies.Member);
        app.MapGet("/clients/{client:guid}/consents", List).RequireAuthorization(Policies.Member);
    }

    private static async Task<IResult> Show(Guid id, OfficeDb db, CancellationToken stop) =>
        await ShowConsent.HandleAsync(id, db, stop) is { } model ? View.Of<ConsentPage, ShowConsent.Model>(model) : TypedResults.NotFound();

    private static async Task<IResult> List(Guid client, OfficeDb db, CancellationToken stop) =>
        await ListConsents.HandleAsync(client, db, stop) is { } model ? View.Of<ConsentListPage, ListConsents.Model>(model) : TypedResults.NotFound();
}
