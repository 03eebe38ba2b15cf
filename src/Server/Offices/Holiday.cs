using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Offices;

/// <summary>A day on which an office is closed beside its weekly days off: a public holiday or its own.</summary>
public sealed class Holiday : IOfficeRow
{
    public required Guid OfficeId { get; init; }

    public required DateOnly On { get; init; }

    public required string Name { get; set; }
}
