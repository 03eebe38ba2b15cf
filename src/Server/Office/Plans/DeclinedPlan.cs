using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Automation.Forms;
using OfficeWorkflow.Server.Office.Consents;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.Plans;

/// <summary>Why the last version was not agreed to: whoever writes it anew begins with that.</summary>
internal static class DeclinedPlan
{
    public static async Task<IReadOnlyList<FormFact>> FactsAsync(OfficeDb db, ServicePlan? plan, CancellationToken stop)
    {
        var id = plan?.Id;
        var refused = await db.Consents.Where(row => row.PlanId == id && row.Outcome == ConsentOutcome.Declined).OrderBy(static row => row.AnsweredAt).ToListAsync(stop);
        return [.. refused.Select(static row => new FormFact($"同意しなかった理由（{row.SignerName}）", row.DeclinedReason ?? "書かれていません", $"/consents/{row.Id}"))];
    }
}
