using System.Security.Claims;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Channels.GuestLinks;
using OfficeWorkflow.Server.Office.Consents.Agreements;
using OfficeWorkflow.Server.Office.Consents.Receipts;
using OfficeWorkflow.Server.Office.Consents.Views;
using OfficeWorkflow.Server.Office.Consents.Witnesses;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Office.Consents;

internal static class ConsentRoutes
{
    public static void Map(IEndpointRouteBuilder app)
    {
        ReceiptRoutes.Map(app);
        AgreementRoutes.Map(app);
        WitnessRoutes.Map(app);
        app.MapGet("/consents/{id:guid}", Show).RequireAuthorization(Policies.Member).Reveals("consent-record-opened", "consent", "同意の記録を開いた");
        app.MapGet("/consents/{id:guid}/withdrawal", AskWithdrawal).RequireAuthorization(Policies.Work);
        app.MapPost("/consents/{id:guid}/withdrawal", Withdraw).RequireAuthorization(Policies.Work);
        app.MapPost("/consents/{id:guid}/tablet", OpenTablet).RequireAuthorization(Policies.Work);
        app.MapGet("/clients/{client:guid}/consents", List).RequireAuthorization(Policies.Member)
            .Reveals("client-opened", "client", "利用者の情報を開いた", key: "client");
    }

    private static async Task<IResult> Show(Guid id, OfficeDb db, CancellationToken stop) =>
        await ShowConsent.HandleAsync(id, db, stop) is { } model ? View.Of<ConsentPage, ShowConsent.Model>(model) : TypedResults.NotFound();

    private static async Task<IResult> AskWithdrawal(Guid id, OfficeDb db, CancellationToken stop) =>
        await db.Consents.AsNoTracking().SingleOrDefaultAsync(consent => consent.Id == id, stop) is { } consent
            ? View.Of<ConfirmPage, Confirmation>(WithdrawConsent.Ask(consent, reason: null, []))
            : TypedResults.NotFound();

    private static async Task<IResult> Withdraw(Guid id, [FromForm] string? reason, ClaimsPrincipal user, OfficeDb db, WithdrawConsent use, CancellationToken stop) =>
        await use.HandleAsync(id, reason, Session.RequiredOf(user), db, stop) switch
        {
            Outcome<Guid>.Done => TypedResults.LocalRedirect($"/consents/{id}"),
            Outcome<Guid>.Refused { Refusal: { Kind: not RefusalKind.Unknown } no } => View.Of<ConfirmPage, Confirmation>(
                WithdrawConsent.Ask(await db.Consents.AsNoTracking().SingleAsync(consent => consent.Id == id, stop), reason, [no]), RefusalPages.StatusOf(no)),
            _ => TypedResults.NotFound(),
        };

    private static async Task<IResult> OpenTablet(Guid id, ClaimsPrincipal user, OfficeDb db, Links links, TimeProvider clock, CancellationToken stop) =>
        await AnswerOnTablet.HandleAsync(id, Session.RequiredOf(user), db, links, clock, stop) switch
        {
            Outcome<string>.Done done => TypedResults.LocalRedirect(done.Value),
            Outcome<string>.Refused no => RefusalPages.Of(no.Refusal, "同意", "同意のページへ", $"/consents/{id}"),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private static async Task<IResult> List(Guid client, OfficeDb db, CancellationToken stop) =>
        await ListConsents.HandleAsync(client, db, stop) is { } model ? View.Of<ConsentListPage, ListConsents.Model>(model) : TypedResults.NotFound();
}
