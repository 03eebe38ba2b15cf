using System.Security.Claims;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Automation.Jobs.Views;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Automation.Jobs;

internal static class JobRoutes
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var read = app.MapGroup("/jobs").RequireAuthorization(Policies.Inspect);
        read.MapGet("", List);
        read.MapGet("/{key}", Show);

        var change = app.MapGroup("/jobs/{key}").RequireAuthorization(Policies.Administer);
        change.MapPost("/pause", Pause);
        change.MapPost("/pause/removal", Resume);
        change.MapPost("/runs", Run);
    }

    private static async Task<IResult> List(ClaimsPrincipal user, Housekeeping housekeeping, OfficeDb db, CancellationToken stop) =>
        View.Of<JobsPage, ShowJobs.Model>(await ShowJobs.HandleAsync(housekeeping, Session.RequiredOf(user), db, stop));

    private static async Task<IResult> Show(string key, ClaimsPrincipal user, Housekeeping housekeeping, OfficeDb db, CancellationToken stop) =>
        housekeeping.Find(key) is { } job
            ? View.Of<JobPage, ShowJobs.OneModel>(await ShowJobs.OneAsync(job, [], Session.RequiredOf(user), db, stop))
            : TypedResults.NotFound();

    private static async Task<IResult> Pause(
        string key, ClaimsPrincipal user, Housekeeping housekeeping, OfficeDb db, TimeProvider clock, CancellationToken stop) =>
        housekeeping.Find(key) is { } job
            ? await After(job, await ChangeJob.PauseAsync(job, Session.RequiredOf(user), db, clock, stop), user, db, stop)
            : TypedResults.NotFound();

    private static async Task<IResult> Resume(
        string key, ClaimsPrincipal user, Housekeeping housekeeping, OfficeDb db, TimeProvider clock, CancellationToken stop) =>
        housekeeping.Find(key) is { } job
            ? await After(job, await ChangeJob.ResumeAsync(job, Session.RequiredOf(user), db, clock, stop), user, db, stop)
            : TypedResults.NotFound();

    private static async Task<IResult> Run(
        string key, ClaimsPrincipal user, Housekeeping housekeeping, OfficeDb db, TimeProvider clock, CancellationToken stop)
    {
        if (housekeeping.Find(key) is not { } job)
        {
            return TypedResults.NotFound();
        }

        await ChangeJob.RunAsync(job, Session.RequiredOf(user), housekeeping, db, clock, stop);
        return TypedResults.LocalRedirect($"/jobs/{key}");
    }

    private static async Task<IResult> After(Job job, Refusal? refusal, ClaimsPrincipal user, OfficeDb db, CancellationToken stop) =>
        refusal is null
            ? TypedResults.LocalRedirect($"/jobs/{job.Key}")
            : View.Of<JobPage, ShowJobs.OneModel>(await ShowJobs.OneAsync(job, [refusal], Session.RequiredOf(user), db, stop), StatusCodes.Status409Conflict);
}
