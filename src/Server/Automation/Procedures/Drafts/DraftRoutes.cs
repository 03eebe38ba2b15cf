using System.Diagnostics;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Automation.Procedures.Views;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Workflows.Checking;

namespace OfficeWorkflow.Server.Automation.Procedures.Drafts;

/// <summary>The designer's page and what it asks for.</summary>
internal static class DraftRoutes
{
    internal sealed record Found(string Rule, string Severity, string? Element, string Message, string Fix);

    public static void Map(IEndpointRouteBuilder app)
    {
        var drafts = app.MapGroup("/procedures").RequireAuthorization(Policies.DraftProcedures);
        drafts.MapGet("/catalogue", Catalogue);
        drafts.MapGet("/{key}/design", Design);
        drafts.MapGet("/{key}/draft", Open);
        drafts.MapPut("/{key}/draft", Save);
    }

    internal static Found Of(Finding finding) => new(
        finding.Rule, finding.Severity is Severity.Error ? "error" : "warning", finding.Element, finding.Message, finding.Fix);

    private static async Task<IResult> Catalogue(OfficeDb db, ShowCatalogue show, CancellationToken stop) => TypedResults.Ok(await show.HandleAsync(db, stop));

    private static async Task<IResult> Design(string key, OfficeDb db, CheckDraft check, CancellationToken stop) =>
        await OpenDraft.HandleAsync(key, db, check, stop) switch
        {
            Outcome<OpenDraft.Model>.Done done => View.Of<DesignerPage, OpenDraft.Model>(done.Value),
            Outcome<OpenDraft.Model>.Refused => TypedResults.NotFound(),
            _ => throw new UnreachableException(),
        };

    private static async Task<IResult> Open(string key, OfficeDb db, CheckDraft check, CancellationToken stop) =>
        await OpenDraft.HandleAsync(key, db, check, stop) switch
        {
            Outcome<OpenDraft.Model>.Done done => TypedResults.Ok(Body(done.Value)),
            Outcome<OpenDraft.Model>.Refused no => Problems.Of(no.Refusal),
            _ => throw new UnreachableException(),
        };

    private static async Task<IResult> Save(
        string key, SaveDraft.Form form, OfficeDb db, CheckDraft check, TimeProvider clock, CancellationToken stop) =>
        await SaveDraft.HandleAsync(key, form, db, check, clock, stop) switch
        {
            Outcome<SaveDraft.Saved>.Done { Value: var saved } => TypedResults.Ok(
                new { saved.Revision, savedAt = saved.At, findings = saved.Check.Findings.Select(Of) }),
            Outcome<SaveDraft.Saved>.Refused { Refusal.Kind: RefusalKind.Conflict } => await Theirs(key, db, check, stop),
            Outcome<SaveDraft.Saved>.Refused no => Problems.Of(no.Refusal),
            _ => throw new UnreachableException(),
        };

    private static async Task<IResult> Theirs(string key, OfficeDb db, CheckDraft check, CancellationToken stop)
    {
        db.ChangeTracker.Clear();
        return await OpenDraft.HandleAsync(key, db, check, stop) is Outcome<OpenDraft.Model>.Done theirs
            ? TypedResults.Conflict(Body(theirs.Value))
            : TypedResults.NotFound();
    }

    private static object Body(OpenDraft.Model model) => new
    {
        model.Source,
        model.Revision,
        model.SavedAt,
        model.SavedBy,
        findings = model.Check.Findings.Select(Of),
        model.Locked,
    };
}
