namespace OfficeWorkflow.Server.Office.Compliance.Facts;

/// <summary>One row of the needs table, as far as duties ask.</summary>
public sealed record NeedFact(int Rank)
{
    /// <summary>Empty boxes of the row, by their Japanese heads.</summary>
    public IReadOnlyList<string> EmptyBoxes { get; init; } = [];

    /// <summary>Provider named for it; null for informal help.</summary>
    public string? Provider { get; init; }

    /// <summary>Days of 短期入所 a month; 0 for other services.</summary>
    public decimal ShortStayDays { get; init; }
}
