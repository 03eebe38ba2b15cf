using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Automation.Procedures.Drafts;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Automation.Procedures.Trying.Saved;

/// <summary>The kept trials of a procedure, each run on the draft as it stands.</summary>
public static class ListTrials
{
    /// <param name="HasErrors">The draft cannot be run at all.</param>
    public sealed record Model(string Key, string Name, bool HasErrors, IReadOnlyList<Row> Rows)
    {
        public Refusal? Refusal { get; init; }

        public IReadOnlyList<Refusal> Refusals => Refusal is null ? [] : [.. Refusal.All];
    }

    /// <param name="Difference">Where it parts from its record; null when it passes, or could not be run.</param>
    /// <param name="Landmarks">What was recorded, a sentence each.</param>
    public sealed record Row(Guid Id, string Name, DateTimeOffset RecordedAt, string RecordedBy, int Moves, string? Difference, IReadOnlyList<string> Landmarks);

    public static async Task<Outcome<Model>> HandleAsync(string key, OfficeDb db, CheckDraft check, RunTrials run, CancellationToken stop) =>
        await OpenDraft.HandleAsync(key, db, check, stop) switch
        {
            Outcome<OpenDraft.Model>.Refused no => no.Refusal,
            Outcome<OpenDraft.Model>.Done done => await ShowAsync(done.Value, db, run, stop),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private static async Task<Model> ShowAsync(OpenDraft.Model draft, OfficeDb db, RunTrials run, CancellationToken stop)
    {
        var results = (await run.HandleAsync(draft.Check, db, stop)).ToDictionary(static result => result.Trial.Id);
        var trials = await db.SavedTrials.AsNoTracking().Where(row => row.Key == draft.Key).OrderBy(static row => row.Name).ToListAsync(stop);
        var people = trials.Select(static trial => trial.RecordedBy).OfType<Guid>().Distinct().ToList();
        var names = await db.People.Where(person => people.Contains(person.Id)).ToDictionaryAsync(static person => person.Id, static person => person.Name, stop);
        return new Model(draft.Key, draft.Name, draft.Check.HasErrors, trials.ConvertAll(trial => new Row(
            trial.Id,
            trial.Name,
            trial.RecordedAt,
            trial.RecordedBy is { } by ? names.GetValueOrDefault(by, "") : "",
            TrialText.Script(trial.Script).All.Count,
            results.GetValueOrDefault(trial.Id)?.Difference,
            [.. TrialText.Landmarks(trial.Expected).Select(LandmarkWords.Of)])));
    }
}
