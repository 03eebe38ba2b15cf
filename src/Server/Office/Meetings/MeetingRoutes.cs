using System.Security.Claims;
using Microsoft.AspNetCore.Mvc;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Office.Meetings.Opinions;
using OfficeWorkflow.Server.Office.Meetings.Opinions.Views;
using OfficeWorkflow.Server.Office.Meetings.Views;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.Meetings;

internal static class MeetingRoutes
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var read = app.MapGroup("/meetings").RequireAuthorization(Policies.Member);
        read.MapGet("", List);
        read.MapGet("/{id:guid}", Show);

        var work = app.MapGroup("/meetings/{id:guid}/participants/{participant:guid}").RequireAuthorization(Policies.Work);
        work.MapGet("/opinion", AskOpinion);
        work.MapPost("/opinion", PostOpinion);
    }

    private static async Task<IResult> List(string? q, string? state, Guid? client, int? page, OfficeDb db, TimeProvider clock, CancellationToken stop) =>
        View.Of<MeetingListPage, ListMeetings.Model>(await ListMeetings.HandleAsync(new(q, state, client, page), db, clock.GetUtcNow(), stop));

    private static async Task<IResult> Show(Guid id, OfficeDb db, TimeProvider clock, CancellationToken stop) =>
        await ShowMeeting.HandleAsync(id, db, clock.GetUtcNow(), stop) is { } model ? View.Of<MeetingPage, ShowMeeting.Model>(model) : TypedResults.NotFound();

    private static async Task<IResult> AskOpinion(Guid id, Guid participant, OfficeDb db, TimeProvider clock, CancellationToken stop) =>
        await RecordOpinion.ShowAsync(id, participant, db, clock.GetUtcNow(), stop) is { } model
            ? View.Of<RecordOpinionPage, RecordOpinion.Model>(model)
            : TypedResults.NotFound();

    private static async Task<IResult> PostOpinion(
        Guid id, Guid participant, [FromForm] RecordOpinion.Form form, ClaimsPrincipal user, OfficeDb db, TimeProvider clock, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        if (await RecordOpinion.ShowAsync(id, participant, db, now, stop) is not { } model || Session.ViewerOf(user) is not { } viewer)
        {
            return TypedResults.NotFound();
        }

        return await RecordOpinion.HandleAsync(model with { Form = form }, db, viewer.PersonId, now, stop) switch
        {
            Outcome<Guid>.Refused no => View.Of<RecordOpinionPage, RecordOpinion.Model>(model with { Form = form, Refusals = [.. no.Refusal.All] }, StatusCodes.Status422UnprocessableEntity),
            _ => TypedResults.Redirect($"/meetings/{id}"),
        };
    }
}
