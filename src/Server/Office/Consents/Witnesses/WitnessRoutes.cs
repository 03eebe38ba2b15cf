using System.Diagnostics;
using System.Security.Claims;
using Microsoft.AspNetCore.Mvc;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Office.Consents.Witnesses.Views;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.Consents.Witnesses;

internal static class WitnessRoutes
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/consents/{id:guid}/witness", Show).RequireAuthorization(Policies.Work);
        app.MapPost("/consents/{id:guid}/witness", Ask).RequireAuthorization(Policies.Work);
        app.MapPost("/consents/{id:guid}/witnesses/{witness:guid}/tablet", OpenTablet).RequireAuthorization(Policies.Work);
    }

    private static Task<IResult> Show(Guid id, OfficeDb db, CancellationToken stop) => PageOf(id, typed: null, refusal: null, db, stop);

    private static async Task<IResult> Ask(
        Guid id, [FromForm] AskWitness.Form form, IFormFile? scan, ClaimsPrincipal user, OfficeDb db, AskWitness use, CancellationToken stop) =>
        await use.HandleAsync(id, form, scan, Session.RequiredOf(user), db, stop) switch
        {
            Outcome<Guid>.Done => TypedResults.LocalRedirect($"/consents/{id}"),
            Outcome<Guid>.Refused no => await PageOf(id, form, no.Refusal, db, stop),
            _ => throw new UnreachableException(),
        };

    private static async Task<IResult> OpenTablet(Guid id, Guid witness, ClaimsPrincipal user, OfficeDb db, AskWitness use, CancellationToken stop) =>
        await use.OpenTabletAsync(id, witness, Session.RequiredOf(user), db, stop) switch
        {
            Outcome<string>.Done done => TypedResults.LocalRedirect(done.Value),
            Outcome<string>.Refused no => RefusalPages.Of(no.Refusal, "同意", "同意のページへ", $"/consents/{id}"),
            _ => throw new UnreachableException(),
        };

    private static async Task<IResult> PageOf(Guid id, AskWitness.Form? typed, Refusal? refusal, OfficeDb db, CancellationToken stop) =>
        await AskWitness.ShowAsync(id, typed, [.. refusal?.All ?? []], db, stop) is { } model
            ? View.Of<AskWitnessPage, AskWitness.Model>(model, refusal is null ? StatusCodes.Status200OK : RefusalPages.StatusOf(refusal))
            : TypedResults.NotFound();
}
