using System.Diagnostics;
using System.Security.Claims;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.People;

namespace OfficeWorkflow.Server.Automation.Work.Bulk;

/// <summary>Several work items at once, as JSON.</summary>
internal static class BulkApi
{
    /// <param name="Code">Why not; null when it is done.</param>
    internal sealed record Item(Guid Id, string? Name, bool IsDone, string? Code, string? Reason);

    internal sealed record Result(IReadOnlyList<Item> Items);

    /// <param name="work">The group of work items.</param>
    public static void Map(IEndpointRouteBuilder work) => work.MapPost("/bulk", Do).RequireAuthorization(Policies.Work).WithName("bulkWork").Produces<Result>()
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .WithSummary("まとめて行う。act は assign・due・finish、work は作業の番号（200件まで）。作業ごとの結果を返す。同じ operationId をもう一度送っても、二度は行われない。");

    private static async Task<IResult> Do(BulkWork.Form form, ClaimsPrincipal user, BulkWork bulk, CancellationToken stop) =>
        await bulk.HandleAsync(form, Session.RequiredOf(user), stop) switch
        {
            Outcome<IReadOnlyList<BulkWork.Row>>.Done done => TypedResults.Ok(
                new Result([.. done.Value.Select(static row => new Item(row.Id, row.Name, row.IsDone, row.Refusal?.Code, row.Refusal?.Reason))])),
            Outcome<IReadOnlyList<BulkWork.Row>>.Refused no => Problems.Of(no.Refusal),
            _ => throw new UnreachableException(),
        };
}
