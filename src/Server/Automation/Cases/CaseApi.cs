using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Automation.Cases.Tokens;
using OfficeWorkflow.Server.Automation.Running;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Workflows.Running;

namespace OfficeWorkflow.Server.Automation.Cases;

/// <summary>Cases as JSON.</summary>
internal static class CaseApi
{
    private const int PageSize = 100;

    internal sealed record Start(string Procedure, string? Subject, JsonElement? Variables);

    internal sealed record Cancellation(string? Reason);

    public static void Map(WebApplication app)
    {
        var cases = app.MapGroup("/api/v1/cases").RequireAuthorization(Policies.Member).WithTags("cases");
        cases.MapGet("", List).WithName("listCases");
        cases.MapPost("", Begin).RequireAuthorization(Policies.Work).WithName("startCase");
        cases.MapGet("/{id:guid}", Show).Reveals("case-opened", "case", "案件の内容を開いた").WithName("showCase");
        cases.MapGet("/{id:guid}/history", History).Reveals("case-opened", "case", "案件の内容を開いた").WithName("showHistory");
        cases.MapGet("/{id:guid}/tokens", TokenApi.List).RequireAuthorization(Policies.Lead).WithName("listTokens");
        cases.MapGet("/{id:guid}/tokens/{token}/placement", TokenApi.Preview).RequireAuthorization(Policies.Lead).WithName("previewPlacement");
        cases.MapPost("/{id:guid}/tokens/{token}/placement", TokenApi.Post).RequireAuthorization(Policies.Lead).WithName("placeToken");
        cases.MapPost("/{id:guid}/cancellation", Cancel).RequireAuthorization(Policies.Lead).WithName("cancelCase");
    }

    private static async Task<IResult> List([AsParameters] ListCases.Filter filter, OfficeDb db, CancellationToken stop)
    {
        var model = await ListCases.HandleAsync(filter, db, stop);
        return TypedResults.Ok(new { items = model.Rows, model.Next });
    }

    private static async Task<IResult> Begin(Start start, OfficeDb db, Beginning beginning, CancellationToken stop) =>
        await StartCase.HandleAsync(start.Procedure, start.Subject, JsonValues.Read(start.Variables), db, beginning, stop) switch
        {
            Outcome<CaseFile>.Done done => TypedResults.Created($"/api/v1/cases/{done.Value.Id}", new { done.Value.Id }),
            Outcome<CaseFile>.Refused no => Problems.Of(no.Refusal),
            _ => throw new UnreachableException(),
        };

    private static async Task<IResult> Show(Guid id, HttpResponse response, OfficeDb db, CancellationToken stop)
    {
        if (await db.Cases.AsNoTracking().SingleOrDefaultAsync(file => file.Id == id, stop) is not { } file)
        {
            return Problems.Of(Unknown);
        }

        response.Headers.ETag = TagOf(file);
        var state = file.State.Length == 0 ? null : CaseFormat.Read(file.State);
        return TypedResults.Ok(new
        {
            file.Id,
            procedure = file.ProcedureKey,
            file.Subject,
            status = JsonNamingPolicy.CamelCase.ConvertName(file.Status.ToString()),
            file.StartedAt,
            file.EndedAt,
            file.EndReason,
            file.ParentId,
            variables = state is null ? null : JsonValues.Write(state.Variables),
            waiting = state?.Waits.Select(static wait => new { wait.Id, node = wait.NodeId, kind = wait.GetType().Name["For".Length..].ToLowerInvariant() }),
            stuck = state?.StuckTokens.Select(static token => new { token.Id, node = token.NodeId, token.Trouble!.Code, token.Trouble.Reason }),
        });
    }

    private static async Task<IResult> History(Guid id, int? after, OfficeDb db, CancellationToken stop)
    {
        if (!await db.Cases.AnyAsync(file => file.Id == id, stop))
        {
            return Problems.Of(Unknown);
        }

        var entries = await db.History.AsNoTracking()
            .Where(entry => entry.CaseId == id && entry.Number > (after ?? 0))
            .OrderBy(static entry => entry.Number)
            .Take(PageSize)
            .ToListAsync(stop);
        return TypedResults.Ok(new
        {
            items = entries.Select(static entry => new
            {
                entry.Number,
                entry.At,
                entry.Told,
                entry.About,
                entry.By,
                entry.LateBySeconds,
                facts = JsonNode.Parse(entry.Events),
            }),
            next = entries.Count == PageSize ? entries[^1].Number : (int?)null,
        });
    }

    private static async Task<IResult> Cancel(
        Guid id, Cancellation form, HttpRequest request, OfficeDb db, CaseRunner runner, TimeProvider clock, CancellationToken stop)
    {
        if (await db.Cases.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, stop) is { } file && !EntityTag.Holds(request.Headers.IfMatch, TagOf(file)))
        {
            return Problems.Of(EntityTag.Outdated);
        }

        return await CancelCase.HandleAsync(id, form.Reason ?? "", db, runner, clock, stop) switch
        {
            Outcome<CaseFile>.Done => TypedResults.Ok(new { id }),
            Outcome<CaseFile>.Refused no => Problems.Of(no.Refusal),
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>A case counts its own changes.</summary>
    internal static string TagOf(CaseFile file) => EntityTag.Of($"{file.Id} {file.Revision}");

    internal static Refusal Unknown => new("case-unknown", "この案件は見つかりません。一覧に戻って選び直してください。", Kind: RefusalKind.Unknown);
}
