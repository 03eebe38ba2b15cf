using System.Collections.Immutable;

namespace OfficeWorkflow.Server.Office.Compliance.Facts;

/// <summary>A draft or plan: what is empty, what it names.</summary>
/// <param name="MadeOn">計画(案)作成日 as it stands on the paper.</param>
public sealed record PlanFact(DateOnly MadeOn)
{
    /// <summary>Empty boxes beside the needs table, by their Japanese heads.</summary>
    public ImmutableArray<string> EmptyBoxes { get; init; } = [];

    public ImmutableArray<NeedFact> Needs { get; init; } = [];

    /// <summary>Why more than the yearly days of 短期入所 are needed.</summary>
    public string? ShortStayReason { get; init; }

    internal decimal ShortStayDays => Needs.Sum(static need => need.ShortStayDays);

    internal IEnumerable<string> Providers => Needs.Select(static need => need.Provider).OfType<string>().Distinct(StringComparer.Ordinal);
}
