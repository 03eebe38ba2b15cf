using System.Diagnostics;
using System.Security.Claims;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Automation.Forms;
using OfficeWorkflow.Server.Automation.Procedures.Drafts;
using OfficeWorkflow.Server.Automation.Procedures.Releasing.Views;
using OfficeWorkflow.Server.Automation.Procedures.Trying.Saved;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Automation.Procedures.Releasing;

/// <summary>From a draft to a version and back: drafting, reviewing, publishing and moving are permissions apart.</summary>
internal static class ReleaseRoutes
{
    private const string Xml = "application/xml; charset=utf-8";

    public static void Map(IEndpointRouteBuilder app)
    {
        var pages = app.MapGroup("/procedures/{key}").RequireAuthorization(Policies.ReviewProcedures);
        pages.MapGet("/publish", Show);
        pages.MapGet("/publish/draft.bpmn", Drawing);
        pages.MapGet("/requests/{id:guid}", ShowRequest);
        pages.MapGet("/requests/{id:guid}/drawing", RequestDrawing);
        pages.MapGet("/restoring", ShowRestoring);
        pages.MapGet("/shipped.bpmn", Shipped);
        pages.MapPost("/requests/{id:guid}/decision", Decide);
        pages.MapPost("/requests", Ask).RequireAuthorization(Policies.DraftProcedures);
        pages.MapPost("/publish", Publish).RequireAuthorization(Policies.PublishProcedures);
        pages.MapPost("/restoring", Restore).RequireAuthorization(Policies.PublishProcedures);
    }

    private static async Task<IResult> Show(string key, ClaimsPrincipal user, ShowPublish show, OfficeDb db, CancellationToken stop) =>
        await show.OfDraftAsync(key, RightsOf(user), db, stop) is { } model
            ? View.Of<PublishPage, ShowPublish.Model>(model)
            : TypedResults.LocalRedirect($"/procedures/{Uri.EscapeDataString(key)}");

    private static async Task<IResult> Drawing(string key, OfficeDb db, CancellationToken stop) =>
        Bytes(await db.ProcedureDrafts.Where(row => row.Key == key).Select(static row => row.Source).SingleOrDefaultAsync(stop));

    private static async Task<IResult> RequestDrawing(string key, Guid id, OfficeDb db, CancellationToken stop) =>
        Bytes(await db.PublishRequests.Where(row => row.Id == id && row.Key == key).Select(static row => row.Source).SingleOrDefaultAsync(stop));

    private static async Task<IResult> Shipped(string key, OfficeDb db, CheckDraft check, CancellationToken stop) =>
        Bytes(await RestoreVersion.SourceAsync(key, RestoreVersion.Shipped, db, check, stop));

    private static IResult Bytes(string? source) => source is null ? TypedResults.NotFound() : TypedResults.Bytes(Encoding.UTF8.GetBytes(source), Xml);

    private static async Task<IResult> Ask(
        string key, [FromForm] PublishForm form, ClaimsPrincipal user, ShowPublish show, CheckDraft check, OfficeDb db, OfficeDbs dbs, TimeProvider clock, CancellationToken stop) =>
        await AskApproval.HandleAsync(key, form.Note, form.Read ?? "", db, check, clock, stop) switch
        {
            Outcome<PublishRequest>.Done => TypedResults.LocalRedirect($"/procedures/{key}/publish"),
            Outcome<PublishRequest>.Refused no => await AgainAsync(key, form, no.Refusal, user, show, db, dbs, stop),
            _ => throw new UnreachableException(),
        };

    private static async Task<IResult> Publish(
        string key,
        [FromForm] PublishForm form,
        ClaimsPrincipal user,
        ShowPublish show,
        CheckDraft check,
        RunTrials trials,
        Publishing publishing,
        OfficeDb db,
        OfficeDbs dbs,
        TimeProvider clock,
        CancellationToken stop)
    {
        var day = string.IsNullOrWhiteSpace(form.StartsOn) ? null : TypedText.Day(form.StartsOn);
        if (day is null && !string.IsNullOrWhiteSpace(form.StartsOn))
        {
            return await AgainAsync(key, form, new Refusal("not-a-date", "使い始める日が読めません。例: 令和8年4月1日、R8.4.1", nameof(form.StartsOn)), user, show, db, dbs, stop);
        }

        return await PublishVersion.HandleAsync(key, new PublishVersion.Form(form.Note, day, form.Read ?? ""), db, check, trials, publishing, clock, stop) switch
        {
            Outcome<ProcedureVersion>.Done done => TypedResults.LocalRedirect($"/procedures/{key}/move?to={done.Value.Number}&published=true"),
            Outcome<ProcedureVersion>.Refused no => await AgainAsync(key, form, no.Refusal, user, show, db, dbs, stop),
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>The page once more, as it is now, with what was typed and what is wrong with it.</summary>
    private static async Task<IResult> AgainAsync(
        string key, PublishForm form, Refusal refusal, ClaimsPrincipal user, ShowPublish show, OfficeDb db, OfficeDbs dbs, CancellationToken stop)
    {
        await using var fresh = dbs.Open(db.Scope);
        return await show.OfDraftAsync(key, RightsOf(user), fresh, stop) is { } model
            ? View.Of<PublishPage, ShowPublish.Model>(model with { Note = form.Note, StartsOn = form.StartsOn, Refusals = [.. refusal.All] }, RefusalPages.StatusOf(refusal))
            : RefusalPages.Of(refusal, "手続き", "手続きの一覧へ", "/procedures");
    }

    private static async Task<IResult> ShowRequest(string key, Guid id, ClaimsPrincipal user, ShowPublish show, OfficeDb db, CancellationToken stop) =>
        await show.OfRequestAsync(key, id, RightsOf(user), db, stop) is { } model ? View.Of<RequestPage, ShowPublish.Model>(model) : TypedResults.NotFound();

    private static async Task<IResult> Decide(
        string key, Guid id, [FromForm] DecideRequest.Form form, ClaimsPrincipal user, ShowPublish show, OfficeDb db, OfficeDbs dbs, TimeProvider clock, CancellationToken stop)
    {
        if (await DecideRequest.HandleAsync(id, form, db, clock, stop) is not Outcome<PublishRequest>.Refused { Refusal: var no })
        {
            return TypedResults.LocalRedirect($"/procedures/{key}/requests/{id}");
        }

        await using var fresh = dbs.Open(db.Scope);
        return await show.OfRequestAsync(key, id, RightsOf(user), fresh, stop) is { } model
            ? View.Of<RequestPage, ShowPublish.Model>(model with { Refusals = [.. no.All] }, RefusalPages.StatusOf(no))
            : TypedResults.NotFound();
    }

    private static async Task<IResult> ShowRestoring(string key, string? to, ClaimsPrincipal user, ShowPublish show, OfficeDb db, CancellationToken stop) =>
        await show.OfRestoringAsync(key, to, RightsOf(user), db, stop) is { } model ? View.Of<RestorePage, RestorePage.Shown>(new(model, to!)) : TypedResults.NotFound();

    private static async Task<IResult> Restore(
        string key,
        [FromForm] RestoreVersion.Form form,
        ClaimsPrincipal user,
        ShowPublish show,
        CheckDraft check,
        Publishing publishing,
        OfficeDb db,
        OfficeDbs dbs,
        TimeProvider clock,
        CancellationToken stop)
    {
        switch (await RestoreVersion.HandleAsync(key, form, db, check, publishing, clock, stop))
        {
            case Outcome<ProcedureVersion>.Done done:
                return TypedResults.LocalRedirect($"/procedures/{key}/move?to={done.Value.Number}&published=true&back=true");
            case Outcome<ProcedureVersion>.Refused { Refusal: var no }:
                await using (var fresh = dbs.Open(db.Scope))
                {
                    return await show.OfRestoringAsync(key, form.To, RightsOf(user), fresh, stop) is { } model
                        ? View.Of<RestorePage, RestorePage.Shown>(new(model with { Note = form.Note, Refusals = [.. no.All] }, form.To!), RefusalPages.StatusOf(no))
                        : TypedResults.NotFound();
                }

            default:
                throw new UnreachableException();
        }
    }

    internal static ShowPublish.Rights RightsOf(ClaimsPrincipal user)
    {
        var viewer = Session.RequiredOf(user);
        bool May(string policy) => Policies.Names[policy].Any(viewer.Has);
        return new ShowPublish.Rights(
            May(Policies.DraftProcedures), May(Policies.ReviewProcedures), May(Policies.PublishProcedures), May(Policies.MoveCases), viewer.PersonId);
    }
}
