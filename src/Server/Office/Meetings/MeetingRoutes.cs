using System.Security.Claims;
using Microsoft.AspNetCore.Mvc;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Office.Meetings.Changing;
using OfficeWorkflow.Server.Office.Meetings.Feed;
using OfficeWorkflow.Server.Office.Meetings.Letters;
using OfficeWorkflow.Server.Office.Meetings.Opinions;
using OfficeWorkflow.Server.Office.Meetings.Opinions.Views;
using OfficeWorkflow.Server.Office.Meetings.Papers;
using OfficeWorkflow.Server.Office.Meetings.Polls;
using OfficeWorkflow.Server.Office.Meetings.Room;
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
        read.MapGet("/{id:guid}", Show).Reveals("meeting-opened", "meeting", "会議の記録を開いた");

        var work = app.MapGroup("/meetings/{id:guid}/participants/{participant:guid}").RequireAuthorization(Policies.Work);
        work.MapGet("/opinion", AskOpinion).Reveals("meeting-opened", "meeting", "会議の記録を開いた");
        work.MapPost("/opinion", PostOpinion).Reveals("meeting-opened", "meeting", "会議の記録を開いた");
        MeetingChangeRoutes.Map(app);
        FeedRoutes.Map(app);
        AnswerRoutes.Map(app);
        LetterRoutes.Map(app);
        RoomRoutes.Map(app);
        PaperRoutes.Map(app);
    }

    private static async Task<IResult> List(string? q, string? state, Guid? client, int? page, OfficeDb db, TimeProvider clock, CancellationToken stop) =>
        View.Of<MeetingListPage, ListMeetings.Model>(await ListMeetings.HandleAsync(new(q, state, client, page), db, clock.GetUtcNow(), stop));

    private static async Task<IResult> Show(Guid id, ClaimsPrincipal user, OfficeDb db, TimeProvider clock, CancellationToken stop) =>
        await ShowMeeting.HandleAsync(id, db, clock.GetUtcNow(), stop) is { } model
            ? View.Of<MeetingPage, ShowMeeting.Model>(model with
            {
                MayChange = Session.RequiredOf(user).Has(Roles.Specialist),
                MayWork = Policies.Names[Policies.Work].Any(Session.RequiredOf(user).Has),
            })
            : TypedResults.NotFound();

    private static async Task<IResult> AskOpinion(Guid id, Guid participant, OfficeDb db, TimeProvider clock, CancellationToken stop) =>
        await RecordOpinion.ShowAsync(id, participant, db, clock.GetUtcNow(), stop) is { } model
            ? View.Of<RecordOpinionPage, RecordOpinion.Model>(model)
            : TypedResults.NotFound();

    private static async Task<IResult> PostOpinion(
        Guid id, Guid participant, [FromForm] RecordOpinion.Form form, IFormFile? scan, ClaimsPrincipal user, OfficeDb db, TimeProvider clock, RecordOpinion use, CancellationToken stop)
    {
        if (await RecordOpinion.ShowAsync(id, participant, db, clock.GetUtcNow(), stop) is not { } shown)
        {
            return TypedResults.NotFound();
        }

        var model = shown with { Form = form };

        return await use.HandleAsync(model, scan, db, Session.RequiredOf(user).PersonId, stop) is Outcome<Guid>.Refused no
            ? View.Of<RecordOpinionPage, RecordOpinion.Model>(model with { Refusals = [.. no.Refusal.All] }, RefusalPages.StatusOf(no.Refusal))
            : TypedResults.Redirect($"/meetings/{id}");
    }
}
