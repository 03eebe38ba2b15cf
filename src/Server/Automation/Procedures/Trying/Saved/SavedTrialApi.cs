using System.Diagnostics;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Automation.Procedures.Drafts;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Automation.Procedures.Trying.Saved;

/// <summary>The kept trials of a procedure over HTTP.</summary>
internal static class SavedTrialApi
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var trials = app.MapGroup("/api/v1/procedures/{key}/trials").RequireAuthorization(Policies.DraftProcedures).WithTags("procedures");
        trials.MapGet("", List).WithName("listTrials");
        trials.MapPost("", Keep).RequireRateLimiting(TrialServices.Limit).WithName("keepTrial");
        trials.MapPut("/{id:guid}/name", Rename).WithName("renameTrial");
        trials.MapPost("/{id:guid}/recording", Record).WithName("recordTrialAgain");
        trials.MapDelete("/{id:guid}", Drop).WithName("dropTrial");
    }

    private static async Task<IResult> List(string key, OfficeDb db, CheckDraft check, RunTrials run, CancellationToken stop) =>
        await ListTrials.HandleAsync(key, db, check, run, stop) switch
        {
            Outcome<ListTrials.Model>.Done { Value: var model } => TypedResults.Ok(new
            {
                items = model.Rows.Select(row => new { row.Id, row.Name, row.RecordedAt, passes = !model.HasErrors && row.Difference is null, row.Difference, row.Landmarks }),
            }),
            Outcome<ListTrials.Model>.Refused no => Problems.Of(no.Refusal),
            _ => throw new UnreachableException(),
        };

    private static async Task<IResult> Keep(
        string key, KeepTrial.Form form, OfficeDb db, CheckDraft check, TryDraft trying, TimeProvider clock, CancellationToken stop) =>
        await KeepTrial.HandleAsync(key, form, db, check, trying, clock, stop) switch
        {
            Outcome<Guid>.Done done => TypedResults.Created($"/api/v1/procedures/{key}/trials", new { id = done.Value }),
            Outcome<Guid>.Refused no => Problems.Of(no.Refusal),
            _ => throw new UnreachableException(),
        };

    private static async Task<IResult> Rename(string key, Guid id, ChangeTrial.NameForm form, OfficeDb db, TimeProvider clock, CancellationToken stop) =>
        Answer(await ChangeTrial.RenameAsync(key, id, form, db, clock, stop));

    private static async Task<IResult> Record(string key, Guid id, OfficeDb db, CheckDraft check, TryDraft trying, TimeProvider clock, CancellationToken stop) =>
        Answer(await ChangeTrial.RecordAsync(key, id, db, check, trying, clock, stop));

    private static async Task<IResult> Drop(string key, Guid id, OfficeDb db, TimeProvider clock, CancellationToken stop) =>
        Answer(await ChangeTrial.DropAsync(key, id, db, clock, stop));

    private static IResult Answer(Outcome<Guid> outcome) => outcome switch
    {
        Outcome<Guid>.Done => TypedResults.Ok(),
        Outcome<Guid>.Refused no => Problems.Of(no.Refusal),
        _ => throw new UnreachableException(),
    };
}
