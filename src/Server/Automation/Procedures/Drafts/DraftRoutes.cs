using System.Diagnostics;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Automation.Forms;
using OfficeWorkflow.Server.Automation.Forms.Views;
using OfficeWorkflow.Server.Automation.Procedures.Views;
using OfficeWorkflow.Server.Channels.Mail.Templates;
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
        drafts.MapGet("/catalogue/forms/{form}", FormFile);
        drafts.MapGet("/catalogue/wordings/{template}", WordingFile);
        drafts.MapPost("/{key}/form-preview", FormPreviewOf);
        drafts.MapGet("/{key}/preview-cases", PreviewCases);
        drafts.MapPost("/{key}/mail-preview", MailPreviewOf);
        drafts.MapGet("/{key}/copies", Copies);
        drafts.MapPost("/{key}/copies/{id:guid}", GoOnWith);
        drafts.MapGet("/{key}/design", Design);
        drafts.MapGet("/{key}/draft", Open);
        drafts.MapPut("/{key}/draft", Save);
    }

    internal static Found Of(Finding finding) => new(
        finding.Rule, finding.Severity is Severity.Error ? "error" : "warning", finding.Element, finding.Message, finding.Fix);

    private static async Task<IResult> Catalogue(OfficeDb db, ShowCatalogue show, CancellationToken stop) => TypedResults.Ok(await show.HandleAsync(db, stop));

    private static async Task<IResult> Copies(string key, OfficeDb db, CancellationToken stop) =>
        await KeptDrafts.ListAsync(key, db, stop) switch
        {
            Outcome<KeptDrafts.Model>.Done done => View.Of<KeptDraftsPage, KeptDrafts.Model>(done.Value),
            Outcome<KeptDrafts.Model>.Refused => TypedResults.NotFound(),
            _ => throw new UnreachableException(),
        };

    private static async Task<IResult> GoOnWith(string key, Guid id, OfficeDb db, CheckDraft check, TimeProvider clock, CancellationToken stop) =>
        await KeptDrafts.GoOnAsync(key, id, db, check, clock, stop) switch
        {
            Outcome<SaveDraft.Saved>.Done => TypedResults.Redirect($"/procedures/{key}/design"),
            Outcome<SaveDraft.Saved>.Refused { Refusal.Kind: RefusalKind.Conflict } => TypedResults.Redirect($"/procedures/{key}/copies"),
            Outcome<SaveDraft.Saved>.Refused => TypedResults.NotFound(),
            _ => throw new UnreachableException(),
        };

    private static IResult FormFile(string form, FormLibrary forms) =>
        forms.Text(form) is { } text ? TypedResults.Text(text, "application/json") : TypedResults.NotFound();

    private static async Task<IResult> WordingFile(string template, OfficeDb db, TemplateScene scene, TimeProvider clock, CancellationToken stop) =>
        await ShowTemplate.HandleAsync(template, db, scene, clock, stop) is { } shown
            ? TypedResults.Ok(new { shown.Newest.Subject, shown.Newest.Body, known = shown.Known.Select(static name => new { name, word = MarkWords.Of(name) }) })
            : TypedResults.NotFound();

    private static async Task<IResult> FormPreviewOf(PreviewForm.Form form, FormLibrary forms, OfficeDb db, TimeProvider clock, CancellationToken stop) =>
        View.Of<FormPreview, PreviewForm.Model>(await PreviewForm.HandleAsync(form, forms, db, clock, stop));

    private static async Task<IResult> PreviewCases(string key, OfficeDb db, CancellationToken stop) => TypedResults.Ok(await PreviewMail.CasesAsync(key, db, stop));

    private static async Task<IResult> MailPreviewOf(string key, PreviewMail.Form form, OfficeDb db, TimeProvider clock, CancellationToken stop) =>
        TypedResults.Ok(await PreviewMail.HandleAsync(key, form, db, clock, stop));

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
                new { saved.Mark.Revision, savedAt = saved.At, findings = saved.Check.Findings.Select(Of) }),
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
        model.BasedOn,
        model.SavedAt,
        model.SavedBy,
        findings = model.Check.Findings.Select(Of),
        model.Locked,
    };
}
