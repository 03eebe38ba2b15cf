using System.Diagnostics;
using System.Security.Claims;
using System.Text;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Automation.Cases.Moving;
using OfficeWorkflow.Server.Automation.Procedures.Drafts;
using OfficeWorkflow.Server.Automation.Procedures.Figures;
using OfficeWorkflow.Server.Automation.Procedures.Ladders;
using OfficeWorkflow.Server.Automation.Procedures.Packages;
using OfficeWorkflow.Server.Automation.Procedures.Releasing;
using OfficeWorkflow.Server.Automation.Procedures.Retiring;
using OfficeWorkflow.Server.Automation.Procedures.Trying;
using OfficeWorkflow.Server.Automation.Procedures.Views;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Automation.Procedures;

internal static class ProcedureRoutes
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var procedures = app.MapGroup("/procedures").RequireAuthorization(Policies.Member);
        procedures.MapGet("", ListAll);
        procedures.MapGet("/{key}", ShowOne);
        procedures.MapGet("/{key}/versions/{number:int}.bpmn", Export);
        DraftRoutes.Map(app);
        PackageRoutes.Map(app);
        ReleaseRoutes.Map(app);
        MoveRoutes.Map(app);
        TrialRoutes.Map(app);
        LadderRoutes.Map(app);
        RetireRoutes.Map(app);
    }

    private static async Task<IResult> ListAll(OfficeDb db, ClaimsPrincipal user, CancellationToken stop) =>
        View.Of<ProcedureListPage, ProcedureListPage.Shown>(new(await ListProcedures.HandleAsync(db, stop), May(user, Policies.DraftProcedures)));

    private static async Task<IResult> ShowOne(
        string key, string? version, string? month, OfficeDb db, CheckDraft check, ShowFigures figures, ClaimsPrincipal user, CancellationToken stop) =>
        await ShowProcedure.HandleAsync(key, db, stop) switch
        {
            Outcome<ShowProcedure.Model>.Done done => View.Of<ProcedurePage, ShowProcedure.Model>(done.Value with
            {
                MayDraft = May(user, Policies.DraftProcedures),
                MayPublish = May(user, Policies.PublishProcedures),
                IsShipped = check.Shipped(key) is not null,
                Figures = await FiguresAsync(FiguresAsked.Of(key, version, month), db, figures, stop),
            }),
            Outcome<ShowProcedure.Model>.Refused => TypedResults.NotFound(),
            _ => throw new UnreachableException(),
        };

    /// <summary>A version that there is not is as if none was asked for.</summary>
    private static async Task<ShowFigures.Model?> FiguresAsync(FiguresAsked asked, OfficeDb db, ShowFigures figures, CancellationToken stop) =>
        await figures.HandleAsync(asked, db, stop) ?? await figures.HandleAsync(asked with { Version = null }, db, stop);

    private static bool May(ClaimsPrincipal user, string policy) => Session.ViewerOf(user) is { } viewer && Policies.Names[policy].Any(viewer.Has);

    private static async Task<IResult> Export(string key, int number, OfficeDb db, CancellationToken stop) =>
        await ShowProcedure.SourceAsync(key, number, db, stop) switch
        {
            Outcome<string>.Done done => TypedResults.Bytes(Encoding.UTF8.GetBytes(done.Value), "application/xml; charset=utf-8", $"{key}-{number}.bpmn"),
            Outcome<string>.Refused => TypedResults.NotFound(),
            _ => throw new UnreachableException(),
        };
}
