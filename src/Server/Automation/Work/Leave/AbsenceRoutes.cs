using System.Diagnostics;
using System.Security.Claims;
using Microsoft.AspNetCore.Mvc;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Automation.Work.Leave.Views;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Automation.Work.Leave;

internal static class AbsenceRoutes
{
    private const string Address = "/absences";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(Address, ShowAll).RequireAuthorization(Policies.Member);
        app.MapPost(Address, Add).RequireAuthorization(Policies.Work);
        app.MapPost(Address + "/{id:guid}/end", End).RequireAuthorization(Policies.Work);
    }

    private static async Task<IResult> ShowAll(ClaimsPrincipal user, OfficeDb db, TimeProvider clock, CancellationToken stop) =>
        View.Of<AbsencesPage, KeepAbsences.Model>(await KeepAbsences.ShowAsync(KeepAbsences.Form.Blank, [], Session.RequiredOf(user), db, clock, stop));

    private static async Task<IResult> Add([FromForm] KeepAbsences.Form form, ClaimsPrincipal user, OfficeDb db, TimeProvider clock, CancellationToken stop) =>
        await KeepAbsences.HandleAsync(form, Session.RequiredOf(user), db, clock, stop) switch
        {
            Outcome<Guid>.Done => TypedResults.LocalRedirect(Address),
            Outcome<Guid>.Refused no => View.Of<AbsencesPage, KeepAbsences.Model>(
                await KeepAbsences.ShowAsync(form, [.. no.Refusal.All], Session.RequiredOf(user), db, clock, stop), StatusCodes.Status422UnprocessableEntity),
            _ => throw new UnreachableException(),
        };

    private static async Task<IResult> End(Guid id, ClaimsPrincipal user, OfficeDb db, TimeProvider clock, CancellationToken stop) =>
        await KeepAbsences.EndAsync(id, Session.RequiredOf(user), db, clock, stop) switch
        {
            Outcome<Guid>.Done => TypedResults.LocalRedirect(Address),
            Outcome<Guid>.Refused no => RefusalPages.Of(no.Refusal, "休み", "休みと代行へ", Address),
            _ => throw new UnreachableException(),
        };
}
