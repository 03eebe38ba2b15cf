using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Office.Clients;
using OfficeWorkflow.Server.Office.Plans;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.Monitoring;

/// <summary>One モニタリング報告書.</summary>
public static class ShowReport
{
    public static async Task<Model?> HandleAsync(Guid id, OfficeDb db, CancellationToken stop)
    {
        var report = await db.MonitoringReports.AsNoTracking()
            .Include(static report => report.Rows.OrderBy(static row => row.Rank))
            .SingleOrDefaultAsync(report => report.Id == id, stop);
        if (report is null)
        {
            return null;
        }

        var client = await db.Clients.AsNoTracking().SingleAsync(client => client.Id == report.ClientId, stop);
        var plan = await db.Plans.AsNoTracking().SingleOrDefaultAsync(plan => plan.Id == report.PlanId, stop);
        var person = await db.People.AsNoTracking().SingleOrDefaultAsync(person => person.Id == report.PerformedBy, stop);

        return new Model(report, client, plan, person?.Name ?? "");
    }

    public sealed record Model(MonitoringReport Report, Client Client, ServicePlan? Plan, string PerformedBy);
}
