using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Automation.Cases.Tokens.Views;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Automation.Cases.Tokens;

/// <summary>Putting a place of a case elsewhere, for those who lead.</summary>
internal static class TokenRoutes
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var tokens = app.MapGroup("/cases/{id:guid}/tokens/{token}").RequireAuthorization(Policies.Lead);
        tokens.MapGet("", Show);
        tokens.MapPost("/placement", Post);
    }

    private static async Task<IResult> Show(Guid id, string token, string? to, OfficeDb db, PlaceToken placing, CancellationToken stop) =>
        await placing.ShowAsync(id, token, new PlaceToken.Form { To = to }, db, stop) is { } model
            ? View.Of<TokenPage, PlaceToken.Model>(model, model.Refusals.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity)
            : TypedResults.NotFound();

    private static async Task<IResult> Post(Guid id, string token, [FromForm] PlaceToken.Form form, OfficeDb db, PlaceToken placing, CancellationToken stop) =>
        await placing.HandleAsync(id, token, form, db, stop) switch
        {
            Outcome<CaseFile>.Done => TypedResults.LocalRedirect($"/cases/{id}"),
            Outcome<CaseFile>.Refused { Refusal.Kind: RefusalKind.Unknown } no => RefusalPages.Of(no.Refusal, "置き直し", "案件へ", $"/cases/{id}", null),
            Outcome<CaseFile>.Refused no when await placing.ShowAsync(id, token, form, db, stop) is { } model =>
                View.Of<TokenPage, PlaceToken.Model>(model with { Refusals = [.. no.Refusal.All] }, RefusalPages.StatusOf(no.Refusal)),
            Outcome<CaseFile>.Refused no => RefusalPages.Of(no.Refusal, "置き直し", "案件へ", $"/cases/{id}", null),
            _ => throw new UnreachableException(),
        };
}
