using System.Diagnostics;
using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Mvc;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Server.Automation.Forms;
using OfficeWorkflow.Server.Automation.Memos;
using OfficeWorkflow.Server.Automation.Procedures;
using OfficeWorkflow.Server.Automation.Running;
using OfficeWorkflow.Server.Automation.Work.Bulk;
using OfficeWorkflow.Server.Automation.Work.Filters;
using OfficeWorkflow.Server.Automation.Work.Handover;
using OfficeWorkflow.Server.Automation.Work.Lists;
using OfficeWorkflow.Server.Automation.Work.Live;
using OfficeWorkflow.Server.Automation.Work.Load;
using OfficeWorkflow.Server.Automation.Work.Planning;
using OfficeWorkflow.Server.Automation.Work.Planning.Views;
using OfficeWorkflow.Server.Automation.Work.Views;
using OfficeWorkflow.Server.Offices;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Automation.Work;

internal static class WorkRoutes
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/", static () => TypedResults.LocalRedirect("/work")).RequireAuthorization(Policies.Member);
        var work = app.MapGroup("/work").RequireAuthorization(Policies.Member);
        work.MapGet("", ShowInbox);
        work.MapGet("/{id:guid}", Show);
        work.MapPost("/{id:guid}/draft", SaveDraft);
        work.MapPost("/{id:guid}/completion", Finish);
        HandoverRoutes.Map(work);
        BulkRoutes.Map(work);
        FilterRoutes.Map(work);
        LoadRoutes.Map(work);
        LiveRoutes.Map(work);
        work.MapGet("/{id:guid}/plan", ShowPlan);
        work.MapPost("/{id:guid}/plan", PostPlan);
    }

    private static async Task<IResult> ShowInbox(
        [AsParameters] WorkFilter filter,
        ClaimsPrincipal user,
        OfficeDb db,
        WorkDesk desk,
        ProcedureLibrary library,
        SubjectList subjects,
        CancellationToken stop,
        string? scope = null,
        string? after = null,
        Guid? finished = null)
    {
        var viewer = Session.RequiredOf(user);
        var query = new ListWork.Query(WorkScopes.Named(scope), filter, after);
        var model = await ListWork.HandleAsync(query, finished, viewer, db, desk, stop);
        return View.Of<InboxPage, ListWork.Model>(model with
        {
            Choices = await FilterChoices.OfAsync(filter, db, library, subjects, desk.Clock.GetUtcNow(), stop),
            Saved = await KeepFilters.ListAsync(viewer, db, stop),
            Memos = await ListMemos.CountAsync(viewer, db, stop),
        });
    }

    private static async Task<IResult> Show(Guid id, HttpContext http, OfficeDb db, WorkDesk desk, CancellationToken stop) =>
        await ShowWork.HandleAsync(id, again: null, Session.RequiredOf(http.User), db, desk, stop) switch
        {
            Outcome<ShowWork.Model>.Done done => await Revealed(done.Value, http, StatusCodes.Status200OK, stop),
            Outcome<ShowWork.Model>.Refused no => Refused(no.Refusal, id),
            _ => throw new UnreachableException(),
        };

    /// <summary>The page; where it shows what stands in the work, that is written down.</summary>
    private static async Task<IResult> Revealed(ShowWork.Model model, HttpContext http, int status, CancellationToken stop)
    {
        if (model.Choices.IsRead)
        {
            await RevealWork.HandleAsync(model.Item, http, stop);
        }

        return View.Of<WorkPage, ShowWork.Model>(model, status);
    }

    private static async Task<IResult> ShowPlan(Guid id, ClaimsPrincipal user, OfficeDb db, WorkDesk desk, CancellationToken stop) =>
        PlanPage(await PlanWork.ShowAsync(id, form: null, [], Session.RequiredOf(user), db, desk, stop), id, StatusCodes.Status200OK);

    private static async Task<IResult> PostPlan(
        Guid id, [FromForm] PlanWork.Form form, ClaimsPrincipal user, OfficeDb db, WorkDesk desk, OfficeCalendars calendars, CancellationToken stop) =>
        await PlanWork.HandleAsync(id, form, Session.RequiredOf(user), db, desk, calendars, stop) switch
        {
            Outcome<Guid>.Done => TypedResults.LocalRedirect($"/work/{id}"),
            Outcome<Guid>.Refused { Refusal.Kind: RefusalKind.Invalid } no =>
                PlanPage(await PlanWork.ShowAsync(id, form, [.. no.Refusal.All], Session.RequiredOf(user), db, desk, stop), id, StatusCodes.Status422UnprocessableEntity),
            Outcome<Guid>.Refused no => Refused(no.Refusal, id),
            _ => throw new UnreachableException(),
        };

    private static IResult PlanPage(Outcome<PlanWork.Model> outcome, Guid id, int status) => outcome switch
    {
        Outcome<PlanWork.Model>.Done done => View.Of<PlanWorkPage, PlanWork.Model>(done.Value, status),
        Outcome<PlanWork.Model>.Refused no => Refused(no.Refusal, id),
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
        var (typed, place) = RowButton.Press(work.Form, PostedForm.Of(work.Form, posted), posted[RowButton.Name]);
        var outcome = await SaveFormDraft.HandleAsync(work, typed, posted.Files, RevisionIn(posted), viewer, db, stop);
        return DraftAnswers.WantsJson(http)
            ? DraftAnswers.Json(outcome)
            : outcome switch
            {
                Outcome<SaveFormDraft.Saved>.Done => TypedResults.LocalRedirect($"/work/{id}#{place}"),
                Outcome<SaveFormDraft.Saved>.Refused no => await NotKept(work, typed, no.Refusal, posted, http, stop),
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
            switch (await SaveFormDraft.HandleAsync(work, typed, posted.Files, RevisionIn(posted), viewer, db, stop))
            {
                case Outcome<SaveFormDraft.Saved>.Done saved:
                    typed = saved.Value.Typed;
                    break;
                case Outcome<SaveFormDraft.Saved>.Refused no:
                    return await NotKept(work, typed, no.Refusal, posted, http, stop);
            }
        }

        return await FinishWork.HandleAsync(work, posted["operationId"].ToString(), typed, viewer, db, runner, stop) switch
        {
            Outcome<Guid>.Done => TypedResults.LocalRedirect($"/work?finished={id}"),
            Outcome<Guid>.Refused { Refusal.Kind: RefusalKind.Invalid } no => await PageAgain(work, typed, no.Refusal, posted, http, stop),
            Outcome<Guid>.Refused no => Refused(no.Refusal, id),
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>The form with what was typed, for those whose work it is; the others learn why it is not.</summary>
    internal static async Task<IResult> NotKept(WorkAtHand work, FormTyped typed, Refusal refusal, IFormCollection posted, HttpContext http, CancellationToken stop) =>
        refusal is { Kind: RefusalKind.Invalid } or { Code: "draft-elsewhere" }
            ? await PageAgain(work, typed, refusal, posted, http, stop)
            : Refused(refusal, work.Item.Id);

    /// <summary>Shows the form with what was typed. Whoever posted it for work that nobody has takes it by that: only then it is theirs to see.</summary>
    internal static async Task<IResult> PageAgain(WorkAtHand work, FormTyped typed, Refusal refusal, IFormCollection posted, HttpContext http, CancellationToken stop)
    {
        // What the refused act added to the context is not to be seen by the page.
        var (viewer, db, desk) = (Session.RequiredOf(http.User), http.RequestServices.GetRequiredService<OfficeDb>(), http.RequestServices.GetRequiredService<WorkDesk>());
        db.ChangeTracker.Clear();
        if (work.Item is { IsOpen: true, AssigneeId: null } && await ClaimWork.HandleAsync(work.Item.Id, read: null, viewer, db, desk, stop) is Outcome<Guid>.Refused no)
        {
            return Refused(no.Refusal, work.Item.Id);
        }

        var again = new ShowWork.Again(typed, [.. refusal.All], posted["operationId"].ToString());
        return await ShowWork.HandleAsync(work.Item.Id, again, viewer, db, desk, stop) switch
        {
            Outcome<ShowWork.Model>.Done done => await Revealed(done.Value, http, RefusalPages.StatusOf(refusal), stop),
            Outcome<ShowWork.Model>.Refused unknown => Refused(unknown.Refusal, work.Item.Id),
            _ => throw new UnreachableException(),
        };
    }

    internal static int RevisionIn(IFormCollection posted) =>
        int.TryParse(posted["draftRevision"], NumberStyles.None, CultureInfo.InvariantCulture, out var revision) ? revision : 0;

    internal static IResult Refused(Refusal refusal, Guid id) => RefusalPages.Of(refusal, "作業", "受信箱へ", "/work", refusal.Code is "work-finished" ? $"/work/{id}" : null);
}
