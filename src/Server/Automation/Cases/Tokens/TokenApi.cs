using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Automation.Procedures;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Workflows.Running;

namespace OfficeWorkflow.Server.Automation.Cases.Tokens;

/// <summary>Where a case stands and putting it elsewhere, as JSON.</summary>
internal static class TokenApi
{
    internal sealed record Placement(string? To, string? Reason);

    public static async Task<IResult> List(Guid id, OfficeDb db, ProcedureLibrary library, CancellationToken stop)
    {
        if (await db.Cases.AsNoTracking().SingleOrDefaultAsync(file => file.Id == id, stop) is not { } file)
        {
            return Problems.Of(CaseApi.Unknown);
        }

        var process = await library.ProcessAsync(db, file.VersionId, stop);
        var state = file.TakesNothing || file.State.Length == 0 ? null : CaseFormat.Read(file.State);
        return TypedResults.Ok(new
        {
            items = state?.Tokens.Select(token => new
            {
                token.Id,
                node = token.NodeId,
                label = process.Node(token.NodeId).Label,
                places = Placing.Places(process, state, token.Id).Select(static place => new { node = place.Id, place.Label }),
                whyNot = Placing.WhyNot(process, state, token.Id),
            }) ?? [],
        });
    }

    /// <summary>What it would end and begin; nothing happens.</summary>
    public static async Task<IResult> Preview(Guid id, string token, string? to, OfficeDb db, PlaceToken placing, CancellationToken stop) =>
        await placing.ShowAsync(id, token, new PlaceToken.Form { To = to }, db, stop) switch
        {
            null => Problems.Of(CaseApi.Unknown),
            { Preview: { } preview } => TypedResults.Ok(new { preview.To, preview.Ends, preview.Begins }),
            { Refusals: [var no, ..] } => Problems.Of(no),
            var model => Problems.Of(new Refusal("no-such-place", model.WhyNot ?? "置き直す先を to に書いてください。", nameof(to))),
        };

    public static async Task<IResult> Post(
        Guid id, string token, Placement form, HttpRequest request, OfficeDb db, PlaceToken placing, CancellationToken stop)
    {
        if (await db.Cases.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, stop) is { } file && !EntityTag.Holds(request.Headers.IfMatch, CaseApi.TagOf(file)))
        {
            return Problems.Of(EntityTag.Outdated);
        }

        return await placing.HandleAsync(id, token, new PlaceToken.Form { To = form.To, Reason = form.Reason }, db, stop) switch
        {
            Outcome<CaseFile>.Done => TypedResults.Ok(new { id }),
            Outcome<CaseFile>.Refused no => Problems.Of(no.Refusal),
            _ => throw new UnreachableException(),
        };
    }
}
