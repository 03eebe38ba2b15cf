using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Automation.Procedures.Drafts;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Workflows.Checking;
using OfficeWorkflow.Workflows.Trying;

namespace OfficeWorkflow.Server.Automation.Procedures.Trying.Saved;

/// <summary>Runs the kept trials of a procedure on a draft: each must come to what was recorded.</summary>
public sealed class RunTrials(TryDraft trying)
{
    /// <summary>Rule of the finding about a trial that comes out differently.</summary>
    public const string Rule = "trials-still-pass";

    /// <param name="Difference">Where it parts from its record, as a sentence; null when it passes.</param>
    /// <param name="Element">The element at which it parts, where that is in the draft.</param>
    public sealed record Result(SavedTrial Trial, string? Difference, string? Element)
    {
        public bool Passes => Difference is null;
    }

    /// <summary>What was found in a draft, and what its trials say of it.</summary>
    public async Task<DraftCheck> AddAsync(DraftCheck check, OfficeDb db, CancellationToken stop)
    {
        if (check.HasErrors)
        {
            return check;
        }

        var results = await HandleAsync(check, db, stop);
        var findings = results.Where(static result => !result.Passes).Select(static result => new Finding(
            Rule,
            Severity.Error,
            result.Element,
            $"残してある試行「{result.Trial.Name}」の結果が変わります。{result.Difference}",
            "下書きを直してください。変わってよいときは、手続きの「試行の記録」のページで記録し直してください。"));
        return check with { Findings = [.. check.Findings, .. findings] };
    }

    public async Task<IReadOnlyList<Result>> HandleAsync(DraftCheck check, OfficeDb db, CancellationToken stop)
    {
        if (check.Process is not { } process || check.HasErrors)
        {
            return [];
        }

        var trials = await db.SavedTrials.AsNoTracking().Where(row => row.Key == process.Id).OrderBy(static row => row.Name).ToListAsync(stop);
        if (trials.Count == 0)
        {
            return [];
        }

        var ground = await trying.GroundAsync(process, db, stop);
        return trials.ConvertAll(trial => ResultOf(trial, ground));
    }

    private Result ResultOf(SavedTrial saved, TrialGround ground)
    {
        switch (trying.Run(ground, TrialText.Script(saved.Script)))
        {
            case Outcome<TryDraft.Tried>.Refused no:
                return new Result(saved, no.Refusal.Reason, Element: null);
            case Outcome<TryDraft.Tried>.Done { Value: { Refusal: { } refusal, RefusedAt: { } place } tried }:
                return new Result(saved, Refused(saved, tried, place, refusal), Element: null);
            case Outcome<TryDraft.Tried>.Done { Value: var tried }:
                var (expected, seen) = (TrialText.Landmarks(saved.Expected), Landmarks.Of(tried.Trial, ground.Calendar));
                return Landmarks.FirstDifference(expected, seen) is { } first
                    ? new Result(saved, LandmarkWords.Difference(expected, seen, first), ElementOf(seen.ElementAtOrDefault(first) ?? expected.ElementAtOrDefault(first), ground))
                    : new Result(saved, Difference: null, Element: null);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    /// <summary>A step that is missing explains more than a move that cannot be made.</summary>
    private static string Refused(SavedTrial saved, TryDraft.Tried tried, int place, Refusal refusal)
    {
        var (expected, seen) = (TrialText.Landmarks(saved.Expected), Landmarks.Of(tried.Trial, tried.Ground.Calendar));
        return Landmarks.FirstDifference(expected, seen) is { } first && first < seen.Length
            ? LandmarkWords.Difference(expected, seen, first)
            : string.Create(CultureInfo.InvariantCulture, $"{place + 1}番目の操作ができません。{refusal.Reason}");
    }

    private static string? ElementOf(Landmark? landmark, TrialGround ground) =>
        landmark is not null && string.Equals(landmark.Procedure, ground.Process.Id, StringComparison.Ordinal) && ground.Process.Find(landmark.NodeId) is { } node ? node.Id : null;
}
