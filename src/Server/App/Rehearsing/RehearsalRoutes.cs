using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.App.Rehearsing;

/// <summary>The clock of a rehearsal; outside rehearsals these addresses do not exist.</summary>
internal static class RehearsalRoutes
{
    public sealed record Form(string? Advance, string? Back);

    public sealed record Request(string? Advance);

    public static void Map(WebApplication app)
    {
        if (app.Services.GetRequiredService<Settings>().IsRehearsal)
        {
            app.MapPost("/rehearsal/clock", ByForm);
            app.MapPost("/api/v1/rehearsal/clock", ByApi).WithName("moveRehearsalClock");
        }
    }

    private static async Task<IResult> ByForm([FromForm] Form form, Rehearsal rehearsal, CancellationToken stop)
    {
        switch (await rehearsal.HandleAsync(form.Advance, stop))
        {
            case Outcome<DateTimeOffset>.Done:
                return TypedResults.LocalRedirect(form.Back is ['/', not '/', ..] or "/" ? form.Back : "/");
            case Outcome<DateTimeOffset>.Refused:
                return View.Of<ErrorPage, Problem>(Problem.Of(422), 422);
            default:
                throw new UnreachableException();
        }
    }

    private static async Task<IResult> ByApi(Request request, Rehearsal rehearsal, CancellationToken stop) =>
        await rehearsal.HandleAsync(request.Advance, stop) switch
        {
            Outcome<DateTimeOffset>.Done done => TypedResults.Ok(new { now = done.Value }),
            Outcome<DateTimeOffset>.Refused refused => Problems.Of(refused.Refusal),
            _ => throw new UnreachableException(),
        };
}
