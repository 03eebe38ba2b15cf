using System.Diagnostics;
using System.Security.Claims;
using Microsoft.AspNetCore.Mvc;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Office.Providers.Views;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.Providers;

internal static class ContactRoutes
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/contacts", List).RequireAuthorization(Policies.Member);
        app.MapGet("/contacts/{id:guid}", ShowBasics).RequireAuthorization(Policies.Member);

        var work = app.MapGroup("").RequireAuthorization(Policies.Work);
        work.MapGet("/contacts/new", ShowNew);
        work.MapPost("/contacts", PostNew);
        work.MapPost("/contacts/{id:guid}", PostBasics);
        work.MapPost("/clients/{client:guid}/contacts", PostLink);
        work.MapPost("/clients/{client:guid}/contacts/{link:guid}/removal", PostRemoval);
    }

    private static async Task<IResult> List(string? q, string? category, OfficeDb db, CancellationToken stop) =>
        View.Of<ContactListPage, ListContacts.Model>(await ListContacts.HandleAsync(q, category, db, stop));

    private static Task<IResult> ShowNew(OfficeDb db, CancellationToken stop) => FormOf(id: null, typed: null, [], db, stop);

    private static Task<IResult> ShowBasics(Guid id, OfficeDb db, CancellationToken stop) => FormOf(id, typed: null, [], db, stop);

    private static Task<IResult> PostNew([FromForm] KeepContact.Form form, ClaimsPrincipal user, OfficeDb db, TimeProvider clock, CancellationToken stop) =>
        Keep(id: null, form, user, db, clock, stop);

    private static Task<IResult> PostBasics(
        Guid id, [FromForm] KeepContact.Form form, ClaimsPrincipal user, OfficeDb db, TimeProvider clock, CancellationToken stop) =>
        Keep(id, form, user, db, clock, stop);

    private static async Task<IResult> Keep(Guid? id, KeepContact.Form form, ClaimsPrincipal user, OfficeDb db, TimeProvider clock, CancellationToken stop) =>
        await KeepContact.HandleAsync(id, form, Session.RequiredOf(user), db, clock, stop) switch
        {
            Outcome<Guid>.Done => TypedResults.LocalRedirect("/contacts"),
            Outcome<Guid>.Refused no => await FormOf(id, form, [.. no.Refusal.All], db, stop),
            _ => throw new UnreachableException(),
        };

    private static async Task<IResult> FormOf(Guid? id, KeepContact.Form? typed, IReadOnlyList<Refusal> refusals, OfficeDb db, CancellationToken stop) =>
        await KeepContact.ShowAsync(id, typed, refusals, db, stop) is { } model
            ? View.Of<ContactFormPage, KeepContact.Model>(model, refusals.Count == 0 ? 200 : 422)
            : TypedResults.NotFound();

    private static async Task<IResult> PostLink(
        Guid client, [FromForm] LinkContact.Form form, ClaimsPrincipal user, OfficeDb db, TimeProvider clock, CancellationToken stop) =>
        AfterLink(await LinkContact.HandleAsync(client, form, Session.RequiredOf(user), db, clock, stop));

    private static async Task<IResult> PostRemoval(Guid client, Guid link, ClaimsPrincipal user, OfficeDb db, TimeProvider clock, CancellationToken stop) =>
        AfterLink(await LinkContact.RemoveAsync(client, link, Session.RequiredOf(user), db, clock, stop));

    private static IResult AfterLink(Outcome<Guid> outcome) =>
        outcome is Outcome<Guid>.Done done ? TypedResults.LocalRedirect($"/clients/{done.Value}#contacts") : TypedResults.NotFound();
}
