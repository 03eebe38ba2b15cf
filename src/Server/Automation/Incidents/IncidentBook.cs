using OfficeWorkflow.Server.Outbox;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Automation.Incidents;

/// <summary>Outbox entries that a person must look at become incidents.</summary>
internal sealed class IncidentBook : TroubleBook
{
    public override void Write(OfficeDb db, OutboxEntry entry, string code, string reason, DateTimeOffset at) => db.Incidents.Add(new Incident
    {
        Id = Guid.CreateVersion7(at),
        OfficeId = entry.OfficeId,
        CaseId = entry.CaseId,
        Kind = entry.State is OutboxState.MaybeSent ? IncidentKind.MaybeSent : IncidentKind.Outbox,
        About = entry.Id.ToString(),
        Code = code,
        Reason = reason,
        OpenedAt = at,
    });
}
