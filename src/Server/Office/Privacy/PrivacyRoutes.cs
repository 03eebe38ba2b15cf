using System.Diagnostics;
using System.Security.Claims;
using Microsoft.AspNetCore.Mvc;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Office.Privacy.Views;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.Privacy;

internal static class PrivacyRoutes
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/clients/{id:guid}/privacy", Show).RequireAuthorization(Policies.Member)
            .Reveals("client-opened", "client", "利用者の情報を開いた");
        app.MapPost("/clients/{id:guid}/privacy", Post).RequireAuthorization(Policies.Work).Reveals("client-opened", "client", "利用者の情報を開いた");
        app.MapPost("/clients/{id:guid}/privacy/{consent:guid}/withdrawal", PostWithdrawal).RequireAuthorization(Policies.Work).Reveals("client-opened", "client", "利用者の情報を開いた");
    }

    private static Task<IResult> Show(Guid id, OfficeDb db, TimeProvider clock, CancellationToken stop) => PageOf(id, typed: null, [], db, clock, stop);

    private static async Task<IResult> Post(
        Guid id, [FromForm] RecordPrivacy.Form form, ClaimsPrincipal user, OfficeDb db, TimeProvider clock, CancellationToken stop) =>
        await RecordPrivacy.HandleAsync(id, form, Session.RequiredOf(user), db, clock, stop) switch
        {
            Outcome<Guid>.Done => TypedResults.LocalRedirect($"/clients/{id}/privacy"),
            Outcome<Guid>.Refused no => await PageOf(id, form, [.. no.Refusal.All], db, clock, stop),
            _ => throw new UnreachableException(),
        };

    private static async Task<IResult> PostWithdrawal(Guid id, Guid consent, ClaimsPrincipal user, OfficeDb db, TimeProvider clock, CancellationToken stop) =>
        await RecordPrivacy.WithdrawAsync(id, consent, Session.RequiredOf(user), db, clock, stop) is Outcome<Guid>.Done
            ? TypedResults.LocalRedirect($"/clients/{id}/privacy")
            : TypedResults.NotFound();

    private static async Task<IResult> PageOf(
        Guid id, RecordPrivacy.Form? typed, IReadOnlyList<Refusal> refusals, OfficeDb db, TimeProvider clock, CancellationToken stop) =>
        await ShowPrivacy.HandleAsync(id, typed, refusals, db, clock, stop) is { } model
            ? View.Of<PrivacyPage, ShowPrivacy.Model>(model, refusals.Count == 0 ? 200 : 422)
            : TypedResults.NotFound();
}
