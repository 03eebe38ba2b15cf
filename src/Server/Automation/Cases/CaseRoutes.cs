using System.Diagnostics;
using System.Security.Claims;
using Microsoft.AspNetCore.Mvc;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Automation.Cases.Future;
using OfficeWorkflow.Server.Automation.Cases.Tokens;
using OfficeWorkflow.Server.Automation.Cases.Views;
using OfficeWorkflow.Server.Automation.Notes;
using OfficeWorkflow.Server.Automation.Procedures;
using OfficeWorkflow.Server.Automation.Running;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Automation.Cases;

internal static class CaseRoutes
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var cases = app.MapGroup("/cases").RequireAuthorization(Policies.Member);
        cases.MapGet("", ListAll);
        cases.MapGet("/new", ShowStart).RequireAuthorization(Policies.Work);
        cases.MapPost("", PostStart).RequireAuthorization(Policies.Work);
        cases.MapGet("/{id:guid}", ShowOne).Reveals("case-opened", "case", "案件の内容を開いた");
        cases.MapPost("/{id:guid}/notes", PostNote).RequireAuthorization(Policies.Work).Reveals("case-opened", "case", "案件の内容を開いた");
        cases.MapGet("/{id:guid}/cancellation", AskCancel).RequireAuthorization(Policies.Lead);
        cases.MapPost("/{id:guid}/cancellation", PostCancel).RequireAuthorization(Policies.Lead);
        FutureRoutes.Map(app);
        TokenRoutes.Map(app);
    }

    private static async Task<IResult> ListAll([AsParameters] ListCases.Filter filter, OfficeDb db, CancellationToken stop) =>
        View.Of<CaseListPage, ListCases.Model>(await ListCases.HandleAsync(filter, db, stop));

    private static async Task<IResult> ShowStart(
        [AsParameters] ChooseStart.Form form, ClaimsPrincipal user, OfficeDb db, SubjectList subjects, ProcedureLibrary library, CancellationToken stop) =>
        View.Of<StartCasePage, ChooseStart.Model>(await ChooseStart.ShowAsync(form, [], Session.RequiredOf(user), db, subjects, library, stop));

    private static async Task<IResult> PostStart(
        [FromForm] ChooseStart.Form form,
        ClaimsPrincipal user,
        OfficeDb db,
        CaseSubject subject,
        SubjectList subjects,
        ProcedureLibrary library,
        Beginning beginning,
        CancellationToken stop) =>
        await ChooseStart.HandleAsync(form, db, subject, subjects, beginning, stop) switch
        {
            Outcome<CaseFile>.Done done => TypedResults.LocalRedirect($"/cases/{done.Value.Id}"),
            Outcome<CaseFile>.Refused no => View.Of<StartCasePage, ChooseStart.Model>(
                await ChooseStart.ShowAsync(form, [.. no.Refusal.All], Session.RequiredOf(user), db, subjects, library, stop), StatusCodes.Status422UnprocessableEntity),
            _ => throw new UnreachableException(),
        };

    private static async Task<IResult> ShowOne(
        Guid id, ClaimsPrincipal user, OfficeDb db, ProcedureLibrary library, SubjectList subjects, TimeProvider clock, CancellationToken stop) =>
        await PageAsync(id, typed: null, [], user, db, library, subjects, clock, stop);

    private static async Task<IResult> PostNote(
        Guid id,
        HttpRequest request,
        ClaimsPrincipal user,
        OfficeDb db,
        ProcedureLibrary library,
        SubjectList subjects,
        TimeProvider clock,
        CancellationToken stop)
    {
        // Read by hand: a form without a file need not be multipart.
        var form = await request.ReadFormAsync(stop);
        var text = form["text"].ToString();
        return await WriteNote.HandleAsync(id, text, [.. form.Files.GetFiles("files")], Session.RequiredOf(user), db, clock, stop) switch
        {
            Outcome<Guid>.Done done => TypedResults.LocalRedirect(
                Guid.TryParse(form["work"], out var work) ? $"/work/{work}#note-{done.Value}" : $"/cases/{id}#note-{done.Value}"),
            Outcome<Guid>.Refused no => await PageAsync(id, text, [.. no.Refusal.All], user, db, library, subjects, clock, stop),
            _ => throw new UnreachableException(),
        };
    }

    /// <param name="typed">A note that was refused.</param>
    private static async Task<IResult> PageAsync(
        Guid id,
        string? typed,
        IReadOnlyList<Refusal> refusals,
        ClaimsPrincipal user,
        OfficeDb db,
        ProcedureLibrary library,
        SubjectList subjects,
        TimeProvider clock,
        CancellationToken stop)
    {
        if (await ShowCase.HandleAsync(id, MayCancel(user), db, library, subjects, clock, stop) is not { } model)
        {
            return TypedResults.NotFound();
        }

        var mayWrite = Session.ViewerOf(user) is { } viewer && Policies.Names[Policies.Work].Any(viewer.Has);
        var notes = model.Notes with { CanWrite = mayWrite, Typed = typed, Refusals = refusals };
        return View.Of<CasePage, ShowCase.Model>(model with { Notes = notes }, refusals.Count == 0 ? StatusCodes.Status200OK : RefusalPages.StatusOf(refusals[0]));
    }

    private static async Task<IResult> AskCancel(
        Guid id, OfficeDb db, ProcedureLibrary library, SubjectList subjects, TimeProvider clock, CancellationToken stop) =>
        await ConfirmAsync(id, reason: null, [], StatusCodes.Status200OK, db, library, subjects, clock, stop);

    private static async Task<IResult> PostCancel(
        Guid id,
        [FromForm] string? reason,
        OfficeDb db,
        CaseRunner runner,
        ProcedureLibrary library,
        SubjectList subjects,
        TimeProvider clock,
        CancellationToken stop) =>
        await CancelCase.HandleAsync(id, reason ?? "", db, runner, clock, stop) switch
        {
            Outcome<CaseFile>.Done => TypedResults.LocalRedirect($"/cases/{id}"),
            Outcome<CaseFile>.Refused { Refusal.Kind: RefusalKind.Unknown } => TypedResults.NotFound(),
            Outcome<CaseFile>.Refused { Refusal.Kind: RefusalKind.Conflict } no => RefusalPages.Of(no.Refusal, "案件", "案件へ", $"/cases/{id}"),
            Outcome<CaseFile>.Refused no => await ConfirmAsync(
                id, reason, [.. no.Refusal.All], StatusCodes.Status422UnprocessableEntity, db, library, subjects, clock, stop),
            _ => throw new UnreachableException(),
        };

    /// <param name="reason">One that was refused.</param>
    private static async Task<IResult> ConfirmAsync(
        Guid id,
        string? reason,
        IReadOnlyList<Refusal> refusals,
        int status,
        OfficeDb db,
        ProcedureLibrary library,
        SubjectList subjects,
        TimeProvider clock,
        CancellationToken stop)
    {
        var model = await ShowCase.HandleAsync(id, canCancel: true, db, library, subjects, clock, stop);
        return model is not { CanCancel: true }
            ? TypedResults.NotFound()
            : View.Of<ConfirmPage, Confirmation>(Question(model, reason, refusals), status);
    }

    private static Confirmation Question(ShowCase.Model model, string? reason, IReadOnlyList<Refusal> refusals) => new(
        $"「{model.File.ProcedureName}」の中止",
        $"{model.File.SubjectLabel}の「{model.File.ProcedureName}」を中止しますか。元に戻すことはできません。",
        [
            .. model.Open.Select(static work => $"作業「{work.Name}」{(work.Assignee is null ? "" : $"（{work.Assignee}さん）")}は終わります。"),
            .. model.Diagrams.Skip(1).Select(static diagram => $"呼び出した手続き「{diagram.Name}」も中止になります。"),
            "待っている返事、催促、専用リンクはすべて終わります。",
            "これまでの記録とメールは残ります。",
        ],
        $"/cases/{model.File.Id}/cancellation",
        "中止する",
        $"/cases/{model.File.Id}")
    {
        Here = "/cases",
        ReasonLabel = "中止の理由",
        Reason = reason,
        Refusals = refusals,
    };

    private static bool MayCancel(ClaimsPrincipal user) =>
        Session.ViewerOf(user) is { } viewer && Policies.Names[Policies.Lead].Any(viewer.Has);
}
