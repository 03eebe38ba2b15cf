using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Office.Compliance.Views;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Office.Compliance;

/// <summary>The duties of a client: <c>/clients/{id}/duties</c>.</summary>
internal static class ComplianceRoutes
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/clients/{id:guid}/duties", Show).RequireAuthorization(Policies.Member)
            .Reveals("client-opened", "client", "利用者の情報を開いた");

    private static async Task<IResult> Show(Guid id, OfficeDb db, DutySettings settings, TimeProvider clock, CancellationToken stop) =>
        await CheckClient.HandleAsync(id, db, settings, clock, stop) is { } model
            ? View.Of<CompliancePage, CheckClient.Model>(model)
            : View.Of<ErrorPage, Problem>(Problem.NotFound, StatusCodes.Status404NotFound);
}
