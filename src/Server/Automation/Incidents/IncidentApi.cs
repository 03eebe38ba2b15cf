using System.Diagnostics;
using System.Text.Json;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Automation.Running;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Automation.Incidents;

/// <summary>Incidents as JSON.</summary>
internal static class IncidentApi
{
    internal sealed record Mending(JsonElement? Values);

    internal sealed record Resolution(JsonElement? Values, string? Reason);

    internal sealed record Item(
        Guid Id, Guid? Case, string? Procedure, string Kind, string? Node, string Code, string Reason, DateTimeOffset OpenedAt, DateTimeOffset? ClosedAt, string? Outcome);

    /// <param name="Next">What <c>after</c> must be for the next page; null at the end.</param>
    internal sealed record Page(IReadOnlyList<Item> Items, string? Next);

    internal sealed record Several(IReadOnlyList<Guid>? Incidents);

    /// <param name="Open">The incident that stands now; null where none does.</param>
    internal sealed record RetriedItem(Guid Id, string State, Guid? Open, string? Reason);

    internal sealed record RetriedItems(IReadOnlyList<RetriedItem> Items);

    public static void Map(WebApplication app)
    {
        var incidents = app.MapGroup("/api/v1/incidents").RequireAuthorization(Policies.Lead).WithTags("incidents");
        incidents.MapGet("", List).WithName("listIncidents");
        incidents.MapPost("/retries", RetrySeveral).WithName("retryIncidents").Produces<RetriedItems>().ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithSummary("まとめてやり直す。incidents は停止の番号（200件まで）。state はやり直したあとに読み直した様子で、goes-on・waits・stands のどれか。");
        incidents.MapPost("/{id:guid}/retry", Retry).WithName("retryIncident");
        incidents.MapPost("/{id:guid}/resolution", Resolve).WithName("resolveIncident");
    }

    private static async Task<Page> List([AsParameters] ListIncidents.Filter filter, OfficeDb db, CancellationToken stop)
    {
        var model = await ListIncidents.HandleAsync(filter, db, stop);
        return new Page([.. model.Rows.Select(ItemOf)], model.Next);
    }

    private static Item ItemOf(ListIncidents.Row row) => new(
        row.Id, row.CaseId, row.Procedure, JsonNamingPolicy.KebabCaseLower.ConvertName(row.Kind.ToString()), row.Node, row.Code, row.Reason,
        row.OpenedAt, row.ClosedAt, row.Outcome);

    private static async Task<IResult> RetrySeveral(Several several, OfficeDb db, RetryIncidents retrying, CancellationToken stop) =>
        await retrying.HandleAsync(several.Incidents ?? [], db.Scope, stop) switch
        {
            Outcome<IReadOnlyList<RetriedIncident>>.Done done => TypedResults.Ok(new RetriedItems(
                [.. done.Value.Select(static row => new RetriedItem(row.Id, JsonNamingPolicy.KebabCaseLower.ConvertName(row.State.ToString()), row.Open, row.Reason))])),
            Outcome<IReadOnlyList<RetriedIncident>>.Refused no => Problems.Of(no.Refusal),
            _ => throw new UnreachableException(),
        };

    private static async Task<IResult> Retry(Guid id, Mending mending, OfficeDb db, CaseRunner runner, TimeProvider clock, CancellationToken stop) =>
        Answer(await RetryIncident.HandleAsync(id, JsonValues.Read(mending.Values), db, runner, clock, stop));

    private static async Task<IResult> Resolve(Guid id, Resolution resolution, OfficeDb db, CaseRunner runner, TimeProvider clock, CancellationToken stop) =>
        Answer(await ResolveIncident.HandleAsync(id, JsonValues.Read(resolution.Values), resolution.Reason, db, runner, clock, stop));

    private static IResult Answer(Outcome<Incident> outcome) => outcome switch
    {
        Outcome<Incident>.Done done => TypedResults.Ok(new { done.Value.Id, isClosed = done.Value.ClosedAt is not null, done.Value.Outcome }),
        Outcome<Incident>.Refused no => Problems.Of(no.Refusal),
        _ => throw new UnreachableException(),
    };
}
