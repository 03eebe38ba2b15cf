using System.Diagnostics;
using System.Security.Claims;
using Microsoft.AspNetCore.Mvc;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Automation.Work.Filters;

internal static class FilterRoutes
{
    /// <param name="work">The group of work items.</param>
    public static void Map(IEndpointRouteBuilder work)
    {
        work.MapPost("/filters", Save);
        work.MapGet("/filters/{id:guid}", Open);
        work.MapPost("/filters/{id:guid}/removal", Remove);
    }

    private static async Task<IResult> Save([FromForm] KeepFilters.Form form, ClaimsPrincipal user, OfficeDb db, TimeProvider clock, CancellationToken stop) =>
        await KeepFilters.HandleAsync(form, Session.RequiredOf(user), db, clock, stop) switch
        {
            Outcome<Guid>.Done done => TypedResults.LocalRedirect($"/work/filters/{done.Value}"),
            Outcome<Guid>.Refused no => RefusalPages.Of(no.Refusal, "一覧", "一覧へ戻る", form.List().Address()),
            _ => throw new UnreachableException(),
        };

    private static async Task<IResult> Open(Guid id, ClaimsPrincipal user, OfficeDb db, CancellationToken stop) =>
        await KeepFilters.AddressAsync(id, Session.RequiredOf(user), db, stop) is { } address ? TypedResults.LocalRedirect(address) : Unknown();

    private static async Task<IResult> Remove(Guid id, ClaimsPrincipal user, OfficeDb db, CancellationToken stop) =>
        await KeepFilters.RemoveAsync(id, Session.RequiredOf(user), db, stop) ? TypedResults.LocalRedirect("/work") : Unknown();

    private static IResult Unknown() => View.Of<ErrorPage, Problem>(Problem.NotFound, StatusCodes.Status404NotFound);
}
