using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Server.Office.Certificates;
using OfficeWorkflow.Server.Office.Clients;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Office.Notices;

/// <summary>Certificates whose period ends within two months, or has ended, while no plan is being made for their client.</summary>
internal static class ScanCertificates
{
    /// <summary>Renewal takes a visit, a draft, a decision of the municipality and a meeting.</summary>
    private const int Ahead = 60;

    private const string Renewal = "plan-creation";

    /// <returns>How many notices are new.</returns>
    public static async Task<int> HandleAsync(OfficeDb db, Guid officeId, DateTimeOffset now, CancellationToken stop)
    {
        var until = JapaneseEra.DayInTokyo(now).AddDays(Ahead);
        var (certificates, amounts, clients) = (db.Certificates, db.AllottedAmounts, db.Clients);
        var inForce = await certificates
            .Where(row => !certificates.Any(newer => newer.ReplacesId == row.Id) && clients.Any(client => client.Id == row.ClientId && client.ClosedOn == null))
            .Select(row => new
            {
                row.ClientId,
                row.Kind,
                row.ConsultationUntil,
                AmountsUntil = amounts.Where(amount => amount.CertificateId == row.Id).Min(static amount => (DateOnly?)amount.Until),
            })
            .ToListAsync(stop);
        var begun = await db.Cases.Where(static file => file.ProcedureKey == Renewal && file.Status == CaseStatus.Open && file.Subject != null)
            .Select(static file => file.Subject!).ToListAsync(stop);
        var found = inForce
            .Select(static row => (row.ClientId, On: Earlier(row.ConsultationUntil, row.AmountsUntil)))
            .Where(row => row.On is { } on && on <= until && !begun.Contains(row.ClientId.ToString(), StringComparer.Ordinal))
            .Select(static row => (row.ClientId, row.On!.Value))
            .Distinct()
            .ToList();
        return await KeepNotices.HandleAsync(NoticeKind.CertificateEnds, found, db, officeId, now, stop);
    }

    private static DateOnly? Earlier(DateOnly? one, DateOnly? other) => one is null || other < one ? other ?? one : one;
}
