using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Automation.Work.Filters;

/// <summary>A list of work with a name: what stood in its address when it was saved.</summary>
public sealed class SavedFilter : IOfficeRow
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    /// <summary>Whose it is: they alone change it.</summary>
    public required Guid PersonId { get; init; }

    public required string Name { get; init; }

    /// <summary>Scope and filter, as the list's address has them.</summary>
    public required string Address { get; init; }

    /// <summary>Whether everybody in the office finds it in their list.</summary>
    public required bool IsShared { get; init; }

    public required DateTimeOffset SavedAt { get; init; }
}
