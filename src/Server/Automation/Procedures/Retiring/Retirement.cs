using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Automation.Procedures.Retiring;

/// <summary>A procedure that is used no more (使うのをやめた手続き): nothing begins by it, what runs goes on. Gone when it is taken up again; the audit keeps both.</summary>
public sealed class Retirement : IOfficeRow
{
    public required Guid OfficeId { get; init; }

    public required string ProcedureKey { get; init; }

    public required DateTimeOffset At { get; init; }

    public required Guid By { get; init; }

    public required string Reason { get; init; }
}
