using System.Collections.Immutable;
using OfficeWorkflow.Server.Office.Compliance.Facts;

namespace OfficeWorkflow.Server.Office.Compliance;

/// <summary>How a client's plan stands against every duty, in the order of the steps.</summary>
public sealed record Checklist(ImmutableArray<DutyItem> Items)
{
    public IEnumerable<DutyItem> Findings => Items.Where(static item => item.IsFinding);

    /// <summary>What keeps the plan from being complete.</summary>
    public IEnumerable<DutyItem> Blocks => Items.Where(static item => item.Blocks);

    public static Checklist Of(ClientFacts facts, DutySettings settings)
    {
        var verdicts = DutyList.All.ToDictionary(static duty => duty.Code, duty => duty.Check(facts, settings), StringComparer.Ordinal);

        return new Checklist([.. DutyList.All.Select(duty => Item(duty, settings, Standing(duty, verdicts)))]);
    }

    /// <summary>A duty that is met by itself still falls when what it rests on has a finding of its own. One step, no further.</summary>
    private static Verdict Standing(Duty duty, Dictionary<string, Verdict> verdicts)
    {
        var own = verdicts[duty.Code];
        var fallen = duty.RestsOn.FirstOrDefault(under => verdicts[under.Code] is { State: DutyState.Missing or DutyState.Violated, FollowsFrom: null });

        return own.State is DutyState.Met && fallen is not null
            ? new Verdict(DutyState.Violated, fallen.Reason, fallen.Code)
            : own;
    }

    private static DutyItem Item(Duty duty, DutySettings settings, Verdict verdict) => new(
        duty.Code, duty.Title, duty.Level(settings), verdict.State, verdict.Sentence, duty.NextStep, duty.Basis, verdict.FollowsFrom);
}
