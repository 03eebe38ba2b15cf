using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Automation.Procedures.Drafts;

/// <summary>A draft that gave way to another one (取っておいた下書き): nothing that somebody drew is thrown away by a conflict.</summary>
public sealed class DraftCopy : IOfficeRow
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required string Key { get; init; }

    public required string Source { get; init; }

    public required DateTimeOffset SavedAt { get; init; }

    public Guid? SavedBy { get; init; }

    /// <summary>Ids of all who drew it, parted by commas: they are among the authors of a draft that goes on with it.</summary>
    public string Authors { get; init; } = "";

    public required DateTimeOffset KeptAt { get; init; }
}
