using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Automation.Cases.Views;
using OfficeWorkflow.Server.Automation.Procedures;
using OfficeWorkflow.Server.Automation.Running;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Automation.Cases.Future;

/// <summary>What is to come: in one case, and in the office.</summary>
internal static class FutureRoutes
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/forecast", ShowForecast).RequireAuthorization(Policies.Member);
        app.MapGet("/timers", Find).RequireAuthorization(Policies.Member);
        var timers = app.MapGroup("/cases/{id:guid}/timers/{timer:guid}").RequireAuthorization(Policies.Lead);
        timers.MapGet("", ShowTimer);
        timers.MapPost("", PostTimer);
    }

    private static async Task<IResult> ShowForecast(OfficeDb db, Forecast forecast, CancellationToken stop) =>
        View.Of<ForecastPage, Forecast.Model>(await forecast.HandleAsync(db, stop));

    private static async Task<IResult> Find([AsParameters] FindTimers.Filter filter, OfficeDb db, FindTimers timers, CancellationToken stop) =>
        View.Of<TimersPage, FindTimers.Model>(await timers.HandleAsync(filter, db, stop));

    private static async Task<IResult> ShowTimer(Guid id, Guid timer, OfficeDb db, ProcedureLibrary library, CancellationToken stop) =>
        await SetTimer.ShowAsync(id, timer, typed: null, db, library, stop) is { } model ? View.Of<TimerPage, SetTimer.Model>(model) : TypedResults.NotFound();

    private static async Task<IResult> PostTimer(
        Guid id, Guid timer, [FromForm] SetTimer.Form form, OfficeDb db, CaseRunner runner, ProcedureLibrary library, TimeProvider clock, CancellationToken stop) =>
        await SetTimer.HandleAsync(id, timer, form, db, runner, clock, stop) switch
        {
            Outcome<CaseFile>.Done => TypedResults.LocalRedirect($"/cases/{id}#future"),
            Outcome<CaseFile>.Refused { Refusal.Kind: RefusalKind.Invalid } no when await SetTimer.ShowAsync(id, timer, form, db, library, stop) is { } model =>
                View.Of<TimerPage, SetTimer.Model>(model with { Refusals = [.. no.Refusal.All] }, StatusCodes.Status422UnprocessableEntity),
            Outcome<CaseFile>.Refused no => RefusalPages.Of(no.Refusal, "時刻", "案件へ", $"/cases/{id}", null),
            _ => throw new UnreachableException(),
        };
}
