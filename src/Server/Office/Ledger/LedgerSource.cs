using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.Ledger;

/// <summary>Where lines of the ledger come from: each feature with records of a client registers one.</summary>
public abstract class LedgerSource
{
    public abstract Task<IReadOnlyList<LedgerEntry>> OfAsync(OfficeDb db, Guid clientId, CancellationToken stop);
}
