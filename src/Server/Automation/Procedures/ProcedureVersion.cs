using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Automation.Procedures;

/// <summary>A published diagram. Never changed; cases keep running on the one they began with.</summary>
public sealed class ProcedureVersion : IOfficeRow
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required string Key { get; init; }

    /// <summary>From 1, without gaps.</summary>
    public required int Number { get; init; }

    /// <summary>The .bpmn text as it came, byte for byte.</summary>
    public required string Source { get; init; }

    /// <summary>What changed and why, in the words of who published.</summary>
    public required string Note { get; init; }

    /// <summary>First day on which new cases use it.</summary>
    public required DateOnly StartsOn { get; init; }

    public required DateTimeOffset PublishedAt { get; init; }

    /// <summary>Null for what the product ships.</summary>
    public Guid? PublishedBy { get; init; }
}
