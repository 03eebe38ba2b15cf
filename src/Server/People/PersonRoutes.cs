using System.Diagnostics;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Mvc;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.People.Views;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.People;

internal static class PersonRoutes
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/sign-in", ShowSignIn).AllowAnonymous();
        app.MapPost("/sign-in", PostSignIn).AllowAnonymous();
        app.MapPost("/sign-out", (Delegate)PostSignOut).AllowAnonymous();
        app.MapGet("/welcome/{secret}", ShowWelcome).AllowAnonymous();
        app.MapPost("/welcome/{secret}", PostWelcome).AllowAnonymous();
        app.MapGet("/account", ShowAccount).RequireAuthorization(Policies.Member);
        app.MapPost("/account/password", PostPassword).RequireAuthorization(Policies.Member);

        var people = app.MapGroup("/people").RequireAuthorization(Policies.Administer);
        people.MapGet("", ListAll);
        people.MapPost("", Invite);
        people.MapGet("/{id:guid}", ShowOne);
        people.MapPost("/{id:guid}/roles", PostRoles);
        people.MapPost("/{id:guid}/link", PostLink);
    }

    private static IResult ShowSignIn(string? returnUrl) =>
        View.Of<SignInPage, SignIn.Model>(new(null, returnUrl, []));

    private static async Task<IResult> PostSignIn(
        [FromForm] SignIn.Form form, HttpContext http, OfficeDbs dbs, Password password, TimeProvider clock, CancellationToken stop) =>
        await SignIn.HandleAsync(form, dbs, password, clock, stop) switch
        {
            Outcome<ClaimsPrincipal>.Done done => await Enter(http, done.Value, form.Back),
            Outcome<ClaimsPrincipal>.Refused no => View.Of<SignInPage, SignIn.Model>(new(form.Mail, form.Back, [.. no.Refusal.All]), 422),
            _ => throw new UnreachableException(),
        };

    private static async Task<IResult> Enter(HttpContext http, ClaimsPrincipal user, string? back)
    {
        await http.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, user);
        return TypedResults.LocalRedirect(IsLocal(back) ? back! : "/");
    }

    private static bool IsLocal(string? address) =>
        address is ['/', ..] && !(address.Length > 1 && address[1] is '/' or '\\') && !address.Any(char.IsControl);

    private static async Task<IResult> PostSignOut(HttpContext http)
    {
        await http.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        return TypedResults.LocalRedirect("/sign-in");
    }

    private static async Task<IResult> ShowWelcome(string secret, OfficeDbs dbs, TimeProvider clock, CancellationToken stop) =>
        await OpenWelcome.ShowAsync(secret, dbs, clock, stop) switch
        {
            Outcome<OpenWelcome.Model>.Done done => View.Of<WelcomePage, OpenWelcome.Model>(done.Value),
            Outcome<OpenWelcome.Model>.Refused no => Ended(no.Refusal),
            _ => throw new UnreachableException(),
        };

    private static async Task<IResult> PostWelcome(
        string secret, [FromForm] OpenWelcome.Form form, HttpContext http, OfficeDbs dbs, Password password, TimeProvider clock, CancellationToken stop) =>
        await OpenWelcome.HandleAsync(secret, form, dbs, password, clock, stop) switch
        {
            Outcome<Guid>.Done done => await Begin(done.Value, http, dbs, stop),
            Outcome<Guid>.Refused { Refusal.Kind: RefusalKind.Unknown } no => Ended(no.Refusal),
            Outcome<Guid>.Refused no => View.Of<WelcomePage, OpenWelcome.Model>(new(secret, form.Name, form.Mail, [.. no.Refusal.All]), 422),
            _ => throw new UnreachableException(),
        };

    private static async Task<IResult> Begin(Guid personId, HttpContext http, OfficeDbs dbs, CancellationToken stop) =>
        await Session.OfAsync(dbs, personId, officeId: null, CookieAuthenticationDefaults.AuthenticationScheme, stop) is { } user
            ? await Enter(http, user, "/")
            : TypedResults.LocalRedirect("/sign-in");

    private static IResult Ended(Refusal refusal) =>
        View.Of<ErrorPage, Problem>(new("リンクは使えません", refusal.Reason, "サインインへ", "/sign-in"), 404);

    private static async Task<IResult> ShowAccount(ClaimsPrincipal user, bool? changed, OfficeDb db, CancellationToken stop) =>
        View.Of<AccountPage, ChangePassword.Model>(
            await ChangePassword.ShowAsync(Session.RequiredOf(user), changed == true, [], db, stop));

    private static async Task<IResult> PostPassword(
        [FromForm] ChangePassword.Form form, HttpContext http, OfficeDb db, OfficeDbs dbs, Password password, CancellationToken stop)
    {
        var viewer = Session.RequiredOf(http.User);
        return await ChangePassword.HandleAsync(form, viewer, db, dbs, password, stop) switch
        {
            Outcome<ClaimsPrincipal>.Done done => await Enter(http, done.Value, "/account?changed=true"),
            Outcome<ClaimsPrincipal>.Refused no => View.Of<AccountPage, ChangePassword.Model>(
                await ChangePassword.ShowAsync(viewer, isChanged: false, [.. no.Refusal.All], db, stop), 422),
            _ => throw new UnreachableException(),
        };
    }

    private static async Task<IResult> ListAll(OfficeDb db, CancellationToken stop) =>
        View.Of<PeoplePage, ListPeople.Model>(await ListPeople.HandleAsync(InvitePerson.Form.Blank, [], link: null, db, stop));

    private static async Task<IResult> Invite(
        [FromForm] InvitePerson.Form form, ClaimsPrincipal user, OfficeDb db, TimeProvider clock, CancellationToken stop) =>
        await InvitePerson.HandleAsync(form, Session.RequiredOf(user).OfficeId, db, clock, stop) switch
        {
            Outcome<string?>.Done done => View.Of<PeoplePage, ListPeople.Model>(
                await ListPeople.HandleAsync(InvitePerson.Form.Blank, [], done.Value, db, stop)),
            Outcome<string?>.Refused no => View.Of<PeoplePage, ListPeople.Model>(
                await ListPeople.HandleAsync(form, [.. no.Refusal.All], link: null, db, stop), 422),
            _ => throw new UnreachableException(),
        };

    private static async Task<IResult> ShowOne(Guid id, bool? changed, OfficeDb db, OfficeDbs dbs, CancellationToken stop) =>
        await PageOf(id, link: null, changed == true, [], db, dbs, stop);

    private static async Task<IResult> PostRoles(
        Guid id, [FromForm] ChangePerson.Form form, ClaimsPrincipal user, OfficeDb db, OfficeDbs dbs, TimeProvider clock, CancellationToken stop) =>
        await ChangePerson.HandleAsync(id, form, Session.RequiredOf(user), db, clock, stop) switch
        {
            Outcome<Guid>.Done => TypedResults.LocalRedirect(AfterRoles(id, form)),
            Outcome<Guid>.Refused no => await PageOf(id, link: null, isChanged: false, [.. no.Refusal.All], db, dbs, stop),
            _ => throw new UnreachableException(),
        };

    private static string AfterRoles(Guid id, ChangePerson.Form form) => form.Roles is null or [] ? "/people" : $"/people/{id}?changed=true";

    private static async Task<IResult> PostLink(Guid id, OfficeDb db, OfficeDbs dbs, TimeProvider clock, CancellationToken stop) =>
        await ChangePerson.RenewLinkAsync(id, db, dbs, clock, stop) switch
        {
            Outcome<string>.Done done => await PageOf(id, done.Value, isChanged: false, [], db, dbs, stop),
            Outcome<string>.Refused no => await PageOf(id, link: null, isChanged: false, [.. no.Refusal.All], db, dbs, stop),
            _ => throw new UnreachableException(),
        };

    private static async Task<IResult> PageOf(
        Guid id, string? link, bool isChanged, IReadOnlyList<Refusal> refusals, OfficeDb db, OfficeDbs dbs, CancellationToken stop) =>
        await ChangePerson.ShowAsync(id, link, isChanged, refusals, db, dbs, stop) is { } model
            ? View.Of<PersonPage, ChangePerson.Model>(model, StatusFor(refusals))
            : TypedResults.NotFound();

    private static int StatusFor(IReadOnlyList<Refusal> refusals) =>
        refusals.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
}
