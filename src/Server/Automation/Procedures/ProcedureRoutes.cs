using System.Diagnostics;
using System.Security.Claims;
using System.Text;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Automation.Procedures.Drafts;
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
    }

    private static async Task<IResult> ListAll(OfficeDb db, CancellationToken stop) =>
        View.Of<ProcedureListPage, IReadOnlyList<ListProcedures.Row>>(await ListProcedures.HandleAsync(db, stop));

    private static async Task<IResult> ShowOne(string key, OfficeDb db, ClaimsPrincipal user, CancellationToken stop) =>
        await ShowProcedure.HandleAsync(key, db, stop) switch
        {
            Outcome<ShowProcedure.Model>.Done done => View.Of<ProcedurePage, ShowProcedure.Model>(done.Value with { MayDraft = May(user, Policies.DraftProcedures) }),
            Outcome<ShowProcedure.Model>.Refused => TypedResults.NotFound(),
            _ => throw new UnreachableException(),
        };

    private static bool May(ClaimsPrincipal user, string policy) => Session.ViewerOf(user) is { } viewer && Policies.Names[policy].Any(viewer.Has);

    private static async Task<IResult> Export(string key, int number, OfficeDb db, CancellationToken stop) =>
        await ShowProcedure.SourceAsync(key, number, db, stop) switch
        {
            Outcome<string>.Done done => TypedResults.Bytes(Encoding.UTF8.GetBytes(done.Value), "application/xml; charset=utf-8", $"{key}-{number}.bpmn"),
            Outcome<string>.Refused => TypedResults.NotFound(),
            _ => throw new UnreachableException(),
        };
}
