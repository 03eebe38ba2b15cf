using System.Diagnostics;
using System.Security.Claims;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Office.Arriving.Views;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Office.Arriving;

internal static class ArrivalRoutes
{
    private const string TemplateName = "取り込みのひな型.xlsx";

    private const string BookName = "登録一覧.xlsx";

    public static void Map(IEndpointRouteBuilder app)
    {
        var lead = app.MapGroup("/arriving").RequireAuthorization(Policies.Lead);
        lead.MapGet("", List);
        lead.MapPost("", Bring);
        lead.MapGet("/template.xlsx", static () => TypedResults.File(Templates.Write(), Templates.MediaType, TemplateName));
        lead.MapPost("/book", Save);
        lead.MapGet("/{id:guid}", Show);
        lead.MapPost("/{id:guid}/taking", Take);
        lead.MapGet("/{id:guid}/undoing", AskUndo);
        lead.MapPost("/{id:guid}/undoing", Undo);
    }

    private static async Task<IResult> List(OfficeDb db, CancellationToken stop) =>
        View.Of<ArrivingPage, BringBook.Model>(await BringBook.ShowAsync([], db, stop));

    private static async Task<IResult> Bring(IFormFile? file, ClaimsPrincipal user, OfficeDb db, TimeProvider clock, CancellationToken stop) =>
        await BringBook.HandleAsync(file, Session.RequiredOf(user), db, clock, stop) switch
        {
            Outcome<Guid>.Done done => TypedResults.LocalRedirect($"/arriving/{done.Value}"),
            Outcome<Guid>.Refused no => View.Of<ArrivingPage, BringBook.Model>(await BringBook.ShowAsync([.. no.Refusal.All], db, stop), 422),
            _ => throw new UnreachableException(),
        };

    private static async Task<IResult> Save(ClaimsPrincipal user, OfficeDb db, TimeProvider clock, CancellationToken stop) =>
        TypedResults.File(await SaveBook.HandleAsync(Session.RequiredOf(user), db, clock, stop), Templates.MediaType, BookName);

    private static Task<IResult> Show(Guid id, ClaimsPrincipal user, OfficeDb db, TimeProvider clock, CancellationToken stop) =>
        PageOf(id, [], user, db, clock, stop);

    private static async Task<IResult> Take(Guid id, ClaimsPrincipal user, OfficeDb db, TimeProvider clock, CancellationToken stop) =>
        await TakeBook.HandleAsync(id, Session.RequiredOf(user), db, clock, stop) is Outcome<int>.Refused no
            ? await Refused(id, no.Refusal, user, db, clock, stop)
            : TypedResults.LocalRedirect($"/arriving/{id}");

    private static async Task<IResult> AskUndo(Guid id, OfficeDb db, CancellationToken stop) =>
        await UndoBook.AskAsync(id, db, stop) is { } question ? View.Of<ConfirmPage, Confirmation>(question) : TypedResults.NotFound();

    private static async Task<IResult> Undo(Guid id, ClaimsPrincipal user, OfficeDb db, TimeProvider clock, CancellationToken stop) =>
        await UndoBook.HandleAsync(id, Session.RequiredOf(user), db, clock, stop) is Outcome<int>.Refused no
            ? await Refused(id, no.Refusal, user, db, clock, stop)
            : TypedResults.LocalRedirect($"/arriving/{id}");

    private static Task<IResult> Refused(Guid id, Refusal refusal, ClaimsPrincipal user, OfficeDb db, TimeProvider clock, CancellationToken stop)
    {
        db.ChangeTracker.Clear();
        return PageOf(id, [.. refusal.All], user, db, clock, stop);
    }

    private static async Task<IResult> PageOf(
        Guid id, IReadOnlyList<Refusal> refusals, ClaimsPrincipal user, OfficeDb db, TimeProvider clock, CancellationToken stop) =>
        await ShowArrival.HandleAsync(id, refusals, Session.RequiredOf(user), db, clock, stop) is { } model
            ? View.Of<ArrivalPage, ShowArrival.Model>(model, refusals.Count == 0 ? 200 : RefusalPages.StatusOf(refusals[0]))
            : TypedResults.NotFound();
}
