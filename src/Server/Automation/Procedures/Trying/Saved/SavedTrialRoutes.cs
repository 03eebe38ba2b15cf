using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Automation.Procedures.Drafts;
using OfficeWorkflow.Server.Automation.Procedures.Views;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Automation.Procedures.Trying.Saved;

/// <summary>The page of the kept trials, and what the designer keeps.</summary>
internal static class SavedTrialRoutes
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var trials = app.MapGroup("/procedures/{key}/trials").RequireAuthorization(Policies.DraftProcedures);
        trials.MapGet("", ShowAll);
        trials.MapPost("", Keep).RequireRateLimiting(TrialServices.Limit);
        trials.MapPost("/{id:guid}/name", Rename);
        trials.MapPost("/{id:guid}/recording", Record);
        trials.MapGet("/{id:guid}/deletion", AskToDrop);
        trials.MapPost("/{id:guid}/deletion", Drop);
    }

    private static Task<IResult> ShowAll(string key, OfficeDb db, CheckDraft check, RunTrials run, CancellationToken stop) =>
        PageAsync(key, refusal: null, db, check, run, stop);

    private static async Task<IResult> PageAsync(string key, Refusal? refusal, OfficeDb db, CheckDraft check, RunTrials run, CancellationToken stop) =>
        await ListTrials.HandleAsync(key, db, check, run, stop) switch
        {
            Outcome<ListTrials.Model>.Done done => View.Of<TrialListPage, ListTrials.Model>(
                done.Value with { Refusal = refusal }, refusal is null ? StatusCodes.Status200OK : Problems.StatusOf(refusal.Kind)),
            Outcome<ListTrials.Model>.Refused => TypedResults.NotFound(),
            _ => throw new UnreachableException(),
        };

    private static async Task<IResult> Keep(
        string key, KeepTrial.Form form, OfficeDb db, CheckDraft check, TryDraft trying, TimeProvider clock, CancellationToken stop) =>
        await KeepTrial.HandleAsync(key, form, db, check, trying, clock, stop) switch
        {
            Outcome<Guid>.Done done => TypedResults.Created($"/procedures/{key}/trials", new { id = done.Value }),
            Outcome<Guid>.Refused no => Problems.Of(no.Refusal),
            _ => throw new UnreachableException(),
        };

    private static async Task<IResult> Rename(
        string key, Guid id, [FromForm] ChangeTrial.NameForm form, OfficeDb db, CheckDraft check, RunTrials run, TimeProvider clock, CancellationToken stop) =>
        await AnswerAsync(key, await ChangeTrial.RenameAsync(key, id, form, db, clock, stop), db, check, run, stop);

    private static async Task<IResult> Record(
        string key, Guid id, OfficeDb db, CheckDraft check, TryDraft trying, RunTrials run, TimeProvider clock, CancellationToken stop) =>
        await AnswerAsync(key, await ChangeTrial.RecordAsync(key, id, db, check, trying, clock, stop), db, check, run, stop);

    private static async Task<IResult> AskToDrop(string key, Guid id, OfficeDb db, CancellationToken stop) =>
        await ChangeTrial.FindAsync(key, id, db, stop) is { } saved
            ? View.Of<ConfirmPage, Confirmation>(new Confirmation(
                "試行の記録を消す",
                $"試行「{saved.Name}」の記録を消しますか。",
                ["このあとの公開では、この試行は確かめられません。", "記録は元に戻せません。"],
                $"/procedures/{key}/trials/{id}/deletion",
                "消す",
                $"/procedures/{key}/trials")
            { Here = "/procedures" })
            : TypedResults.NotFound();

    private static async Task<IResult> Drop(string key, Guid id, OfficeDb db, CheckDraft check, RunTrials run, TimeProvider clock, CancellationToken stop) =>
        await AnswerAsync(key, await ChangeTrial.DropAsync(key, id, db, clock, stop), db, check, run, stop);

    private static async Task<IResult> AnswerAsync(string key, Outcome<Guid> outcome, OfficeDb db, CheckDraft check, RunTrials run, CancellationToken stop) => outcome switch
    {
        Outcome<Guid>.Done => TypedResults.LocalRedirect($"/procedures/{Uri.EscapeDataString(key)}/trials"),
        Outcome<Guid>.Refused { Refusal.Kind: RefusalKind.Unknown } => TypedResults.NotFound(),
        Outcome<Guid>.Refused no => await PageAsync(key, no.Refusal, db, check, run, stop),
        _ => throw new UnreachableException(),
    };
}
