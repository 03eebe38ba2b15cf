using System.Diagnostics;
using System.Security.Claims;
using Microsoft.AspNetCore.Mvc;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Office.Providers.Views;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.Providers;

internal static class ProviderRoutes
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var read = app.MapGroup("/providers").RequireAuthorization(Policies.Member);
        read.MapGet("", List);
        read.MapGet("/{id:guid}", Show);

        var work = app.MapGroup("/providers").RequireAuthorization(Policies.Work);
        work.MapGet("/new", ShowNew);
        work.MapPost("", PostNew);
        work.MapGet("/{id:guid}/basics", ShowBasics);
        work.MapPost("/{id:guid}", PostBasics);
        work.MapGet("/{id:guid}/contacts/new", ShowNewContact);
        work.MapPost("/{id:guid}/contacts", PostNewContact);
        work.MapGet("/{id:guid}/contacts/{contact:guid}", ShowContact);
        work.MapPost("/{id:guid}/contacts/{contact:guid}", PostContact);
    }

    private static async Task<IResult> List(string? q, OfficeDb db, CancellationToken stop) =>
        View.Of<ProviderListPage, ListProviders.Model>(await ListProviders.HandleAsync(q, db, stop));

    private static async Task<IResult> Show(Guid id, OfficeDb db, CancellationToken stop) =>
        await ShowProvider.HandleAsync(id, db, stop) is { } model ? View.Of<ProviderPage, ShowProvider.Model>(model) : TypedResults.NotFound();

    private static Task<IResult> ShowNew(OfficeDb db, CancellationToken stop) => FormOf(id: null, typed: null, [], db, stop);

    private static Task<IResult> ShowBasics(Guid id, OfficeDb db, CancellationToken stop) => FormOf(id, typed: null, [], db, stop);

    private static Task<IResult> PostNew([FromForm] KeepProvider.Form form, ClaimsPrincipal user, OfficeDb db, TimeProvider clock, CancellationToken stop) =>
        Keep(id: null, form, user, db, clock, stop);

    private static Task<IResult> PostBasics(
        Guid id, [FromForm] KeepProvider.Form form, ClaimsPrincipal user, OfficeDb db, TimeProvider clock, CancellationToken stop) =>
        Keep(id, form, user, db, clock, stop);

    private static async Task<IResult> Keep(Guid? id, KeepProvider.Form form, ClaimsPrincipal user, OfficeDb db, TimeProvider clock, CancellationToken stop) =>
        await KeepProvider.HandleAsync(id, form, Session.RequiredOf(user), db, clock, stop) switch
        {
            Outcome<Guid>.Done done => TypedResults.LocalRedirect($"/providers/{done.Value}"),
            Outcome<Guid>.Refused no => await FormOf(id, form, [.. no.Refusal.All], db, stop),
            _ => throw new UnreachableException(),
        };

    private static async Task<IResult> FormOf(Guid? id, KeepProvider.Form? typed, IReadOnlyList<Refusal> refusals, OfficeDb db, CancellationToken stop) =>
        await KeepProvider.ShowAsync(id, typed, refusals, db, stop) is { } model
            ? View.Of<ProviderFormPage, KeepProvider.Model>(model, refusals.Count == 0 ? 200 : 422)
            : TypedResults.NotFound();

    private static Task<IResult> ShowNewContact(Guid id, OfficeDb db, CancellationToken stop) => ContactFormOf(id, contact: null, typed: null, [], db, stop);

    private static Task<IResult> ShowContact(Guid id, Guid contact, OfficeDb db, CancellationToken stop) => ContactFormOf(id, contact, typed: null, [], db, stop);

    private static Task<IResult> PostNewContact(
        Guid id, [FromForm] KeepServiceContact.Form form, ClaimsPrincipal user, OfficeDb db, TimeProvider clock, CancellationToken stop) =>
        KeepContact(id, contact: null, form, user, db, clock, stop);

    private static Task<IResult> PostContact(
        Guid id, Guid contact, [FromForm] KeepServiceContact.Form form, ClaimsPrincipal user, OfficeDb db, TimeProvider clock, CancellationToken stop) =>
        KeepContact(id, contact, form, user, db, clock, stop);

    private static async Task<IResult> KeepContact(
        Guid id, Guid? contact, KeepServiceContact.Form form, ClaimsPrincipal user, OfficeDb db, TimeProvider clock, CancellationToken stop) =>
        await KeepServiceContact.HandleAsync(id, contact, form, Session.RequiredOf(user), db, clock, stop) switch
        {
            Outcome<Guid>.Done => TypedResults.LocalRedirect($"/providers/{id}"),
            Outcome<Guid>.Refused no => await ContactFormOf(id, contact, form, [.. no.Refusal.All], db, stop),
            _ => throw new UnreachableException(),
        };

    private static async Task<IResult> ContactFormOf(
        Guid id, Guid? contact, KeepServiceContact.Form? typed, IReadOnlyList<Refusal> refusals, OfficeDb db, CancellationToken stop) =>
        await KeepServiceContact.ShowAsync(id, contact, typed, refusals, db, stop) is { } model
            ? View.Of<ServiceContactFormPage, KeepServiceContact.Model>(model, refusals.Count == 0 ? 200 : 422)
            : TypedResults.NotFound();
}
