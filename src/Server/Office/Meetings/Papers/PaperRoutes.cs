using System.Diagnostics;
using System.Security.Claims;
using Microsoft.AspNetCore.Mvc;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Office.Meetings.Papers.Views;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.Meetings.Papers;

internal static class PaperRoutes
{
    public static void Map(IEndpointRouteBuilder app)
    {
        const string Address = "/meetings/{id:guid}/papers";
        app.MapGet(Address, Show).RequireAuthorization(Policies.Member).Reveals("meeting-opened", "meeting", "会議の記録を開いた");
        app.MapPost(Address, Add).RequireAuthorization(Policies.Work).Reveals("meeting-opened", "meeting", "会議の記録を開いた");
        app.MapPost(Address + "/{paper:guid}/withdrawal", Withdraw).RequireAuthorization(Policies.Work).Reveals("meeting-opened", "meeting", "会議の記録を開いた");
    }

    private static Task<IResult> Show(Guid id, ClaimsPrincipal user, OfficeDb db, TimeProvider clock, CancellationToken stop) =>
        PageOf(id, new KeepPapers.Form(), refusal: null, user, db, clock, stop);

    private static async Task<IResult> Add(
        Guid id, [FromForm] KeepPapers.Form form, IFormFile? file, ClaimsPrincipal user, OfficeDb db, TellOfPapers tell, TimeProvider clock, CancellationToken stop) =>
        await KeepPapers.AddAsync(id, form, file, Session.RequiredOf(user), db, tell, clock, stop) switch
        {
            Outcome<Guid>.Done => TypedResults.LocalRedirect(KeepPapers.AddressOf(id)),
            Outcome<Guid>.Refused no => await PageOf(id, form, no.Refusal, user, db, clock, stop),
            _ => throw new UnreachableException(),
        };

    private static async Task<IResult> Withdraw(Guid id, Guid paper, ClaimsPrincipal user, OfficeDb db, TimeProvider clock, CancellationToken stop) =>
        await KeepPapers.WithdrawAsync(id, paper, Session.RequiredOf(user), db, clock, stop)
            ? TypedResults.LocalRedirect(KeepPapers.AddressOf(id))
            : TypedResults.NotFound();

    private static async Task<IResult> PageOf(
        Guid id, KeepPapers.Form form, Refusal? refusal, ClaimsPrincipal user, OfficeDb db, TimeProvider clock, CancellationToken stop) =>
        await KeepPapers.ShowAsync(id, form, Policies.Names[Policies.Work].Any(Session.RequiredOf(user).Has), [.. refusal?.All ?? []], db, clock.GetUtcNow(), stop) is { } model
            ? View.Of<PapersPage, KeepPapers.Model>(model, refusal is null ? StatusCodes.Status200OK : RefusalPages.StatusOf(refusal))
            : TypedResults.NotFound();
}
