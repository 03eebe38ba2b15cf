using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Automation.Jobs;

/// <summary>What the server does by itself, when, and what came of it.</summary>
public static class ShowJobs
{
    private const int Longest = 50;

    public sealed record Line(Job Job, JobState? State, JobRun? Last);

    public sealed record Model(IReadOnlyList<Line> Lines, bool MayChange);

    /// <param name="Names">Names of the people who started runs by hand.</param>
    public sealed record OneModel(Line Line, IReadOnlyList<JobRun> Runs, IReadOnlyDictionary<Guid, string> Names, bool MayChange, IReadOnlyList<Refusal> Refusals);

    internal static async Task<Model> HandleAsync(Housekeeping housekeeping, Viewer viewer, OfficeDb db, CancellationToken stop)
    {
        var states = await db.JobStates.AsNoTracking().ToDictionaryAsync(static state => state.Job, StringComparer.Ordinal, stop);
        var lines = new List<Line>();
        foreach (var job in housekeeping.Jobs)
        {
            lines.Add(new Line(job, states.GetValueOrDefault(job.Key), (await RunsAsync(job, 1, db, stop)).FirstOrDefault()));
        }

        return new Model(lines, MayChange(viewer));
    }

    internal static async Task<OneModel> OneAsync(Job job, IReadOnlyList<Refusal> refusals, Viewer viewer, OfficeDb db, CancellationToken stop)
    {
        var runs = await RunsAsync(job, Longest, db, stop);
        var state = await db.JobStates.AsNoTracking().SingleOrDefaultAsync(row => row.Job == job.Key, stop);
        var people = runs.Select(static run => run.StartedBy).Append(state?.PausedBy).OfType<Guid>().Distinct().ToList();

        // Jobs belong to the machine: a person of another office is not named here.
        var here = db.PersonRoles.Select(static role => role.PersonId);
        var names = await db.People.Where(person => people.Contains(person.Id) && here.Contains(person.Id)).ToDictionaryAsync(static person => person.Id, static person => person.Name, stop);
        return new OneModel(new Line(job, state, runs.FirstOrDefault()), runs, names, MayChange(viewer), refusals);
    }

    private static Task<List<JobRun>> RunsAsync(Job job, int most, OfficeDb db, CancellationToken stop) =>
        db.JobRuns.AsNoTracking().Where(run => run.Job == job.Key).OrderByDescending(static run => run.DueAt).Take(most).ToListAsync(stop);

    private static bool MayChange(Viewer viewer) => viewer.Has(Roles.Administrator);
}
