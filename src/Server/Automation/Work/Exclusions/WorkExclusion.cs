using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Automation.Work.Exclusions;

/// <summary>A person who may neither do nor know of a work item: the procedure named them, or they did what it checks (作成者≠確認者).</summary>
public sealed class WorkExclusion : IOfficeRow
{
    public required Guid WorkId { get; init; }

    public required Guid PersonId { get; init; }

    public required Guid OfficeId { get; init; }
}
