using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.People.LostPasswords;
using OfficeWorkflow.Server.People.LostPasswords.Views;
using OfficeWorkflow.Server.People.SecondFactors;
using OfficeWorkflow.Server.People.SecondFactors.Views;
using OfficeWorkflow.Server.People.Sessions;
using OfficeWorkflow.Server.People.Views;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.People;

/// <summary>The door: sign-in in one or two steps, sign-out, lost passwords, one-time links.</summary>
internal static class SignInRoutes
{
    private static readonly TimeSpan HalfHolds = TimeSpan.FromMinutes(10);

    private static readonly CookieBuilder HalfCookie = new()
    {
        Name = "office-half",
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        SecurePolicy = CookieSecurePolicy.SameAsRequest,
        Path = "/sign-in",
        MaxAge = HalfHolds,
    };

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/sign-in", ShowSignIn).AllowAnonymous();
        app.MapPost("/sign-in", PostSignIn).AllowAnonymous();
        app.MapGet("/sign-in/code", ShowCode).AllowAnonymous();
        app.MapPost("/sign-in/code", PostCode).AllowAnonymous();
        app.MapPost("/sign-out", (Delegate)PostSignOut).AllowAnonymous();
        app.MapGet("/lost-password", ShowLost).AllowAnonymous();
        app.MapPost("/lost-password", PostLost).AllowAnonymous();
        app.MapGet("/welcome/{secret}", ShowWelcome).AllowAnonymous();
        app.MapPost("/welcome/{secret}", PostWelcome).AllowAnonymous();
    }

    private static IResult ShowSignIn(string? returnUrl) => View.Of<SignInPage, SignIn.Model>(new(null, returnUrl, []));

    private static async Task<IResult> PostSignIn(
        [FromForm] SignIn.Form form, HttpContext http, OfficeDbs dbs, Password password, UnknownAddresses unknown, SecretBox box, Entering door, TimeProvider clock, CancellationToken stop) =>
        await SignIn.HandleAsync(form, dbs, password, unknown, clock, stop) switch
        {
            Outcome<SignIn.Known>.Done { Value.NeedsCode: true } done => AskForCode(http, new(done.Value.PersonId, done.Value.Stamp, LocalOf(form.Back)), box),
            Outcome<SignIn.Known>.Done done => await Enter(http, door, done.Value.PersonId, LocalOf(form.Back), stop),
            Outcome<SignIn.Known>.Refused no => View.Of<SignInPage, SignIn.Model>(new(form.Mail, form.Back, [.. no.Refusal.All]), 422),
            _ => throw new UnreachableException(),
        };

    private static IResult AskForCode(HttpContext http, HalfSignIn half, SecretBox box)
    {
        http.Response.Cookies.Append(HalfCookie.Name!, box.HalfOf(half, HalfHolds), HalfCookie.Build(http));
        return TypedResults.LocalRedirect("/sign-in/code");
    }

    private static IResult ShowCode(HttpContext http, SecretBox box) =>
        HalfIn(http, box) is null
            ? TypedResults.LocalRedirect("/sign-in")
            : View.Of<CodePage, CheckCode.Model>(new([]));

    private static HalfSignIn? HalfIn(HttpContext http, SecretBox box) => box.HalfIn(http.Request.Cookies[HalfCookie.Name!]);

    private static async Task<IResult> PostCode(
        [FromForm] CheckCode.Form form, HttpContext http, OfficeDbs dbs, SecretBox box, Entering door, TimeProvider clock, CancellationToken stop)
    {
        if (HalfIn(http, box) is not { } half)
        {
            return TypedResults.LocalRedirect("/sign-in");
        }

        switch (await CheckCode.HandleAsync(form, half, dbs, box, clock, stop))
        {
            case Outcome<Guid>.Done done:
                http.Response.Cookies.Delete(HalfCookie.Name!, HalfCookie.Build(http));
                return await Enter(http, door, done.Value, half.Back, stop);
            case Outcome<Guid>.Refused { Refusal.Kind: RefusalKind.Unknown }:
                return TypedResults.LocalRedirect("/sign-in");
            case Outcome<Guid>.Refused no:
                return View.Of<CodePage, CheckCode.Model>(new([no.Refusal]), 422);
            default:
                throw new UnreachableException();
        }
    }

    private static async Task<IResult> Enter(HttpContext http, Entering door, Guid personId, string back, CancellationToken stop) =>
        TypedResults.LocalRedirect(await door.EnterAsync(http, personId, officeId: null, stop) ? back : "/sign-in");

    private static string LocalOf(string? address) =>
        address is ['/', ..] && !(address.Length > 1 && address[1] is '/' or '\\') && !address.Any(char.IsControl) ? address : "/";

    private static async Task<IResult> PostSignOut(HttpContext http)
    {
        await http.RequestServices.GetRequiredService<Entering>().LeaveAsync(http, http.RequestAborted);
        return TypedResults.LocalRedirect("/sign-in");
    }

    private static IResult ShowLost() => View.Of<LostPasswordPage, AskForPassword.Model>(new(null, IsAsked: false, []));

    private static async Task<IResult> PostLost([FromForm] AskForPassword.Form form, OfficeDbs dbs, TimeProvider clock, CancellationToken stop)
    {
        var model = await AskForPassword.HandleAsync(form, dbs, clock, stop);
        return View.Of<LostPasswordPage, AskForPassword.Model>(model, model.IsAsked ? 200 : 422);
    }

    private static async Task<IResult> ShowWelcome(string secret, OfficeDbs dbs, TimeProvider clock, CancellationToken stop) =>
        await OpenWelcome.ShowAsync(secret, dbs, clock, stop) switch
        {
            Outcome<OpenWelcome.Model>.Done done => View.Of<WelcomePage, OpenWelcome.Model>(done.Value),
            Outcome<OpenWelcome.Model>.Refused no => Ended(no.Refusal),
            _ => throw new UnreachableException(),
        };

    private static async Task<IResult> PostWelcome(
        string secret, [FromForm] OpenWelcome.Form form, HttpContext http, OfficeDbs dbs, Password password, Entering door, TimeProvider clock, CancellationToken stop) =>
        await OpenWelcome.HandleAsync(secret, form, dbs, password, clock, stop) switch
        {
            // The link stands for the password only: who has a second factor shows it as always.
            Outcome<OpenWelcome.Welcomed>.Done { Value.NeedsCode: true } => TypedResults.LocalRedirect("/sign-in"),
            Outcome<OpenWelcome.Welcomed>.Done done => await Enter(http, door, done.Value.PersonId, "/", stop),
            Outcome<OpenWelcome.Welcomed>.Refused { Refusal.Kind: RefusalKind.Unknown } no => Ended(no.Refusal),
            Outcome<OpenWelcome.Welcomed>.Refused no => View.Of<WelcomePage, OpenWelcome.Model>(new(secret, form.Name, form.Mail, [.. no.Refusal.All]), 422),
            _ => throw new UnreachableException(),
        };

    private static IResult Ended(Refusal refusal) =>
        View.Of<ErrorPage, Problem>(new("リンクは使えません", refusal.Reason, "サインインへ", "/sign-in"), 404);
}
