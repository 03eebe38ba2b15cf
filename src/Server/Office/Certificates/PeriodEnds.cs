using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Office.Clients;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.Certificates;

/// <summary>When the period on each certificate in force ends: that of the consultation or of the first amount, whichever is earlier.</summary>
internal static class PeriodEnds
{
    /// <summary>Of clients whom the office still has.</summary>
    public static async Task<IReadOnlyList<(Guid ClientId, DateOnly On)>> HandleAsync(OfficeDb db, CancellationToken stop)
    {
        var (certificates, amounts, clients) = (db.Certificates, db.AllottedAmounts, db.Clients);
        var inForce = await certificates
            .Where(row => !certificates.Any(newer => newer.ReplacesId == row.Id) && clients.Any(client => client.Id == row.ClientId && client.ClosedOn == null))
            .Select(row => new
            {
                row.ClientId,
                row.ConsultationUntil,
                AmountsUntil = amounts.Where(amount => amount.CertificateId == row.Id).Min(static amount => (DateOnly?)amount.Until),
            })
            .ToListAsync(stop);
        return
        [
            .. from row in inForce
               let end = Earlier(row.ConsultationUntil, row.AmountsUntil)
               where end is not null
               select (row.ClientId, end.Value),
        ];
    }

    public static DateOnly? Of(Certificate certificate) => Earlier(certificate.ConsultationUntil, certificate.Amounts.Min(static amount => (DateOnly?)amount.Until));

    private static DateOnly? Earlier(DateOnly? one, DateOnly? other) => one is null || other < one ? other ?? one : one;
}
