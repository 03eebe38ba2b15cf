using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.Certificates;

/// <summary>支給量 of one service with its own period.</summary>
public sealed class AllottedAmount : IOfficeRow
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required Guid CertificateId { get; init; }

    public required Guid ServiceKindId { get; init; }

    /// <summary>The service's name on the day it was recorded.</summary>
    public required string ServiceName { get; init; }

    /// <summary>Null where the unit is a rule.</summary>
    public decimal? Amount { get; init; }

    public required AmountUnit Unit { get; init; }

    public required DateOnly From { get; init; }

    public required DateOnly Until { get; init; }

    public required int Position { get; init; }

    public string Printed => AmountUnits.Print(Amount, Unit);
}
