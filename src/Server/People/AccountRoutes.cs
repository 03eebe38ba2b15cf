using System.Diagnostics;
using System.Security.Claims;
using Microsoft.AspNetCore.Mvc;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.People.Digests;
using OfficeWorkflow.Server.People.SecondFactors;
using OfficeWorkflow.Server.People.SecondFactors.Views;
using OfficeWorkflow.Server.People.Sessions;
using OfficeWorkflow.Server.People.Views;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.People;

/// <summary>What a person changes about their own account.</summary>
internal static class AccountRoutes
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var account = app.MapGroup("/account").RequireAuthorization(Policies.Member);
        account.MapGet("", Show);
        account.MapPost("/password", PostPassword);
        account.MapPost("/digest", PostDigest);
        account.MapPost("/sessions/{id:guid}/end", EndOne);
        account.MapPost("/sessions/end", EndAll);
        account.MapGet("/second-factor", ShowFactor);
        account.MapPost("/second-factor", BeginFactor);
        account.MapPost("/second-factor/confirmation", ConfirmFactor);
        account.MapPost("/second-factor/codes", RenewCodes);
        account.MapPost("/second-factor/removal", RemoveFactor);
    }

    private static async Task<IResult> Show(ClaimsPrincipal user, string? done, OfficeDb db, Entering door, CancellationToken stop) =>
        await PageOf(user, WordsOf(done), [], db, door, stop);

    private static string? WordsOf(string? done) => done switch
    {
        "password" => "パスワードを変えました。ほかの端末ではサインインし直してください。",
        "digest" => "メールの受け取り方を保存しました。",
        "session" => "選んだ端末をサインアウトしました。",
        "sessions" => "この端末のほかは、すべてサインアウトしました。",
        "second-factor" => "確認コードを解除しました。次からはパスワードだけでサインインします。",
        _ => null,
    };

    private static async Task<IResult> PageOf(ClaimsPrincipal user, string? done, IReadOnlyList<Refusal> refusals, OfficeDb db, Entering door, CancellationToken stop) =>
        View.Of<AccountPage, ChangePassword.Model>(
            await ChangePassword.ShowAsync(Session.RequiredOf(user), Entering.IdOf(user), done, refusals, db, door, stop), refusals.Count == 0 ? 200 : 422);

    private static async Task<IResult> PostPassword(
        [FromForm] ChangePassword.Form form, HttpContext http, OfficeDb db, Entering door, Password password, TimeProvider clock, CancellationToken stop) =>
        await ChangePassword.HandleAsync(form, Session.RequiredOf(http.User), db, password, clock, stop) switch
        {
            Outcome<Guid>.Done => await EnterAgain(http, door, "password", stop),
            Outcome<Guid>.Refused no => await PageOf(http.User, done: null, [.. no.Refusal.All], db, door, stop),
            _ => throw new UnreachableException(),
        };

    private static async Task<IResult> PostDigest([FromForm] string? wantsDigest, ClaimsPrincipal user, OfficeDb db, TimeProvider clock, CancellationToken stop)
    {
        await ChooseDigest.HandleAsync(wantsDigest is "true", Session.RequiredOf(user), db, clock, stop);
        return TypedResults.LocalRedirect("/account?done=digest");
    }

    private static async Task<IResult> EnterAgain(HttpContext http, Entering door, string done, CancellationToken stop)
    {
        var viewer = Session.RequiredOf(http.User);
        await door.EnterAsync(http, viewer.PersonId, viewer.OfficeId, stop);
        return TypedResults.LocalRedirect($"/account?done={done}");
    }

    private static async Task<IResult> EndOne(Guid id, ClaimsPrincipal user, OfficeDb db, TimeProvider clock, CancellationToken stop) =>
        await EndSessions.OneAsync(id, Session.RequiredOf(user), db, clock, stop)
            ? TypedResults.LocalRedirect("/account?done=session")
            : TypedResults.NotFound();

    private static async Task<IResult> EndAll(HttpContext http, OfficeDb db, Entering door, TimeProvider clock, CancellationToken stop)
    {
        await EndSessions.AllAsync(Session.RequiredOf(http.User), db, clock, stop);
        return await EnterAgain(http, door, "sessions", stop);
    }

    private static Task<IResult> ShowFactor(ClaimsPrincipal user, OfficeDb db, SecretBox box, CancellationToken stop) => FactorPageOf(user, [], [], db, box, stop);

    private static async Task<IResult> FactorPageOf(
        ClaimsPrincipal user, IReadOnlyList<string> newCodes, IReadOnlyList<Refusal> refusals, OfficeDb db, SecretBox box, CancellationToken stop) =>
        View.Of<SecondFactorPage, KeepSecondFactor.Model>(
            await KeepSecondFactor.ShowAsync(Session.RequiredOf(user).PersonId, newCodes, refusals, db, box, stop), refusals.Count == 0 ? 200 : 422);

    private static async Task<IResult> BeginFactor(ClaimsPrincipal user, OfficeDb db, SecretBox box, TimeProvider clock, CancellationToken stop)
    {
        await KeepSecondFactor.BeginAsync(Session.RequiredOf(user).PersonId, db, box, clock, stop);
        return TypedResults.LocalRedirect("/account/second-factor");
    }

    private static async Task<IResult> ConfirmFactor(
        [FromForm] KeepSecondFactor.Form form, ClaimsPrincipal user, OfficeDb db, Password password, SecretBox box, TimeProvider clock, CancellationToken stop) =>
        await WithCodes(await KeepSecondFactor.ConfirmAsync(form, Session.RequiredOf(user), db, password, box, clock, stop), user, db, box, stop);

    private static async Task<IResult> RenewCodes(
        [FromForm] KeepSecondFactor.Form form, ClaimsPrincipal user, OfficeDb db, Password password, SecretBox box, TimeProvider clock, CancellationToken stop) =>
        await WithCodes(await KeepSecondFactor.RenewCodesAsync(form, Session.RequiredOf(user), db, password, clock, stop), user, db, box, stop);

    private static Task<IResult> WithCodes(Outcome<IReadOnlyList<string>> outcome, ClaimsPrincipal user, OfficeDb db, SecretBox box, CancellationToken stop) =>
        outcome switch
        {
            Outcome<IReadOnlyList<string>>.Done done => FactorPageOf(user, done.Value, [], db, box, stop),
            Outcome<IReadOnlyList<string>>.Refused no => FactorPageOf(user, [], [.. no.Refusal.All], db, box, stop),
            _ => throw new UnreachableException(),
        };

    private static async Task<IResult> RemoveFactor(
        [FromForm] KeepSecondFactor.Form form, ClaimsPrincipal user, OfficeDb db, Password password, SecretBox box, TimeProvider clock, CancellationToken stop) =>
        await KeepSecondFactor.RemoveAsync(form, Session.RequiredOf(user), db, password, clock, stop) is { } wrong
            ? await FactorPageOf(user, [], [wrong], db, box, stop)
            : TypedResults.LocalRedirect("/account?done=second-factor");
}
