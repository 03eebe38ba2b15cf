using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Channels.GuestLinks;
using OfficeWorkflow.Server.Channels.Mail.Incoming;
using OfficeWorkflow.Server.Channels.Mail.Queue;
using OfficeWorkflow.Server.Channels.Mail.Servers;
using OfficeWorkflow.Server.Channels.Mail.Templates;
using OfficeWorkflow.Server.Channels.Mail.Views;
using OfficeWorkflow.Server.Channels.Mail.Ways;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Channels.Mail;

internal static class MailRoutes
{
    /// <summary>A mail in its frame loads nothing, runs nothing and leads nowhere.</summary>
    private const string FramePolicy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox";

    public static void Map(WebApplication app)
    {
        var mail = app.MapGroup("/mail").RequireAuthorization(StaffPolicies.Member);
        mail.MapGet("/", List);
        mail.MapGet("/{id:guid}", Show).Reveals("mail-opened", "mail", "メールを開いた");
        mail.MapGet("/{id:guid}/html", Frame).RevealsWithin("mail-opened", "mail", "メールを開いた");
        mail.MapGet("/{id:guid}/sending", AskAgain).RequireAuthorization(StaffPolicies.Work);
        mail.MapPost("/{id:guid}/sending", Again).RequireAuthorization(StaffPolicies.Work);
        mail.MapPost("/{id:guid}/arrival", Arrived).RequireAuthorization(StaffPolicies.Work);
        QueueRoutes.Map(mail);
        WayRoutes.Map(mail);
        TemplateRoutes.Map(mail);
        IncomingRoutes.Map(mail);
        MailApi.Map(app);
    }

    private static async Task<IResult> List(
        [AsParameters] Query query, ClaimsPrincipal user, OfficeDb db, OfficeMail offices, CaseSearch cases, IAuthorizationService authorization, CancellationToken stop) =>
        View.Of<MailListPage, ListMail.Model>(
            await ListMail.HandleAsync(new(query.Q, query.State, query.Case, query.After), db, await OfAsync(offices, db, stop), cases, stop) with { MayWork = await MayWorkAsync(user, authorization) });

    internal sealed record Query
    {
        public string? Q { get; init; }

        public string? State { get; init; }

        public Guid? Case { get; init; }

        public string? After { get; init; }
    }

    private static async Task<bool> MayWorkAsync(ClaimsPrincipal user, IAuthorizationService authorization) =>
        (await authorization.AuthorizeAsync(user, StaffPolicies.Work)).Succeeded;

    private static async Task<IResult> Show(
        Guid id, ClaimsPrincipal user, OfficeDb db, OfficeMail offices, GuestKey key, IAuthorizationService authorization, CancellationToken stop) =>
        await ShowMail.HandleAsync(id, db, await OfAsync(offices, db, stop), key, stop) is { } model
            ? View.Of<MailPage, ShowMail.Model>(model with { MayWork = await MayWorkAsync(user, authorization) })
            : TypedResults.NotFound();

    [System.Diagnostics.CodeAnalysis.SuppressMessage("Minor Security Hotspot", "S7039", Justification = "A mail's own inline styles, in a sandbox without scripts.")]
    private static async Task<IResult> Frame(Guid id, HttpResponse response, OfficeDb db, OfficeMail offices, GuestKey key, CancellationToken stop)
    {
        response.Headers.ContentSecurityPolicy = FramePolicy;
        return await ShowMail.HandleAsync(id, db, await OfAsync(offices, db, stop), key, stop) is { } model
            ? TypedResults.Content(model.Html, "text/html; charset=utf-8")
            : TypedResults.NotFound();
    }

    private static Task<MailTransport> OfAsync(OfficeMail offices, OfficeDb db, CancellationToken stop) =>
        offices.OfAsync(db, db.Scope.Office ?? Guid.Empty, stop);

    private static async Task<IResult> AskAgain(Guid id, OfficeDb db, CancellationToken stop) =>
        await db.Mails.FindAsync([id], stop) is { } mail
            ? View.Of<ConfirmPage, Confirmation>(SendAgain.Ask(mail, []))
            : TypedResults.NotFound();

    private static async Task<IResult> Again(Guid id, OfficeDb db, TimeProvider clock, CancellationToken stop) =>
        await SendAgain.HandleAsync(id, db, clock, stop) switch
        {
            Outcome<SentMail>.Done done => TypedResults.Redirect($"/mail/{done.Value.Id}"),
            Outcome<SentMail>.Refused { Refusal.Kind: RefusalKind.Conflict } no when await db.Mails.FindAsync([id], stop) is { } mail =>
                View.Of<ConfirmPage, Confirmation>(SendAgain.Ask(mail, [no.Refusal]), StatusCodes.Status409Conflict),
            _ => TypedResults.NotFound(),
        };

    private static async Task<IResult> Arrived(Guid id, OfficeDb db, TimeProvider clock, CancellationToken stop) =>
        await ConfirmArrival.HandleAsync(id, db, clock, stop) switch
        {
            Outcome<SentMail>.Done done => TypedResults.Redirect($"/mail/{done.Value.Id}"),
            Outcome<SentMail>.Refused no => RefusalPages.Of(no.Refusal, "メール", "メールの一覧へ", "/mail"),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
}
