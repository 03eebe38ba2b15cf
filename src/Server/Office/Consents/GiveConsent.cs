using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Office.Plans;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.Consents;

/// <summary>The one answer to a consent, on paper or by link; with a yes the version of the plan becomes immutable.</summary>
internal static class GiveConsent
{
    /// <summary>Adds to the context; whoever calls it saves.</summary>
    public static async Task<Refusal?> RecordAsync(OfficeDb db, Consent consent, ConsentAnswer answer, CancellationToken stop)
    {
        if (consent.Answer(answer) is { } answered)
        {
            return answered;
        }

        if (answer.Outcome is ConsentOutcome.Declined)
        {
            return null;
        }

        var plan = await db.Plans.SingleAsync(plan => plan.Id == consent.PlanId, stop);

        return plan.Agree(answer.On);
    }
}
