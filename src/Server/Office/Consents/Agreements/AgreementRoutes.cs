using System.Diagnostics;
using System.Security.Claims;
using Microsoft.AspNetCore.Mvc;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Office.Consents.Agreements.Views;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.Consents.Agreements;

internal static class AgreementRoutes
{
    public static void Map(IEndpointRouteBuilder app)
    {
        const string Address = "/clients/{id:guid}/electronic-agreements";
        app.MapGet(Address, Show).RequireAuthorization(Policies.Member).Reveals("client-opened", "client", "利用者の情報を開いた");
        app.MapPost(Address, Record).RequireAuthorization(Policies.Work).Reveals("client-opened", "client", "利用者の情報を開いた");
        app.MapPost(Address + "/{agreement:guid}/revocation", Revoke).RequireAuthorization(Policies.Work).Reveals("client-opened", "client", "利用者の情報を開いた");
    }

    private static Task<IResult> Show(Guid id, OfficeDb db, CancellationToken stop) => PageOf(id, new KeepAgreements.Form(), [], db, stop);

    private static async Task<IResult> Record(
        Guid id, [FromForm] KeepAgreements.Form form, ClaimsPrincipal user, OfficeDb db, TimeProvider clock, CancellationToken stop) =>
        await KeepAgreements.RecordAsync(id, form, Session.RequiredOf(user), db, clock, stop) switch
        {
            Outcome<Guid>.Done => TypedResults.LocalRedirect($"/clients/{id}/electronic-agreements"),
            Outcome<Guid>.Refused no => await PageOf(id, form, [.. no.Refusal.All], db, stop),
            _ => throw new UnreachableException(),
        };

    private static async Task<IResult> Revoke(Guid id, Guid agreement, ClaimsPrincipal user, OfficeDb db, RevokeAgreement use, CancellationToken stop) =>
        await use.HandleAsync(id, agreement, Session.RequiredOf(user), db, stop)
            ? TypedResults.LocalRedirect($"/clients/{id}/electronic-agreements")
            : TypedResults.NotFound();

    private static async Task<IResult> PageOf(Guid id, KeepAgreements.Form form, IReadOnlyList<Refusal> refusals, OfficeDb db, CancellationToken stop) =>
        await KeepAgreements.ShowAsync(id, form, refusals, db, stop) is { } model
            ? View.Of<AgreementsPage, KeepAgreements.Model>(model, refusals.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity)
            : TypedResults.NotFound();
}
