using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Channels.Mail.Queue;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Automation.Cases.Mails;

/// <summary>By the subject, which is what people call a case; the newest first.</summary>
internal sealed class CaseSearchBySubject : CaseSearch
{
    private const int Most = 200;

    public override async Task<IReadOnlyList<Guid>> FindAsync(OfficeDb db, string words, CancellationToken stop) =>
        await db.Cases
            .Where(file => file.Subject != null && file.Subject.Contains(words))
            .OrderByDescending(static file => file.StartedAt)
            .Select(static file => file.Id)
            .Take(Most)
            .ToListAsync(stop);
}
