using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.Meetings;

/// <summary>Whether a guest's answer still has a case that wants it.</summary>
internal static class GuestCases
{
    /// <summary>From the commit that ends or cancels a case, its links refuse.</summary>
    public static async Task<bool> IsOverAsync(OfficeDb db, Guid? caseId, CancellationToken stop) =>
        await db.Cases.AnyAsync(file => file.Id == caseId && (file.Status != CaseStatus.Open || file.StoppedAt != null), stop);
}
