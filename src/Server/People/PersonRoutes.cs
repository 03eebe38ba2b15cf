using System.Diagnostics;
using System.Security.Claims;
using Microsoft.AspNetCore.Mvc;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Channels.Mail;
using OfficeWorkflow.Server.People.Links;
using OfficeWorkflow.Server.People.RoleUses;
using OfficeWorkflow.Server.People.SecondFactors;
using OfficeWorkflow.Server.People.Views;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.People;

internal static class PersonRoutes
{
    public static void Map(IEndpointRouteBuilder app)
    {
        SignInRoutes.Map(app);
        AccountRoutes.Map(app);

        var people = app.MapGroup("/people").RequireAuthorization(Policies.Administer);
        people.MapGet("", ListAll);
        people.MapPost("", Invite);
        people.MapGet("/{id:guid}", ShowOne);
        people.MapPost("/{id:guid}/roles", PostRoles);
        people.MapPost("/{id:guid}/link", PostLink);
        people.MapGet("/{id:guid}/second-factor/removal", AskReset);
        people.MapPost("/{id:guid}/second-factor/removal", PostReset);
    }

    private static async Task<IResult> ListAll(OfficeDb db, CancellationToken stop) =>
        View.Of<PeoplePage, ListPeople.Model>(await ListPeople.HandleAsync(InvitePerson.Form.Blank, [], link: null, db, stop));

    private static async Task<IResult> Invite(
        [FromForm] InvitePerson.Form form, ClaimsPrincipal user, OfficeDb db, HandLink links, TimeProvider clock, CancellationToken stop) =>
        await InvitePerson.HandleAsync(form, Session.RequiredOf(user), db, links, clock, stop) switch
        {
            Outcome<HandedLink?>.Done done => View.Of<PeoplePage, ListPeople.Model>(
                await ListPeople.HandleAsync(InvitePerson.Form.Blank, [], done.Value, db, stop)),
            Outcome<HandedLink?>.Refused no => View.Of<PeoplePage, ListPeople.Model>(
                await ListPeople.HandleAsync(form, [.. no.Refusal.All], link: null, db, stop), 422),
            _ => throw new UnreachableException(),
        };

    private static async Task<IResult> ShowOne(Guid id, string? changed, OfficeDb db, OfficeDbs dbs, RoleUse uses, CancellationToken stop) =>
        await PageOf(id, link: null, WordsOf(changed), [], db, dbs, uses, stop);

    private static string? WordsOf(string? changed) => changed switch
    {
        "roles" => "役割を変えました。本人の次の操作から効きます。",
        "second-factor" => "確認コードの登録を取り消し、本人にメールで知らせました。",
        _ => null,
    };

    /// <summary>A form without a single tick is no form to the framework: the membership ends by it.</summary>
    private static async Task<IResult> PostRoles(
        Guid id, [FromForm] ChangePerson.Form? form, ClaimsPrincipal user, OfficeDb db, OfficeDbs dbs, RoleUse uses, TimeProvider clock, CancellationToken stop) =>
        await ChangePerson.HandleAsync(id, form ?? new([]), Session.RequiredOf(user), db, uses, clock, stop) switch
        {
            Outcome<Guid>.Done => TypedResults.LocalRedirect(AfterRoles(id, form)),
            Outcome<Guid>.Refused no => await PageOf(id, link: null, done: null, [.. no.Refusal.All], db, dbs, uses, stop),
            _ => throw new UnreachableException(),
        };

    private static string AfterRoles(Guid id, ChangePerson.Form? form) => form?.Roles is null or [] ? "/people" : $"/people/{id}?changed=roles";

    private static async Task<IResult> PostLink(
        Guid id, ClaimsPrincipal user, OfficeDb db, OfficeDbs dbs, HandLink links, RoleUse uses, TimeProvider clock, CancellationToken stop) =>
        await ChangePerson.RenewLinkAsync(id, Session.RequiredOf(user), db, dbs, links, clock, stop) switch
        {
            Outcome<HandedLink>.Done done => await PageOf(id, done.Value, done: null, [], db, dbs, uses, stop),
            Outcome<HandedLink>.Refused no => await PageOf(id, link: null, done: null, [.. no.Refusal.All], db, dbs, uses, stop),
            _ => throw new UnreachableException(),
        };

    private static async Task<IResult> AskReset(Guid id, OfficeDb db, CancellationToken stop) =>
        await ResetSecondFactor.AskAsync(id, new(Reason: null), [], db, stop) is { } question ? View.Of<ConfirmPage, Confirmation>(question) : TypedResults.NotFound();

    private static async Task<IResult> PostReset(
        Guid id, [FromForm] ResetSecondFactor.Form form, ClaimsPrincipal user, OfficeDb db, OfficeDbs dbs, Postbox postbox, TimeProvider clock, CancellationToken stop) =>
        await ResetSecondFactor.HandleAsync(id, form, Session.RequiredOf(user), db, dbs, postbox, clock, stop) switch
        {
            Outcome<Guid>.Done => TypedResults.LocalRedirect($"/people/{id}?changed=second-factor"),
            Outcome<Guid>.Refused no when await ResetSecondFactor.AskAsync(id, form, [no.Refusal], db, stop) is { } question => View.Of<ConfirmPage, Confirmation>(question, 422),
            _ => TypedResults.NotFound(),
        };

    private static async Task<IResult> PageOf(
        Guid id, HandedLink? link, string? done, IReadOnlyList<Refusal> refusals, OfficeDb db, OfficeDbs dbs, RoleUse uses, CancellationToken stop) =>
        await ChangePerson.ShowAsync(id, link, done, refusals, db, dbs, uses, stop) is { } model
            ? View.Of<PersonPage, ChangePerson.Model>(model, StatusFor(refusals))
            : TypedResults.NotFound();

    private static int StatusFor(IReadOnlyList<Refusal> refusals) =>
        refusals.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
}
