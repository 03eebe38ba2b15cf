using System.Diagnostics;
using System.Globalization;
using System.Security.Claims;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Automation.Cases.Moving.Views;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Automation.Cases.Moving;

/// <summary>Running cases go to another version: previewed, chosen, moved, with what became of each.</summary>
internal static class MoveRoutes
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var pages = app.MapGroup("/procedures/{key}").RequireAuthorization(Policies.ReviewProcedures);
        pages.MapGet("/move", Show);
        pages.MapGet("/moves/{id:guid}", ShowBatch);
        pages.MapPost("/move", Move).RequireAuthorization(Policies.MoveCases);
        pages.MapPost("/moves/{id:guid}/withdrawal", Withdraw).RequireAuthorization(Policies.MoveCases);
    }

    private static async Task<IResult> Show(
        string key, int? to, string? on, bool? published, bool? back, HttpRequest request, ClaimsPrincipal user, OfficeDb db, PreviewMove preview, TimeProvider clock, CancellationToken stop) =>
        await ShowMovable.HandleAsync(key, to, ChosenMoves.Read(request.Query), on, back is true, db, preview, clock, stop) is { } model
            ? View.Of<MovePage, ShowMovable.Model>(model with { MayMove = MayMove(user), IsFresh = published is true })
            : TypedResults.NotFound();

    private static async Task<IResult> Move(
        string key, HttpRequest request, ClaimsPrincipal user, OfficeDb db, OfficeDbs dbs, PreviewMove preview, TimeProvider clock, CancellationToken stop)
    {
        var fields = await request.ReadFormAsync(stop);
        var ticked = fields["case"].Select(static text => Guid.TryParse(text, CultureInfo.InvariantCulture, out var id) ? id : Guid.Empty).ToList();
        var choices = ChosenMoves.Read(fields);
        var form = new MoveCases.Form(int.TryParse(fields["to"], NumberStyles.None, CultureInfo.InvariantCulture, out var to) ? to : 0, fields["which"], ticked, fields["on"]);
        switch (await MoveCases.HandleAsync(key, form, choices, db, preview, clock, stop))
        {
            case Outcome<MoveBatch>.Done done:
                return TypedResults.LocalRedirect($"/procedures/{key}/moves/{done.Value.Id}");
            case Outcome<MoveBatch>.Refused { Refusal: var no }:
                await using (var fresh = dbs.Open(db.Scope))
                {
                    return await ShowMovable.HandleAsync(key, form.To, choices, form.On, isBack: false, fresh, preview, clock, stop) is { } model
                        ? View.Of<MovePage, ShowMovable.Model>(model with { MayMove = MayMove(user), Ticked = ticked, Refusals = [.. no.All] }, RefusalPages.StatusOf(no))
                        : TypedResults.NotFound();
                }

            default:
                throw new UnreachableException();
        }
    }

    private static async Task<IResult> ShowBatch(string key, Guid id, ClaimsPrincipal user, OfficeDb db, CancellationToken stop) =>
        await ShowMove.HandleAsync(key, id, db, stop) is { } model
            ? View.Of<MoveResultPage, ShowMove.Model>(model with { MayMove = MayMove(user) })
            : TypedResults.NotFound();

    private static async Task<IResult> Withdraw(string key, Guid id, OfficeDb db, TimeProvider clock, CancellationToken stop) =>
        await WithdrawMove.HandleAsync(id, db, clock, stop) ? TypedResults.LocalRedirect($"/procedures/{key}/moves/{id}") : TypedResults.NotFound();

    private static bool MayMove(ClaimsPrincipal user) => Session.ViewerOf(user) is { } viewer && Policies.Names[Policies.MoveCases].Any(viewer.Has);
}
