using System.Diagnostics;
using System.Security.Claims;
using Microsoft.AspNetCore.Mvc;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Automation.Forms;
using OfficeWorkflow.Server.Automation.Running;
using OfficeWorkflow.Server.Automation.Work.Handover.Views;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Automation.Work.Handover;

/// <summary>Where work changes hands.</summary>
internal static class HandoverRoutes
{
    /// <param name="work">The group of work items.</param>
    public static void Map(IEndpointRouteBuilder work)
    {
        work.MapPost("/{id:guid}/claim", Claim);
        work.MapPost("/{id:guid}/release", Release);
        work.MapGet("/{id:guid}/assignee", ShowAssignee);
        work.MapPost("/{id:guid}/assignee", Assign);
        work.MapGet("/{id:guid}/delegation", ShowDelegation);
        work.MapPost("/{id:guid}/delegation", Delegate);
        work.MapPost("/{id:guid}/delegation/end", TakeBack);
        work.MapPost("/{id:guid}/handback", HandBack);
        work.MapGet("/{id:guid}/return", ShowReturn);
        work.MapPost("/{id:guid}/return", Return);
    }

    private static async Task<IResult> Claim(Guid id, ClaimsPrincipal user, OfficeDb db, WorkDesk desk, CancellationToken stop) =>
        After(await ClaimWork.HandleAsync(id, read: null, Session.RequiredOf(user), db, desk, stop), id, $"/work/{id}");

    private static async Task<IResult> Release(Guid id, ClaimsPrincipal user, OfficeDb db, WorkDesk desk, CancellationToken stop) =>
        After(await ClaimWork.ReleaseAsync(id, read: null, Session.RequiredOf(user), db, desk, stop), id, "/work?scope=roles");

    private static async Task<IResult> ShowAssignee(Guid id, ClaimsPrincipal user, OfficeDb db, WorkDesk desk, CancellationToken stop) =>
        PageOf(await ReassignWork.ShowAsync(id, HandoverForm.Blank, [], Session.RequiredOf(user), db, desk, stop), id, StatusCodes.Status200OK);

    private static async Task<IResult> Assign(Guid id, [FromForm] HandoverForm form, ClaimsPrincipal user, OfficeDb db, WorkDesk desk, CancellationToken stop) =>
        await ReassignWork.HandleAsync(id, form, Session.RequiredOf(user), db, desk, stop) switch
        {
            Outcome<Guid>.Refused { Refusal.Kind: RefusalKind.Invalid } no => PageOf(
                await ReassignWork.ShowAsync(id, form, [.. no.Refusal.All], Session.RequiredOf(user), db, desk, stop), id, StatusCodes.Status422UnprocessableEntity),
            var outcome => After(outcome, id, $"/work/{id}"),
        };

    private static async Task<IResult> ShowDelegation(Guid id, ClaimsPrincipal user, OfficeDb db, WorkDesk desk, CancellationToken stop) =>
        PageOf(await DelegateWork.ShowAsync(id, HandoverForm.Blank, [], Session.RequiredOf(user), db, desk, stop), id, StatusCodes.Status200OK);

    private static async Task<IResult> Delegate(Guid id, [FromForm] HandoverForm form, ClaimsPrincipal user, OfficeDb db, WorkDesk desk, CancellationToken stop) =>
        await DelegateWork.HandleAsync(id, form, Session.RequiredOf(user), db, desk, stop) switch
        {
            Outcome<Guid>.Refused { Refusal.Kind: RefusalKind.Invalid } no => PageOf(
                await DelegateWork.ShowAsync(id, form, [.. no.Refusal.All], Session.RequiredOf(user), db, desk, stop), id, StatusCodes.Status422UnprocessableEntity),
            var outcome => After(outcome, id, $"/work/{id}"),
        };

    private static async Task<IResult> TakeBack(Guid id, ClaimsPrincipal user, OfficeDb db, WorkDesk desk, CancellationToken stop) =>
        After(await DelegateWork.TakeBackAsync(id, read: null, Session.RequiredOf(user), db, desk, stop), id, $"/work/{id}");

    /// <summary>What stands in the form goes back to the owner as a draft.</summary>
    private static async Task<IResult> HandBack(Guid id, HttpContext http, OfficeDb db, WorkDesk desk, CancellationToken stop)
    {
        var viewer = Session.RequiredOf(http.User);
        if (await desk.OpenAsync(id, viewer, db, stop) is not { } work)
        {
            return WorkRoutes.Refused(WorkAnswers.Unknown, id);
        }

        var posted = await http.Request.ReadFormAsync(stop);
        if (WorkRules.Prepares(viewer, work.Item, work.ReservedTo))
        {
            var typed = PostedForm.Of(work.Form, posted);
            if (await SaveFormDraft.HandleAsync(work, typed, posted.Files, WorkRoutes.RevisionIn(posted), viewer, db, stop) is Outcome<SaveFormDraft.Saved>.Refused no)
            {
                return await WorkRoutes.NotKept(work, typed, no.Refusal, posted, http, stop);
            }
        }

        return After(await DelegateWork.HandBackAsync(id, new HandoverForm(null, posted["report"]), viewer, db, desk, stop), id, "/work");
    }

    private static async Task<IResult> ShowReturn(Guid id, ClaimsPrincipal user, OfficeDb db, WorkDesk desk, CancellationToken stop) =>
        await desk.OpenAsync(id, Session.RequiredOf(user), db, stop) is { } work
            ? PageOf(ReturnWork.Show(work, HandoverForm.Blank, [], Session.RequiredOf(user)), id, StatusCodes.Status200OK)
            : WorkRoutes.Refused(WorkAnswers.Unknown, id);

    private static async Task<IResult> Return(
        Guid id, [FromForm] HandoverForm form, ClaimsPrincipal user, OfficeDb db, WorkDesk desk, CaseRunner runner, CancellationToken stop)
    {
        var viewer = Session.RequiredOf(user);
        if (await desk.OpenAsync(id, viewer, db, stop) is not { } work)
        {
            return WorkRoutes.Refused(WorkAnswers.Unknown, id);
        }

        return await ReturnWork.HandleAsync(work, form, viewer, db, runner, stop) switch
        {
            Outcome<Guid>.Refused { Refusal.Kind: RefusalKind.Invalid } no =>
                PageOf(ReturnWork.Show(work, form, [.. no.Refusal.All], viewer), id, StatusCodes.Status422UnprocessableEntity),
            var outcome => After(outcome, id, $"/cases/{work.Item.CaseId}"),
        };
    }

    private static IResult After(Outcome<Guid> outcome, Guid id, string then) => outcome switch
    {
        Outcome<Guid>.Done => TypedResults.LocalRedirect(then),
        Outcome<Guid>.Refused no => WorkRoutes.Refused(no.Refusal, id),
        _ => throw new UnreachableException(),
    };

    private static IResult PageOf(Outcome<HandoverQuestion> outcome, Guid id, int status) => outcome switch
    {
        Outcome<HandoverQuestion>.Done done => View.Of<HandoverPage, HandoverQuestion>(done.Value, status),
        Outcome<HandoverQuestion>.Refused no => WorkRoutes.Refused(no.Refusal, id),
        _ => throw new UnreachableException(),
    };
}
