using System.Diagnostics;
using System.Security.Claims;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Automation.Work.Bulk.Views;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Automation.Work.Bulk;

internal static class BulkRoutes
{
    /// <param name="work">The group of work items.</param>
    public static void Map(IEndpointRouteBuilder work)
    {
        work.MapGet("/bulk", Ask).RequireAuthorization(Policies.Work);
        work.MapPost("/bulk", Do).RequireAuthorization(Policies.Work);
    }

    private static async Task<IResult> Ask(HttpRequest request, ClaimsPrincipal user, OfficeDb db, WorkDesk desk, CancellationToken stop)
    {
        var form = new BulkWork.Form(request.Query["act"], Ids(request.Query["work"]), null, null, null, null);
        return View.Of<BulkPage, AskBulk.Model>(await AskBulk.HandleAsync(form, [], [], Session.RequiredOf(user), db, desk, stop));
    }

    /// <summary>Read by hand: a list of ids is no field that the framework binds.</summary>
    private static async Task<IResult> Do(HttpRequest request, ClaimsPrincipal user, OfficeDb db, WorkDesk desk, BulkWork bulk, CancellationToken stop)
    {
        var posted = await request.ReadFormAsync(stop);
        var form = new BulkWork.Form(posted["act"], Ids(posted["work"]), posted["to"], posted["dueOn"], posted["reason"], posted["operationId"]);
        var viewer = Session.RequiredOf(user);
        return await bulk.HandleAsync(form, viewer, stop) switch
        {
            Outcome<IReadOnlyList<BulkWork.Row>>.Done done when Same(done.Value) is { } wrong => View.Of<BulkPage, AskBulk.Model>(
                await AskBulk.HandleAsync(form, [], [.. wrong.All], viewer, db, desk, stop), StatusCodes.Status422UnprocessableEntity),
            Outcome<IReadOnlyList<BulkWork.Row>>.Done done => View.Of<BulkPage, AskBulk.Model>(await AskBulk.HandleAsync(form, done.Value, [], viewer, db, desk, stop)),
            Outcome<IReadOnlyList<BulkWork.Row>>.Refused no => View.Of<BulkPage, AskBulk.Model>(
                await AskBulk.HandleAsync(form, [], [.. no.Refusal.All], viewer, db, desk, stop), StatusCodes.Status422UnprocessableEntity),
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>What is wrong with the form itself: nothing was done, and each item was refused for a field of the page.</summary>
    private static Refusal? Same(IReadOnlyList<BulkWork.Row> rows) =>
        rows.All(static row => row.Refusal is { Kind: RefusalKind.Invalid, Field: "to" or "reason" or "dueOn" }) ? rows[0].Refusal : null;

    private static List<Guid> Ids(IEnumerable<string?> texts) => [.. texts.Select(static text => Guid.TryParse(text, out var id) ? id : (Guid?)null).OfType<Guid>()];
}
