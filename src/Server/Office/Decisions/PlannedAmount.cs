using OfficeWorkflow.Server.Office.Certificates;

namespace OfficeWorkflow.Server.Office.Decisions;

/// <summary>An amount of a service, planned or decided.</summary>
public sealed record PlannedAmount(Guid ServiceKindId, string ServiceName, decimal? Amount, AmountUnit Unit)
{
    public string Printed => AmountUnits.Print(Amount, Unit);
}
