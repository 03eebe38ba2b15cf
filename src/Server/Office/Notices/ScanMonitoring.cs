using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Server.Office.Clients;
using OfficeWorkflow.Server.Office.Monitoring;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Office.Notices;

/// <summary>Designated months without monitoring: last month's always, this month's once half of it is gone and nobody began.</summary>
internal static class ScanMonitoring
{
    private const int HalfOfAMonth = 15;

    /// <returns>How many notices are new.</returns>
    public static async Task<int> HandleAsync(OfficeDb db, Guid officeId, DateTimeOffset now, CancellationToken stop)
    {
        var today = JapaneseEra.DayInTokyo(now);
        var month = MonitoringMonths.FirstDay(today);
        var before = month.AddMonths(-1);
        var clients = db.Clients;
        var designated = await DesignatedMonths.InForce(db)
            .Where(row => (row.Month == month || row.Month == before) && clients.Any(client => client.Id == row.ClientId && client.ClosedOn == null))
            .Select(static row => new { row.ClientId, row.Month }).Distinct().ToListAsync(stop);
        var reported = await db.MonitoringReports.Where(row => row.Month == month || row.Month == before)
            .Select(static row => new { row.ClientId, row.Month }).ToListAsync(stop);
        var begun = await db.Cases.Where(static file => file.ProcedureKey == MonitoringDueWorker.Procedure && file.Status == CaseStatus.Open && file.Subject != null)
            .Select(static file => file.Subject!).ToListAsync(stop);
        var found = designated.Except(reported)
            .Where(row => row.Month == before || (today.Day >= HalfOfAMonth && !begun.Contains(row.ClientId.ToString(), StringComparer.Ordinal)))
            .Select(static row => (row.ClientId, row.Month))
            .ToList();
        return await KeepNotices.HandleAsync(NoticeKind.MonitoringMissing, found, db, officeId, now, stop);
    }
}
