using System.Diagnostics;
using System.Security.Claims;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Server.Automation.Forms;
using OfficeWorkflow.Server.Automation.TakeOvers.Views;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Automation.TakeOvers;

internal static class TakeOverRoutes
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var lead = app.MapGroup("/cases/taking-over").RequireAuthorization(Policies.Lead);
        lead.MapGet("", Show);
        lead.MapGet("/steps", static () => TypedResults.LocalRedirect("/cases/taking-over"));
        lead.MapPost("/steps", Post);
    }

    private static async Task<IResult> Show(
        ClaimsPrincipal user, OfficeDb db, TakeOverDesk desk, CancellationToken stop, string? subject = null, string? procedure = null, string? place = null) =>
        View.Of<TakeOverPage, ShowTakeOver.Model>(
            await ShowTakeOver.HandleAsync(new TakeOverForm(subject, procedure, place), [], Session.RequiredOf(user), db, desk, stop));

    private static async Task<IResult> Post(HttpRequest request, ClaimsPrincipal user, OfficeDb db, TakeOverDesk desk, TakeOverCase taking, CancellationToken stop)
    {
        var viewer = Session.RequiredOf(user);
        var posted = await request.ReadFormAsync(stop);
        var form = TakeOverForm.Of(posted);
        if (form.Place is { Length: > 0 } place && await desk.ProcessAsync(form.Procedure, viewer.OfficeId, db, stop) is { } process)
        {
            form = form with { Values = PostedForm.Of(desk.ValuesAsked(process, place), posted) };
        }

        return await taking.HandleAsync(form, viewer, db, stop) switch
        {
            Outcome<CaseFile>.Done done => TypedResults.LocalRedirect($"/cases/{done.Value.Id}"),
            Outcome<CaseFile>.Refused no => View.Of<TakeOverPage, ShowTakeOver.Model>(
                await ShowTakeOver.HandleAsync(form, [.. no.Refusal.All], viewer, db, desk, stop), StatusCodes.Status422UnprocessableEntity),
            _ => throw new UnreachableException(),
        };
    }
}
