using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Automation.TakeOvers;

/// <summary>引き継いだ段階: a step of a case that was done before the case began here, with where that is written.</summary>
public sealed class TakenOverStep : IOfficeRow
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required Guid CaseId { get; init; }

    /// <summary>What the case is about.</summary>
    public required string Subject { get; init; }

    public required string NodeId { get; init; }

    /// <summary>The step's label on that day.</summary>
    public required string Name { get; init; }

    /// <summary>What kind of step: the key of its form, or the procedure that it calls.</summary>
    public required string What { get; init; }

    /// <summary>Of a called procedure, the constant values that it would have been given, as stored text.</summary>
    public required string Given { get; init; }

    public required DateOnly DoneOn { get; init; }

    public required string Source { get; init; }

    /// <summary>The scan of the paper.</summary>
    public Guid? DocumentId { get; init; }

    /// <summary>Whether somebody saw on the paper that what the law asks of the step was met.</summary>
    public required bool IsChecked { get; init; }

    /// <summary>Which of the wing's records the round is about, where there was one.</summary>
    public string? About { get; set; }

    public required DateTimeOffset TakenAt { get; init; }

    public required Guid TakenBy { get; init; }
}
