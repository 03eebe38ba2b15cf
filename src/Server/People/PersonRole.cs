using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.People;

/// <summary>A person works in an office as this.</summary>
public sealed class PersonRole : IOfficeRow
{
    public required Guid OfficeId { get; init; }

    public required Guid PersonId { get; init; }

    /// <summary>A key of <see cref="Roles"/>.</summary>
    public required string Role { get; init; }

    public required DateTimeOffset GivenAt { get; init; }
}
