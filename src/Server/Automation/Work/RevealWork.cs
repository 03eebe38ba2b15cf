using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Automation.Work;

/// <summary>Writes down that somebody was shown what stands in a work item: once for each time that it came to them.</summary>
internal static class RevealWork
{
    private const string Act = "work-opened";

    public static async Task HandleAsync(WorkItem item, HttpContext http, CancellationToken stop)
    {
        // Apart from the page's own context, so that nothing that it merely holds is saved.
        var services = http.RequestServices;
        var scope = services.GetRequiredService<OfficeDb>().Scope;
        await using var db = services.GetRequiredService<OfficeDbs>().Open(scope);
        var (about, person, since) = ($"work:{item.Id}", (scope as Scope.Person)?.PersonId, item.AssignedAt ?? item.OpenedAt);
        if (await db.Audit.AnyAsync(entry => entry.CaseId == item.CaseId && entry.Act == Act && entry.About == about && entry.PersonId == person && entry.At >= since, stop))
        {
            return;
        }

        db.Note(item.OfficeId, services.GetRequiredService<TimeProvider>().GetUtcNow(), Act, about, $"作業「{item.Name}」の内容を開いた", item.CaseId);
        await db.SaveChangesAsync(stop);
    }
}
