using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Automation.Procedures.Trying.Saved;

/// <summary>A trial run that was kept as a test: every later version of its procedure must come to the same.</summary>
public sealed class SavedTrial : IOfficeRow
{
    /// <summary>More than anybody looks through, and still run in a moment.</summary>
    public const int MostOfOne = 50;

    public const int LongestName = 100;

    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    /// <summary>Of the procedure.</summary>
    public required string Key { get; init; }

    /// <summary>Unique in its procedure.</summary>
    public required string Name { get; set; }

    /// <summary>What is done in it, as <see cref="TrialText"/> writes it.</summary>
    public required string Script { get; init; }

    /// <summary>What must come of it: its landmarks, as <see cref="TrialText"/> writes them.</summary>
    public required string Expected { get; set; }

    public required DateTimeOffset RecordedAt { get; set; }

    public Guid? RecordedBy { get; set; }
}
