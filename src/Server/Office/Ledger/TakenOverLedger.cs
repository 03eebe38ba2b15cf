using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Automation.TakeOvers;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.Ledger;

/// <summary>Steps that were done before their case began here.</summary>
internal sealed class TakenOverLedger : LedgerSource
{
    public override async Task<IReadOnlyList<LedgerEntry>> OfAsync(OfficeDb db, Guid clientId, CancellationToken stop)
    {
        var subject = clientId.ToString();
        var steps = await db.TakenOverSteps.Where(step => step.Subject == subject).ToListAsync(stop);

        return
        [
            .. steps.Select(static step => new LedgerEntry(
                step.DoneOn, $"{step.Name}（引き継ぎ）", step.Source, step.TakenAt, step.DocumentId is { } scan ? $"/documents/{scan}" : $"/cases/{step.CaseId}", step.TakenBy)),
        ];
    }
}
