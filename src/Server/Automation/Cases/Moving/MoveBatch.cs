using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Automation.Cases.Moving;

/// <summary>Cases that somebody wants moved to another version of their procedure (案件の移し替え), at once or at a date.</summary>
public sealed class MoveBatch : IOfficeRow
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required string Key { get; init; }

    public required Guid VersionId { get; init; }

    public required int Number { get; init; }

    /// <summary>What was chosen, as <see cref="ChosenMoves"/> writes it.</summary>
    public required string Choices { get; init; }

    public required DateTimeOffset DueAt { get; init; }

    public required DateTimeOffset AskedAt { get; init; }

    public required Guid AskedBy { get; init; }
}
