using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Channels.Mail.Queue;

/// <summary>Finds the cases that people mean by a few words, for a search among their mails. Registered by the wing that keeps the cases.</summary>
public abstract class CaseSearch
{
    public abstract Task<IReadOnlyList<Guid>> FindAsync(OfficeDb db, string words, CancellationToken stop);
}
