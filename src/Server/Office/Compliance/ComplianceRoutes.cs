using System.Security.Claims;
using Microsoft.AspNetCore.Mvc;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Office.Compliance.Views;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Office.Compliance;

/// <summary>The duties of a client, <c>/clients/{id}/duties</c>, and what the office decides about them.</summary>
internal static class ComplianceRoutes
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/clients/{id:guid}/duties", Show).RequireAuthorization(Policies.Member)
            .Reveals("client-opened", "client", "利用者の情報を開いた");
        app.MapGet("/settings/duties", ShowSettings).RequireAuthorization(Policies.Administer);
        app.MapPost("/settings/duties", PostSettings).RequireAuthorization(Policies.Administer);
    }

    private static async Task<IResult> Show(Guid id, OfficeDb db, DutySettings settings, TimeProvider clock, CancellationToken stop) =>
        await CheckClient.HandleAsync(id, db, await KeepDuties.OfAsync(db, settings, stop), clock, stop) is { } model
            ? View.Of<CompliancePage, CheckClient.Model>(model)
            : View.Of<ErrorPage, Problem>(Problem.NotFound, StatusCodes.Status404NotFound);

    private static async Task<IResult> ShowSettings(bool? kept, OfficeDb db, DutySettings standard, CancellationToken stop) =>
        View.Of<DutiesSettingsPage, KeepDuties.Model>(await KeepDuties.ShowAsync(typed: null, kept == true, [], db, standard, stop));

    private static async Task<IResult> PostSettings(
        [FromForm] KeepDuties.Form form, ClaimsPrincipal user, OfficeDb db, DutySettings standard, TimeProvider clock, CancellationToken stop) =>
        await KeepDuties.HandleAsync(form, Session.RequiredOf(user), db, clock, stop) is { } no
            ? View.Of<DutiesSettingsPage, KeepDuties.Model>(await KeepDuties.ShowAsync(form, isKept: false, [.. no.All], db, standard, stop), 422)
            : TypedResults.LocalRedirect("/settings/duties?kept=true");
}
