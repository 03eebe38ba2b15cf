using System.Security.Claims;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Office.Meetings.Polls.Views;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.Meetings.Polls;

internal static class AnswerRoutes
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var work = app.MapGroup("/meetings/{id:guid}/participants/{participant:guid}/answer").RequireAuthorization(Policies.Work);
        work.MapGet("", Ask);
        work.MapPost("", Record);
    }

    private static async Task<IResult> Ask(Guid id, Guid participant, OfficeDb db, CancellationToken stop) =>
        await RecordAnswer.ShowAsync(id, participant, db, stop) is { } model ? View.Of<RecordAnswerPage, RecordAnswer.Model>(model) : TypedResults.NotFound();

    private static async Task<IResult> Record(
        Guid id, Guid participant, IFormCollection form, ClaimsPrincipal user, OfficeDb db, RecordAnswer use, CancellationToken stop)
    {
        if (await RecordAnswer.ShowAsync(id, participant, db, stop) is not { } shown)
        {
            return TypedResults.NotFound();
        }

        return await use.HandleAsync(shown, form, Session.RequiredOf(user), db, stop) is Outcome<Guid>.Refused no
            ? View.Of<RecordAnswerPage, RecordAnswer.Model>(RecordAnswer.Read(shown, form) with { Refusals = [.. no.Refusal.All] }, RefusalPages.StatusOf(no.Refusal))
            : TypedResults.LocalRedirect($"/meetings/{id}");
    }
}
