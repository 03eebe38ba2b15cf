using System.Diagnostics;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Automation.Forms;
using OfficeWorkflow.Server.Automation.Procedures.Trying.Backtesting;
using OfficeWorkflow.Server.Automation.Procedures.Trying.Saved;
using OfficeWorkflow.Server.Automation.Procedures.Views;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Workflows.Trying;

namespace OfficeWorkflow.Server.Automation.Procedures.Trying;

/// <summary>The trial run of a draft: a request holds all of it, an answer shows all of it, and nothing is kept between the two.</summary>
internal static class TrialRoutes
{
    /// <param name="Source">The draft as it stands in the designer, saved or not.</param>
    internal sealed record Asked(string? Source, TrialScript? Script);

    /// <param name="Entries">What was typed; null for the samples.</param>
    /// <param name="Row"><c>add:key</c> or <c>remove:key:0</c>, where a row's button was pressed.</param>
    internal sealed record AskedForm(
        string? Source, TrialScript? Script, string? Procedure, string? Node, int Nth, IReadOnlyDictionary<string, IReadOnlyList<string>>? Entries, string? Row);

    public static void Map(IEndpointRouteBuilder app)
    {
        var trials = app.MapGroup("/procedures/{key}/trial")
            .RequireAuthorization(Policies.DraftProcedures)
            .RequireRateLimiting(TrialServices.Limit);
        trials.MapPost("", Try);
        trials.MapPost("/form", Form);
        SavedTrialRoutes.Map(app);
        BacktestRoutes.Map(app);
    }

    private static async Task<IResult> Try(string key, Asked asked, TryDraft trying, ShowTrial show, OfficeDb db, CancellationToken stop) =>
        await trying.HandleAsync(key, asked.Source ?? "", asked.Script, db, stop) switch
        {
            Outcome<TryDraft.Tried>.Done done => TypedResults.Ok(show.Of(done.Value)),
            Outcome<TryDraft.Tried>.Refused no => Problems.Of(no.Refusal),
            _ => throw new UnreachableException(),
        };

    private static async Task<IResult> Form(string key, AskedForm asked, TryDraft trying, TrialMoves moves, OfficeDb db, CancellationToken stop) =>
        await trying.HandleAsync(key, asked.Source ?? "", asked.Script, db, stop) switch
        {
            Outcome<TryDraft.Tried>.Done { Value: var tried } => moves.Sheet(tried.Trial, tried.Ground, new TrialPlace(asked.Procedure ?? key, asked.Node ?? "", Math.Max(0, asked.Nth)), TrialMove.Clean(asked.Entries)) is { } sheet
                ? View.Of<TrialForm, FormSheet>(WithRow(sheet, asked.Row))
                : TypedResults.NotFound(),
            Outcome<TryDraft.Tried>.Refused no => Problems.Of(no.Refusal),
            _ => throw new UnreachableException(),
        };

    private static FormSheet WithRow(FormSheet sheet, string? row) => row is null ? sheet : sheet with { Typed = RowButton.Press(sheet.Form, sheet.Typed, row).Typed };
}
