using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Server.Office.Certificates;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Office.Notices;

/// <summary>Certificates whose period ends within two months, or has ended, while no plan is being made for their client.</summary>
internal static class ScanCertificates
{
    /// <summary>Renewal takes a visit, a draft, a decision of the municipality and a meeting.</summary>
    public const int Ahead = 60;

    /// <summary>Key of the procedure that makes the plan for the next period.</summary>
    public const string Renewal = "plan-creation";

    /// <returns>How many notices are new.</returns>
    public static async Task<int> HandleAsync(OfficeDb db, Guid officeId, DateTimeOffset now, CancellationToken stop)
    {
        var until = JapaneseEra.DayInTokyo(now).AddDays(Ahead);
        var begun = await db.Cases.Where(static file => file.ProcedureKey == Renewal && file.Status == CaseStatus.Open && file.Subject != null)
            .Select(static file => file.Subject!).ToListAsync(stop);
        var found = (await PeriodEnds.HandleAsync(db, stop))
            .Where(row => row.On <= until && !begun.Contains(row.ClientId.ToString(), StringComparer.Ordinal))
            .Distinct()
            .ToList();
        return await KeepNotices.HandleAsync(NoticeKind.CertificateEnds, found, db, officeId, now, stop);
    }
}
