using System.Diagnostics;
using System.Security.Claims;
using Microsoft.AspNetCore.Mvc;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Office.Meetings.Changing;
using OfficeWorkflow.Server.Office.Meetings.Room.Views;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Office.Meetings.Room;

/// <summary>Correcting and confirming minutes is the 相談支援専門員's alone; that the paper was handed over, anybody at work records.</summary>
internal static class RoomRoutes
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var host = app.MapGroup("/meetings/{id:guid}/minutes").RequireAuthorization(Policies.Work).AddEndpointFilter(MeetingChangeRoutes.ForHosts);
        host.MapGet("/correction", AskCorrection).Reveals("meeting-opened", "meeting", "会議の記録を開いた");
        host.MapPost("/correction", Correct).Reveals("meeting-opened", "meeting", "会議の記録を開いた");
        host.MapGet("/confirmation", AskConfirmation);
        host.MapPost("/confirmation", Confirm);
        app.MapPost("/meetings/{id:guid}/participants/{participant:guid}/minutes-copy", Give).RequireAuthorization(Policies.Work);
    }

    private static async Task<IResult> AskCorrection(Guid id, OfficeDb db, CancellationToken stop) =>
        await CorrectMinutes.ShowAsync(id, db, stop) is { } model ? View.Of<CorrectMinutesPage, CorrectMinutes.Model>(model) : TypedResults.NotFound();

    private static async Task<IResult> Correct(Guid id, IFormCollection form, ClaimsPrincipal user, OfficeDb db, TimeProvider clock, CancellationToken stop)
    {
        if (await CorrectMinutes.ShowAsync(id, db, stop) is not { } shown)
        {
            return TypedResults.NotFound();
        }

        var model = shown with { Values = form.ToDictionary(static field => field.Key, static field => field.Value.ToString(), StringComparer.Ordinal) };

        return await CorrectMinutes.HandleAsync(model, Session.RequiredOf(user).PersonId, db, clock.GetUtcNow(), stop) is Outcome<Guid>.Refused no
            ? View.Of<CorrectMinutesPage, CorrectMinutes.Model>(model with { Refusals = [.. no.Refusal.All] }, RefusalPages.StatusOf(no.Refusal))
            : TypedResults.LocalRedirect($"/meetings/{id}");
    }

    private static async Task<IResult> AskConfirmation(Guid id, OfficeDb db, CancellationToken stop) =>
        await ConfirmMinutes.AskAsync(id, db, stop) is { } model ? View.Of<ConfirmPage, Confirmation>(model) : TypedResults.NotFound();

    private static async Task<IResult> Confirm(
        Guid id, [FromForm] string? version, [FromForm] string? remarks, ClaimsPrincipal user, OfficeDb db, ConfirmMinutes use, CancellationToken stop) =>
        Answer(id, await use.HandleAsync(id, new ConfirmMinutes.Seen(version, remarks), Session.RequiredOf(user), db, stop));

    private static async Task<IResult> Give(Guid id, Guid participant, ClaimsPrincipal user, OfficeDb db, TimeProvider clock, CancellationToken stop) =>
        Answer(id, await GiveMinutes.HandleAsync(id, participant, Session.RequiredOf(user), db, clock, stop));

    private static IResult Answer(Guid id, Outcome<Guid> outcome) => outcome switch
    {
        Outcome<Guid>.Done => TypedResults.LocalRedirect($"/meetings/{id}"),
        Outcome<Guid>.Refused no => RefusalPages.Of(no.Refusal, "会議録", "会議のページへ", $"/meetings/{id}"),
        _ => throw new UnreachableException(),
    };
}
