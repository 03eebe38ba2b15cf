using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.OfficialForms;

/// <summary>The one document that shows a record. Records that can be printed never change, so neither does their paper.</summary>
public sealed class Printout : IOfficeRow
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required SheetKind Kind { get; init; }

    /// <summary>The plan version, minutes version, report or consent.</summary>
    public required Guid TargetId { get; init; }

    public required Guid DocumentId { get; init; }
}
