using OfficeWorkflow.Server.Office.Arriving.Sheets;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.Arriving;

/// <summary>A row that came with a book.</summary>
public sealed class ArrivedRow : IOfficeRow
{
    public required Guid ArrivalId { get; init; }

    public required Guid RowId { get; init; }

    public required Guid OfficeId { get; init; }

    public required SheetKind Kind { get; init; }
}
