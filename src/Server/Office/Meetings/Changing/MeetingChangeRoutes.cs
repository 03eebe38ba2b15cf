using System.Diagnostics;
using System.Security.Claims;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Automation.Running;
using OfficeWorkflow.Server.Channels.GuestLinks;
using OfficeWorkflow.Server.Office.Meetings.Changing.Views;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Office.Meetings.Changing;

/// <summary>Where the host changes what was fixed. Hosting is the 相談支援専門員's alone: for others these addresses do not exist.</summary>
internal static class MeetingChangeRoutes
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var host = app.MapGroup("/meetings/{id:guid}").RequireAuthorization(Policies.Work).AddEndpointFilter(ForHosts);
        host.MapGet("/date", AskDate);
        host.MapPost("/date", Move);
        host.MapGet("/cancellation", AskCallOff);
        host.MapPost("/cancellation", CallOff);
        host.MapGet("/participants/{participant:guid}/removal", AskRemove);
        host.MapPost("/participants/{participant:guid}/removal", Remove);
    }

    internal static async ValueTask<object?> ForHosts(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        Session.RequiredOf(context.HttpContext.User).Has(Roles.Specialist) ? await next(context) : TypedResults.NotFound();

    private static async Task<IResult> AskDate(Guid id, OfficeDb db, CancellationToken stop) =>
        await MoveMeeting.ShowAsync(id, db, stop) is { } model ? View.Of<MoveMeetingPage, MoveMeeting.Model>(model) : TypedResults.NotFound();

    private static async Task<IResult> Move(
        Guid id, [FromForm] MoveMeeting.Form form, ClaimsPrincipal user, OfficeDb db, TellInvited tell, CaseRunner runner, TimeProvider clock, CancellationToken stop)
    {
        if (await MoveMeeting.ShowAsync(id, db, stop) is not { } shown)
        {
            return TypedResults.NotFound();
        }

        var model = shown with { Form = form };

        return await MoveMeeting.HandleAsync(model, Session.RequiredOf(user).PersonId, db, tell, runner, clock.GetUtcNow(), stop) is Outcome<Guid>.Refused no
            ? View.Of<MoveMeetingPage, MoveMeeting.Model>(model with { Refusals = [.. no.Refusal.All] }, RefusalPages.StatusOf(no.Refusal))
            : TypedResults.LocalRedirect($"/meetings/{id}");
    }

    private static async Task<IResult> AskCallOff(Guid id, OfficeDb db, CancellationToken stop) =>
        await db.WholeMeetings.AsNoTracking().SingleOrDefaultAsync(meeting => meeting.Id == id, stop) is { } meeting
            ? View.Of<ConfirmPage, Confirmation>(CallOffMeeting.Ask(meeting, reason: null, []))
            : TypedResults.NotFound();

    private static async Task<IResult> CallOff(Guid id, [FromForm] string? reason, ClaimsPrincipal user, OfficeDb db, CallOffMeeting use, CancellationToken stop) =>
        await use.HandleAsync(id, reason, Session.RequiredOf(user).PersonId, db, stop) switch
        {
            Outcome<Guid>.Done => TypedResults.LocalRedirect($"/meetings/{id}"),
            Outcome<Guid>.Refused { Refusal: { Kind: not RefusalKind.Unknown } no } when await db.WholeMeetings.AsNoTracking().SingleAsync(meeting => meeting.Id == id, stop) is var meeting =>
                View.Of<ConfirmPage, Confirmation>(CallOffMeeting.Ask(meeting, reason, [no]), RefusalPages.StatusOf(no)),
            _ => TypedResults.NotFound(),
        };

    private static async Task<IResult> AskRemove(Guid id, Guid participant, OfficeDb db, CancellationToken stop) =>
        await AskAsync(id, participant, db, [], StatusCodes.Status200OK, stop);

    private static async Task<IResult> Remove(Guid id, Guid participant, OfficeDb db, TellInvited tell, Links links, TimeProvider clock, CancellationToken stop) =>
        await RemoveParticipant.HandleAsync(id, participant, db, tell, links, clock.GetUtcNow(), stop) switch
        {
            Outcome<Guid>.Done => TypedResults.LocalRedirect($"/meetings/{id}"),
            Outcome<Guid>.Refused no => await AskAsync(id, participant, db, [no.Refusal], RefusalPages.StatusOf(no.Refusal), stop),
            _ => throw new UnreachableException(),
        };

    private static async Task<IResult> AskAsync(Guid id, Guid participantId, OfficeDb db, IReadOnlyList<Refusal> refusals, int status, CancellationToken stop) =>
        await db.WholeMeetings.AsNoTracking().SingleOrDefaultAsync(meeting => meeting.Id == id, stop) is { } meeting
        && meeting.Participants.FirstOrDefault(one => one.Id == participantId) is { } participant
            ? View.Of<ConfirmPage, Confirmation>(RemoveParticipant.Ask(meeting, participant, refusals), status)
            : TypedResults.NotFound();
}
