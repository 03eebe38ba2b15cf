using System.Diagnostics;
using System.Globalization;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Automation.Procedures.Drafts;
using OfficeWorkflow.Server.Automation.Procedures.Ladders.Views;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Automation.Procedures.Ladders;

internal static class LadderRoutes
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var ladders = app.MapGroup("/procedures").RequireAuthorization(Policies.PublishProcedures);
        ladders.MapGet("/{key}/ladders", Show);
        ladders.MapPost("/{key}/ladders", Change);
    }

    private static async Task<IResult> Show(string key, OfficeDb db, CancellationToken stop) =>
        await PageAsync(key, new Dictionary<string, string>(StringComparer.Ordinal), [], StatusCodes.Status200OK, db, stop);

    private static async Task<IResult> Change(
        string key, IFormCollection form, OfficeDb db, OfficeDbs dbs, ChangeLadders change, CheckDraft check, TimeProvider clock, CancellationToken stop)
    {
        var typed = form.ToDictionary(static field => field.Key, static field => field.Value.ToString(), StringComparer.Ordinal);
        var version = int.TryParse(typed.GetValueOrDefault("version"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        var place = $"/procedures/{Uri.EscapeDataString(key)}";
        return typed.GetValueOrDefault("into") is "draft"
            ? await AnswerAsync(await DraftLadders.HandleAsync(key, version, typed, db, check, clock, stop), $"{place}/publish", key, typed, dbs.Open(db.Scope), stop)
            : await AnswerAsync(await change.HandleAsync(key, version, typed, db, stop), $"{place}#versions", key, typed, dbs.Open(db.Scope), stop);
    }

    /// <param name="fresh">A context that knows nothing of what was refused.</param>
    private static async Task<IResult> AnswerAsync<T>(
        Outcome<T> outcome, string next, string key, IReadOnlyDictionary<string, string> typed, OfficeDb fresh, CancellationToken stop)
    {
        await using (fresh)
        {
            return outcome switch
            {
                Outcome<T>.Done => TypedResults.LocalRedirect(next),
                Outcome<T>.Refused { Refusal: { Kind: RefusalKind.Conflict } no } =>
                    await PageAsync(key, new Dictionary<string, string>(StringComparer.Ordinal), [no], StatusCodes.Status409Conflict, fresh, stop),
                Outcome<T>.Refused { Refusal: var no } => await PageAsync(key, typed, [.. no.All], StatusCodes.Status422UnprocessableEntity, fresh, stop),
                _ => throw new UnreachableException(),
            };
        }
    }

    private static async Task<IResult> PageAsync(string key, IReadOnlyDictionary<string, string> typed, IReadOnlyList<Refusal> refusals, int status, OfficeDb db, CancellationToken stop) =>
        await ShowLadders.HandleAsync(key, typed, refusals, db, stop) is { } model
            ? View.Of<LadderPage, ShowLadders.Model>(model, status)
            : TypedResults.NotFound();
}
