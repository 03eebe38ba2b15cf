using System.Diagnostics;
using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Mvc;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Automation.Forms;
using OfficeWorkflow.Server.Automation.Running;
using OfficeWorkflow.Server.Automation.Work.Views;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Automation.Work;

internal static class WorkRoutes
{
    private const string RowButton = "row";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/", static () => TypedResults.LocalRedirect("/work")).RequireAuthorization(Policies.Member);
        var work = app.MapGroup("/work").RequireAuthorization(Policies.Member);
        work.MapGet("", ShowInbox);
        work.MapGet("/{id:guid}", Show);
        work.MapGet("/{id:guid}/assignee", ShowAssignee);
        work.MapPost("/{id:guid}/claim", Claim);
        work.MapPost("/{id:guid}/release", Release);
        work.MapPost("/{id:guid}/assignee", Assign);
        work.MapPost("/{id:guid}/draft", SaveDraft);
        work.MapPost("/{id:guid}/completion", Finish);
    }

    private static async Task<IResult> ShowInbox(
        ClaimsPrincipal user, OfficeDb db, TimeProvider clock, CancellationToken stop, string? scope = null, string? q = null, string? after = null, Guid? finished = null)
    {
        var query = new ListWork.Query(Enum.TryParse<InboxScope>(scope, ignoreCase: true, out var known) ? known : InboxScope.Mine, q, after);
        return View.Of<InboxPage, ListWork.Model>(await ListWork.HandleAsync(query, finished, Session.RequiredOf(user), db, clock, stop));
    }

    private static async Task<IResult> Show(Guid id, ClaimsPrincipal user, OfficeDb db, WorkDesk desk, CancellationToken stop) =>
        await ShowWork.HandleAsync(id, again: null, Session.RequiredOf(user), db, desk, stop) switch
        {
            Outcome<ShowWork.Model>.Done done => View.Of<WorkPage, ShowWork.Model>(done.Value),
            Outcome<ShowWork.Model>.Refused no => Refused(no.Refusal, id),
            _ => throw new UnreachableException(),
        };

    private static async Task<IResult> Claim(Guid id, ClaimsPrincipal user, OfficeDb db, WorkDesk desk, CancellationToken stop) =>
        AfterMove(await ClaimWork.HandleAsync(id, Session.RequiredOf(user), db, desk, stop), id, $"/work/{id}");

    private static async Task<IResult> Release(Guid id, ClaimsPrincipal user, OfficeDb db, TimeProvider clock, CancellationToken stop) =>
        AfterMove(await ClaimWork.ReleaseAsync(id, Session.RequiredOf(user), db, clock, stop), id, "/work?scope=roles");

    private static IResult AfterMove(Outcome<Guid> outcome, Guid id, string then) => outcome switch
    {
        Outcome<Guid>.Done => TypedResults.LocalRedirect(then),
        Outcome<Guid>.Refused no => Refused(no.Refusal, id),
        _ => throw new UnreachableException(),
    };

    private static async Task<IResult> ShowAssignee(Guid id, OfficeDb db, WorkDesk desk, CancellationToken stop) =>
        AssigneePage(await ReassignWork.ShowAsync(id, new ReassignWork.Form(null, null), [], db, desk, stop), id, StatusCodes.Status200OK);

    private static async Task<IResult> Assign(
        Guid id, [FromForm] ReassignWork.Form form, ClaimsPrincipal user, OfficeDb db, WorkDesk desk, CancellationToken stop) =>
        await ReassignWork.HandleAsync(id, form, Session.RequiredOf(user), db, desk, stop) switch
        {
            Outcome<Guid>.Done => TypedResults.LocalRedirect($"/work/{id}"),
            Outcome<Guid>.Refused { Refusal.Kind: RefusalKind.Invalid } no =>
                AssigneePage(await ReassignWork.ShowAsync(id, form, [.. no.Refusal.All], db, desk, stop), id, StatusCodes.Status422UnprocessableEntity),
            Outcome<Guid>.Refused no => Refused(no.Refusal, id),
            _ => throw new UnreachableException(),
        };

    private static IResult AssigneePage(Outcome<ReassignWork.Model> outcome, Guid id, int status) => outcome switch
    {
        Outcome<ReassignWork.Model>.Done done => View.Of<AssigneePage, ReassignWork.Model>(done.Value, status),
        Outcome<ReassignWork.Model>.Refused no => Refused(no.Refusal, id),
        _ => throw new UnreachableException(),
    };

    /// <summary>Saves what was typed. A script reads JSON; a page goes on where it was, with a row more or less if a row's button was pressed.</summary>
    private static async Task<IResult> SaveDraft(Guid id, HttpContext http, OfficeDb db, WorkDesk desk, CancellationToken stop)
    {
        var viewer = Session.RequiredOf(http.User);
        if (await desk.OpenAsync(id, viewer, db, stop) is not { } work)
        {
            return Refused(WorkAnswers.Unknown, id);
        }

        var posted = await http.Request.ReadFormAsync(stop);
        var (typed, place) = WithRows(work.Form, PostedForm.Of(work.Form, posted), posted[RowButton]);
        var outcome = await SaveFormDraft.HandleAsync(work, typed, posted.Files, RevisionIn(posted), db, stop);
        return DraftAnswers.WantsJson(http)
            ? DraftAnswers.Json(outcome)
            : outcome switch
            {
                Outcome<SaveFormDraft.Saved>.Done => TypedResults.LocalRedirect($"/work/{id}#{place}"),
                Outcome<SaveFormDraft.Saved>.Refused no => await PageAgain(work, typed, no.Refusal, posted, viewer, db, stop),
                _ => throw new UnreachableException(),
            };
    }

    private static async Task<IResult> Finish(Guid id, HttpContext http, OfficeDb db, WorkDesk desk, CaseRunner runner, CancellationToken stop)
    {
        var viewer = Session.RequiredOf(http.User);
        if (await desk.OpenAsync(id, viewer, db, stop) is not { } work)
        {
            return Refused(WorkAnswers.Unknown, id);
        }

        var posted = await http.Request.ReadFormAsync(stop);
        var typed = PostedForm.Of(work.Form, posted).WithoutBlankRows(work.Form);
        if (work.Item.IsOpen && posted.Files.Any(static file => file.Length > 0))
        {
            switch (await SaveFormDraft.HandleAsync(work, typed, posted.Files, RevisionIn(posted), db, stop))
            {
                case Outcome<SaveFormDraft.Saved>.Done saved:
                    typed = saved.Value.Typed;
                    break;
                case Outcome<SaveFormDraft.Saved>.Refused no:
                    return await PageAgain(work, typed, no.Refusal, posted, viewer, db, stop);
            }
        }

        return await FinishWork.HandleAsync(work, posted["operationId"].ToString(), typed, viewer, db, runner, stop) switch
        {
            Outcome<Guid>.Done => TypedResults.LocalRedirect($"/work?finished={id}"),
            Outcome<Guid>.Refused { Refusal.Kind: RefusalKind.Invalid } no => await PageAgain(work, typed, no.Refusal, posted, viewer, db, stop),
            Outcome<Guid>.Refused no => Refused(no.Refusal, id),
            _ => throw new UnreachableException(),
        };
    }

    private static async Task<IResult> PageAgain(
        WorkAtHand work, FormTyped typed, Refusal refusal, IFormCollection posted, Viewer viewer, OfficeDb db, CancellationToken stop)
    {
        // What the refused act added to the context is not to be seen by the page.
        db.ChangeTracker.Clear();
        var again = new ShowWork.Again(typed, [.. refusal.All], posted["operationId"].ToString());
        return View.Of<WorkPage, ShowWork.Model>(await ShowWork.HandleAsync(work, again, viewer, db, stop), RefusalPages.StatusOf(refusal));
    }

    private static (FormTyped Typed, string Place) WithRows(FormDefinition form, FormTyped typed, string? pressed)
    {
        var parts = pressed?.Split(':') ?? [];
        var group = parts.Length > 1 ? form.Fields.FirstOrDefault(field => field.Type is FieldType.Rows && string.Equals(field.Key, parts[1], StringComparison.Ordinal)) : null;
        return (group, parts) switch
        {
            ({ IsReadOnly: false }, ["add", _]) => (typed.WithRow(group), group.Key),
            ({ IsReadOnly: false }, ["remove", _, var row]) when int.TryParse(row, NumberStyles.None, CultureInfo.InvariantCulture, out var index) =>
                (typed.WithoutRow(group, index), group.Key),
            _ => (typed, "fields"),
        };
    }

    private static int RevisionIn(IFormCollection posted) =>
        int.TryParse(posted["draftRevision"], NumberStyles.None, CultureInfo.InvariantCulture, out var revision) ? revision : 0;

    private static IResult Refused(Refusal refusal, Guid id) => RefusalPages.Of(refusal, "作業", "受信箱へ", "/work", refusal.Code is "work-finished" ? $"/work/{id}" : null);
}
