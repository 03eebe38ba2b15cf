using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Office.Certificates;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.Monitoring;

/// <summary>The months in which municipalities want clients visited, by the certificates in force.</summary>
internal static class DesignatedMonths
{
    /// <summary>Designated months of all clients of the office that nobody replaced by a newer certificate.</summary>
    public static IQueryable<MonitoringMonth> InForce(OfficeDb db)
    {
        var certificates = db.Certificates;

        return db.MonitoringMonths.Where(month => !certificates.Any(newer => newer.ReplacesId == month.CertificateId));
    }

    /// <summary>The client's first designated month after this one.</summary>
    public static async Task<DateOnly?> NextAsync(OfficeDb db, Guid clientId, DateOnly month, CancellationToken stop) =>
        await InForce(db).Where(row => row.ClientId == clientId && row.Month > month).MinAsync(static row => (DateOnly?)row.Month, stop);
}
