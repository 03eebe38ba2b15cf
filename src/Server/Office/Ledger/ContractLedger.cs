using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Office.Contracts;
using OfficeWorkflow.Server.Office.Privacy;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.Ledger;

/// <summary>Contract, report, consents to personal data, information, request.</summary>
internal sealed class ContractLedger : LedgerSource
{
    public override async Task<IReadOnlyList<LedgerEntry>> OfAsync(OfficeDb db, Guid clientId, CancellationToken stop)
    {
        var contracts = await db.Contracts.Where(row => row.ClientId == clientId).ToListAsync(stop);
        var reports = await db.ContractReports.Where(row => row.ClientId == clientId).ToListAsync(stop);
        var informed = await db.InfoProvisions.Where(row => row.ClientId == clientId).ToListAsync(stop);
        var requests = await db.PlanRequests.Where(row => row.ClientId == clientId).ToListAsync(stop);
        var consents = await db.PrivacyConsents.Where(row => row.ClientId == clientId).ToListAsync(stop);
        return
        [
            .. contracts.Select(row => new LedgerEntry(row.ImportantMattersOn, "重要事項の説明と同意", string.Empty, row.RecordedAt, PersonId: row.RecordedBy)),
            .. contracts.Select(row => new LedgerEntry(row.ContractOn, "契約", $"契約者 {row.SignerName}", row.RecordedAt, PersonId: row.RecordedBy)),
            .. reports.Select(row => new LedgerEntry(row.ReportedOn, "契約内容の報告", $"{Words.Of(row.Means)} {row.Proof}".TrimEnd(), row.RecordedAt, PersonId: row.RecordedBy)),
            .. informed.Select(row => new LedgerEntry(row.ProvidedOn, "情報提供", row.Content, row.RecordedAt, PersonId: row.RecordedBy)),
            .. requests.Select(row => new LedgerEntry(row.ReceivedOn, "計画案提出依頼", row.Number ?? string.Empty, row.RecordedAt, PersonId: row.RecordedBy)),
            .. consents.GroupBy(row => (row.GivenOn, row.RecordedBy)).Select(same => new LedgerEntry(
                same.Key.GivenOn, "個人情報の使用同意", $"{same.Select(row => row.FamilyMemberId).Distinct().Count()}人分",
                same.Max(row => row.RecordedAt), $"/clients/{clientId}/privacy", same.Key.RecordedBy)),
        ];
    }
}
