using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Automation.Incidents.Examining;
using OfficeWorkflow.Server.Automation.Incidents.Views;
using OfficeWorkflow.Server.Automation.Procedures;
using OfficeWorkflow.Server.Automation.Running;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Automation.Incidents;

/// <summary>What does not go on by itself, for those who may see to it.</summary>
internal static class IncidentRoutes
{
    public static void Map(WebApplication app)
    {
        var incidents = app.MapGroup("/incidents").RequireAuthorization(Policies.Lead);
        incidents.MapGet("", ShowAll);
        incidents.MapGet("/examination", Examine);
        incidents.MapPost("/examination", Repair);
        incidents.MapGet("/retries", ShowRetried);
        incidents.MapPost("/retries", RetrySeveral);
        incidents.MapGet("/{id:guid}", ShowOne).Reveals("incident-opened", "incident", "止まったところの内容を開いた");
        incidents.MapPost("/{id:guid}/retry", Retry).Reveals("incident-opened", "incident", "止まったところの内容を開いた");
        incidents.MapPost("/{id:guid}/resolution", Resolve).Reveals("incident-opened", "incident", "止まったところの内容を開いた");
    }

    private static async Task<IResult> ShowAll([AsParameters] ListIncidents.Filter filter, OfficeDb db, CancellationToken stop) =>
        View.Of<IncidentListPage, ListIncidents.Model>(await ListIncidents.HandleAsync(filter, db, stop));

    private static async Task<IResult> ShowRetried(Guid[]? incident, OfficeDb db, CancellationToken stop) =>
        View.Of<RetriedPage, IReadOnlyList<RetriedIncident>>(
            await ReadRetried.HandleAsync([.. (incident ?? []).Distinct().Take(RetryIncidents.Most)], new Dictionary<Guid, Refusal>(), db, stop));

    /// <summary>Read by hand: a list of ids is no field that the framework binds.</summary>
    private static async Task<IResult> RetrySeveral(HttpRequest request, OfficeDb db, RetryIncidents retrying, CancellationToken stop)
    {
        var posted = await request.ReadFormAsync(stop);
        var ids = posted["incident"].Select(static text => Guid.TryParse(text, out var id) ? id : (Guid?)null).OfType<Guid>().ToList();
        return await retrying.HandleAsync(ids, db.Scope, stop) switch
        {
            Outcome<IReadOnlyList<RetriedIncident>>.Done done => View.Of<RetriedPage, IReadOnlyList<RetriedIncident>>(done.Value),
            Outcome<IReadOnlyList<RetriedIncident>>.Refused no => RefusalPages.Of(no.Refusal, "停止", "停止の一覧へ", "/incidents"),
            _ => throw new UnreachableException(),
        };
    }

    private static async Task<IResult> Examine(OfficeDb db, Doctor doctor, CancellationToken stop) =>
        View.Of<ExaminationPage, Doctor.Report>(await doctor.HandleAsync(db.Scope, repairs: false, stop));

    private static async Task<IResult> Repair(OfficeDb db, Doctor doctor, CancellationToken stop) =>
        View.Of<ExaminationPage, Doctor.Report>(await doctor.HandleAsync(db.Scope, repairs: true, stop));

    private static async Task<IResult> ShowOne(Guid id, string? tried, OfficeDb db, ProcedureLibrary library, CancellationToken stop) =>
        await ShowIncident.HandleAsync(id, new ShowIncident.Form(null, null), [], db, library, stop) is { } model
            ? View.Of<IncidentPage, ShowIncident.Model>(model with { WasTried = tried is not null })
            : TypedResults.NotFound();

    private static Task<IResult> Retry(
        Guid id, [FromForm] string? values, OfficeDb db, CaseRunner runner, ProcedureLibrary library, TimeProvider clock, CancellationToken stop) =>
        ActAsync(id, new(values, null), written => RetryIncident.HandleAsync(id, written, db, runner, clock, stop), db, library, stop);

    private static Task<IResult> Resolve(
        Guid id,
        [FromForm] string? values,
        [FromForm] string? reason,
        OfficeDb db,
        CaseRunner runner,
        ProcedureLibrary library,
        TimeProvider clock,
        CancellationToken stop) =>
        ActAsync(id, new(values, reason), written => ResolveIncident.HandleAsync(id, written, reason, db, runner, clock, stop), db, library, stop);

    private static async Task<IResult> ActAsync(
        Guid id, ShowIncident.Form form, Func<Value.Record, Task<Outcome<Incident>>> act, OfficeDb db, ProcedureLibrary library, CancellationToken stop)
    {
        var outcome = WrittenValues.Read(form.Values) switch
        {
            Outcome<Value.Record>.Done read => await act(read.Value),
            Outcome<Value.Record>.Refused no => no.Refusal,
            _ => throw new UnreachableException(),
        };
        return outcome switch
        {
            Outcome<Incident>.Done => TypedResults.LocalRedirect($"/incidents/{id}?tried=1"),
            Outcome<Incident>.Refused { Refusal.Kind: RefusalKind.Invalid } no
                when await ShowIncident.HandleAsync(id, form, [.. no.Refusal.All], db, library, stop) is { } model =>
                View.Of<IncidentPage, ShowIncident.Model>(model, StatusCodes.Status422UnprocessableEntity),
            Outcome<Incident>.Refused no => RefusalPages.Of(no.Refusal, "停止", "停止の一覧へ", "/incidents"),
            _ => throw new UnreachableException(),
        };
    }
}
