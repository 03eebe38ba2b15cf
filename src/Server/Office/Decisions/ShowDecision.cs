using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Office.Certificates;
using OfficeWorkflow.Server.Office.Clients;
using OfficeWorkflow.Server.Office.Plans;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.Decisions;

/// <summary>One decision beside the draft that it answers.</summary>
public static class ShowDecision
{
    public sealed record Model(BenefitDecision Decision, Client Client, Certificate Certificate, ServicePlan? Draft, string? RecordedBy)
    {
        public AmountComparison? Amounts => Draft is null ? null : AmountComparison.Of(Draft, Certificate);
    }

    internal static async Task<Model?> HandleAsync(Guid id, OfficeDb db, CancellationToken stop)
    {
        var decision = await db.Decisions.SingleOrDefaultAsync(row => row.Id == id, stop);
        return decision is null
            ? null
            : new Model(
                decision,
                await db.Clients.SingleAsync(row => row.Id == decision.ClientId, stop),
                await db.WholeCertificates.SingleAsync(row => row.Id == decision.CertificateId, stop),
                await db.WholePlans.SingleOrDefaultAsync(row => row.Id == decision.DraftId, stop),
                await db.People.Where(person => person.Id == decision.RecordedBy).Select(person => person.Name).SingleOrDefaultAsync(stop));
    }
}
