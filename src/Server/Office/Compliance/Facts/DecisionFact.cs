using System.Collections.Immutable;

namespace OfficeWorkflow.Server.Office.Compliance.Facts;

/// <summary>支給決定.</summary>
public sealed record DecisionFact(DateOnly DecidedOn)
{
    /// <summary>Where decided amounts differ from the draft's, one sentence each.</summary>
    public ImmutableArray<string> Differences { get; init; } = [];

    /// <summary>What the office makes of the differences.</summary>
    public string? Note { get; init; }
}
