using System.Diagnostics;
using System.Security.Claims;
using Microsoft.AspNetCore.Mvc;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Office.Clients.Views;
using OfficeWorkflow.Server.Office.Ledger;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Office.Clients;

internal static class ClientRoutes
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var read = app.MapGroup("/clients").RequireAuthorization(Policies.Member);
        read.MapGet("", List);
        read.MapGet("/{id:guid}", Show).Reveals("client-opened", "client", "利用者の情報を開いた");

        var work = app.MapGroup("/clients").RequireAuthorization(Policies.Work);
        work.MapGet("/new", ShowNew);
        work.MapPost("", PostNew);
        work.MapGet("/{id:guid}/basics", ShowBasics).Reveals("client-opened", "client", "利用者の情報を開いた");
        work.MapPost("/{id:guid}", PostBasics).Reveals("client-opened", "client", "利用者の情報を開いた");
        work.MapGet("/{id:guid}/closing", ShowClosing);
        work.MapPost("/{id:guid}/closing", PostClosing);
        work.MapPost("/{id:guid}/reopening", PostReopening);
        work.MapGet("/{id:guid}/family/new", ShowNewMember);
        work.MapPost("/{id:guid}/family", PostNewMember);
        work.MapGet("/{id:guid}/family/{member:guid}", ShowMember).Reveals("client-opened", "client", "利用者の情報を開いた");
        work.MapPost("/{id:guid}/family/{member:guid}", PostMember).Reveals("client-opened", "client", "利用者の情報を開いた");
    }

    private static async Task<IResult> List(string? q, bool? closed, string? after, OfficeDb db, TimeProvider clock, CancellationToken stop) =>
        View.Of<ClientListPage, ListClients.Model>(await ListClients.HandleAsync(q, closed == true, after, db, clock, stop));

    private static async Task<IResult> Show(Guid id, OfficeDb db, IEnumerable<LedgerSource> sources, TimeProvider clock, CancellationToken stop) =>
        await ShowClient.HandleAsync(id, db, sources, clock, stop) is { } model ? View.Of<ClientPage, ShowClient.Model>(model) : TypedResults.NotFound();

    private static Task<IResult> ShowNew(OfficeDb db, CancellationToken stop) => FormOf(id: null, typed: null, [], db, stop);

    private static Task<IResult> ShowBasics(Guid id, OfficeDb db, CancellationToken stop) => FormOf(id, typed: null, [], db, stop);

    private static Task<IResult> PostNew([FromForm] ClientForm form, ClaimsPrincipal user, OfficeDb db, TimeProvider clock, CancellationToken stop) =>
        Keep(id: null, form, user, db, clock, stop);

    private static Task<IResult> PostBasics(Guid id, [FromForm] ClientForm form, ClaimsPrincipal user, OfficeDb db, TimeProvider clock, CancellationToken stop) =>
        Keep(id, form, user, db, clock, stop);

    private static async Task<IResult> Keep(Guid? id, ClientForm form, ClaimsPrincipal user, OfficeDb db, TimeProvider clock, CancellationToken stop) =>
        await KeepClient.HandleAsync(id, form, Session.RequiredOf(user), db, clock, stop) switch
        {
            Outcome<Guid>.Done done => TypedResults.LocalRedirect($"/clients/{done.Value}"),
            Outcome<Guid>.Refused no => await FormOf(id, form, [.. no.Refusal.All], db, stop),
            _ => throw new UnreachableException(),
        };

    private static async Task<IResult> FormOf(Guid? id, ClientForm? typed, IReadOnlyList<Refusal> refusals, OfficeDb db, CancellationToken stop) =>
        await KeepClient.ShowAsync(id, typed, refusals, db, stop) is { } model
            ? View.Of<ClientFormPage, KeepClient.Model>(model, refusals.Count == 0 ? 200 : 422)
            : TypedResults.NotFound();

    private static async Task<IResult> ShowClosing(Guid id, OfficeDb db, CancellationToken stop) =>
        await CloseClient.AskAsync(id, form: null, [], db, stop) is { } question ? View.Of<ConfirmPage, Confirmation>(question) : TypedResults.NotFound();

    private static async Task<IResult> PostClosing(
        Guid id, [FromForm] CloseClient.Form form, ClaimsPrincipal user, OfficeDb db, TimeProvider clock, CancellationToken stop) =>
        await CloseClient.HandleAsync(id, form, Session.RequiredOf(user), db, clock, stop) switch
        {
            Outcome<Guid>.Done => TypedResults.LocalRedirect($"/clients/{id}"),
            Outcome<Guid>.Refused no when await CloseClient.AskAsync(id, form, [.. no.Refusal.All], db, stop) is { } question => View.Of<ConfirmPage, Confirmation>(question, 422),
            _ => TypedResults.NotFound(),
        };

    private static async Task<IResult> PostReopening(Guid id, ClaimsPrincipal user, OfficeDb db, TimeProvider clock, CancellationToken stop) =>
        await CloseClient.ReopenAsync(id, Session.RequiredOf(user), db, clock, stop) is Outcome<Guid>.Done
            ? TypedResults.LocalRedirect($"/clients/{id}")
            : TypedResults.NotFound();

    private static Task<IResult> ShowNewMember(Guid id, OfficeDb db, CancellationToken stop) => FamilyFormOf(id, member: null, typed: null, [], db, stop);

    private static Task<IResult> ShowMember(Guid id, Guid member, OfficeDb db, CancellationToken stop) => FamilyFormOf(id, member, typed: null, [], db, stop);

    private static Task<IResult> PostNewMember(
        Guid id, [FromForm] KeepFamily.Form form, ClaimsPrincipal user, OfficeDb db, TimeProvider clock, CancellationToken stop) =>
        KeepMember(id, member: null, form, user, db, clock, stop);

    private static Task<IResult> PostMember(
        Guid id, Guid member, [FromForm] KeepFamily.Form form, ClaimsPrincipal user, OfficeDb db, TimeProvider clock, CancellationToken stop) =>
        KeepMember(id, member, form, user, db, clock, stop);

    private static async Task<IResult> KeepMember(
        Guid id, Guid? member, KeepFamily.Form form, ClaimsPrincipal user, OfficeDb db, TimeProvider clock, CancellationToken stop) =>
        await KeepFamily.HandleAsync(id, member, form, Session.RequiredOf(user), db, clock, stop) switch
        {
            Outcome<Guid>.Done => TypedResults.LocalRedirect($"/clients/{id}#family"),
            Outcome<Guid>.Refused no => await FamilyFormOf(id, member, form, [.. no.Refusal.All], db, stop),
            _ => throw new UnreachableException(),
        };

    private static async Task<IResult> FamilyFormOf(
        Guid id, Guid? member, KeepFamily.Form? typed, IReadOnlyList<Refusal> refusals, OfficeDb db, CancellationToken stop) =>
        await KeepFamily.ShowAsync(id, member, typed, refusals, db, stop) is { } model
            ? View.Of<FamilyFormPage, KeepFamily.Model>(model, refusals.Count == 0 ? 200 : 422)
            : TypedResults.NotFound();
}
