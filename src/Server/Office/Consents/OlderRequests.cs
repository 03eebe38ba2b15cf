using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Channels.GuestLinks;
using OfficeWorkflow.Server.Office.Consents.ByLink;
using OfficeWorkflow.Server.Office.Consents.Receipts;
using OfficeWorkflow.Server.Office.Plans;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.Consents;

/// <summary>What was sent for consent is not changed: a new version of the plan ends what was asked for the versions before it.</summary>
internal static class OlderRequests
{
    /// <summary>From the commit that writes the version, the links of the ones before it open no more. Whoever calls it saves.</summary>
    public static async Task EndAsync(OfficeDb db, ServicePlan written, DateTimeOffset at, CancellationToken stop)
    {
        var older = db.Plans.Where(plan => plan.ClientId == written.ClientId && plan.Stage == written.Stage && plan.Version < written.Version).Select(static plan => plan.Id);
        foreach (var consent in await db.Consents.Where(consent => consent.Outcome == null && older.Contains(consent.PlanId)).ToListAsync(stop))
        {
            await Links.RevokeAsync(db, consent.OfficeId, ConsentPurpose.Key, consent.Id.ToString(), at, stop);
            db.Note(consent.OfficeId, at, "consent-request-ended", ReceiptEvidence.AboutOf(consent.Id), "計画の新しい版ができたので、前の版への同意のお願いを終えました。", consent.CaseId);
        }
    }

    /// <summary>The version that took the place of this one; null while it is the last of its stage.</summary>
    public static Task<ServicePlan?> NewerAsync(OfficeDb db, ServicePlan plan, CancellationToken stop) => db.Plans
        .Where(row => row.ClientId == plan.ClientId && row.Stage == plan.Stage && row.Version > plan.Version)
        .OrderByDescending(static row => row.Version)
        .FirstOrDefaultAsync(stop);

    public static Refusal Superseded(ServicePlan newer) => new(
        "plan-superseded", $"この版のあとに第{newer.Version}版が作られました。前の版への同意は受けられません。新しい版を説明して、同意を受けてください。", Kind: RefusalKind.Conflict);
}
