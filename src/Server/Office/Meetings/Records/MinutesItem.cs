using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.Meetings.Records;

/// <summary>One line of what was discussed.</summary>
public sealed class MinutesItem : IOfficeRow
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required Guid MinutesId { get; init; }

    /// <summary>From 1.</summary>
    public required int Number { get; init; }

    /// <summary>検討した項目.</summary>
    public required string Topic { get; init; }

    /// <summary>検討内容(各専門職の意見).</summary>
    public required string Opinions { get; init; }

    /// <summary>結論.</summary>
    public required string Conclusion { get; init; }
}
