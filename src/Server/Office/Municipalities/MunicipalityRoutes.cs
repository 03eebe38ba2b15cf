using System.Diagnostics;
using System.Security.Claims;
using Microsoft.AspNetCore.Mvc;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Office.Municipalities.Views;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.Municipalities;

internal static class MunicipalityRoutes
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var work = app.MapGroup("/municipalities").RequireAuthorization(Policies.Work);
        work.MapGet("", ShowAll);
        work.MapGet("/{id:guid}", ShowOne);
        work.MapPost("", PostNew);
        work.MapPost("/{id:guid}", PostOne);
    }

    private static Task<IResult> ShowAll(OfficeDb db, CancellationToken stop) => PageOf(id: null, typed: null, [], db, stop);

    private static Task<IResult> ShowOne(Guid id, OfficeDb db, CancellationToken stop) => PageOf(id, typed: null, [], db, stop);

    private static Task<IResult> PostNew([FromForm] KeepMunicipality.Form form, ClaimsPrincipal user, OfficeDb db, TimeProvider clock, CancellationToken stop) =>
        Keep(id: null, form, user, db, clock, stop);

    private static Task<IResult> PostOne(
        Guid id, [FromForm] KeepMunicipality.Form form, ClaimsPrincipal user, OfficeDb db, TimeProvider clock, CancellationToken stop) =>
        Keep(id, form, user, db, clock, stop);

    private static async Task<IResult> Keep(Guid? id, KeepMunicipality.Form form, ClaimsPrincipal user, OfficeDb db, TimeProvider clock, CancellationToken stop) =>
        await KeepMunicipality.HandleAsync(id, form, Session.RequiredOf(user), db, clock, stop) switch
        {
            Outcome<Guid>.Done => TypedResults.LocalRedirect("/municipalities"),
            Outcome<Guid>.Refused no => await PageOf(id, form, [.. no.Refusal.All], db, stop),
            _ => throw new UnreachableException(),
        };

    private static async Task<IResult> PageOf(Guid? id, KeepMunicipality.Form? typed, IReadOnlyList<Refusal> refusals, OfficeDb db, CancellationToken stop) =>
        await KeepMunicipality.ShowAsync(id, typed, refusals, db, stop) is { } model
            ? View.Of<MunicipalitiesPage, KeepMunicipality.Model>(model, refusals.Count == 0 ? 200 : 422)
            : TypedResults.NotFound();
}
