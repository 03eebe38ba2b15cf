using System.Collections.Immutable;
using OfficeWorkflow.Server.Office.Certificates;
using OfficeWorkflow.Server.Office.Plans;

namespace OfficeWorkflow.Server.Office.Decisions;

/// <summary>支給量 of a draft beside what was decided: services in the draft's order, then those that only the decision names.</summary>
public sealed record AmountComparison(ImmutableArray<AmountLine> Lines)
{
    public bool IsSame => Lines.All(line => line.Difference is AmountDifference.Same);

    public IEnumerable<AmountLine> Differences => Lines.Where(line => line.Difference is not AmountDifference.Same);

    public static AmountComparison Of(ServicePlan draft, Certificate certificate) => Of(PlannedIn(draft), DecidedBy(certificate));

    public static AmountComparison Of(IEnumerable<PlannedAmount> planned, IEnumerable<PlannedAmount> decided)
    {
        var drafted = Total(planned);
        var granted = Total(decided);
        var known = drafted
            .Select(amount => Line(amount, granted.FirstOrDefault(other => other.ServiceKindId == amount.ServiceKindId)));
        var added = granted
            .Where(amount => drafted.All(other => other.ServiceKindId != amount.ServiceKindId))
            .Select(amount => new AmountLine(amount.ServiceName, Planned: null, amount, AmountDifference.NotInDraft));

        return new AmountComparison([.. known, .. added]);
    }

    /// <summary>What a draft asks for; help without an amount is not decided by anyone.</summary>
    public static IEnumerable<PlannedAmount> PlannedIn(ServicePlan draft) =>
        from need in draft.Needs.OrderBy(row => row.Rank)
        where need.Unit is not AmountUnit.None
        select new PlannedAmount(need.ServiceKindId, need.ServiceName, need.Amount, need.Unit);

    public static IEnumerable<PlannedAmount> DecidedBy(Certificate certificate) =>
        from amount in certificate.Amounts.OrderBy(row => row.Position)
        select new PlannedAmount(amount.ServiceKindId, amount.ServiceName, amount.Amount, amount.Unit);

    // 支給量 covers all providers together, so lines of one service add up.
    private static List<PlannedAmount> Total(IEnumerable<PlannedAmount> amounts) =>
    [
        .. from amount in amounts
           group amount by (amount.ServiceKindId, amount.Unit) into same
           let first = same.First()
           select first with { Amount = AmountUnits.NeedsNumber(first.Unit) ? same.Sum(amount => amount.Amount ?? 0) : null },
    ];

    private static AmountLine Line(PlannedAmount planned, PlannedAmount? decided) =>
        new(planned.ServiceName, planned, decided, Compare(planned, decided));

    private static AmountDifference Compare(PlannedAmount planned, PlannedAmount? decided)
    {
        if (decided is null)
        {
            return AmountDifference.NotDecided;
        }

        if (planned.Unit != decided.Unit)
        {
            return AmountDifference.OtherUnit;
        }

        return (decided.Amount ?? 0).CompareTo(planned.Amount ?? 0) switch
        {
            < 0 => AmountDifference.Less,
            0 => AmountDifference.Same,
            _ => AmountDifference.More,
        };
    }
}
