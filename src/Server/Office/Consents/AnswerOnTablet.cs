using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Channels.GuestLinks;
using OfficeWorkflow.Server.Office.Consents.ByLink;
using OfficeWorkflow.Server.Office.Plans;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Office.Consents;

/// <summary>その場で答える: opens the signer's page on the office's tablet for half an hour. No code: a witness of the staff sees who answers.</summary>
internal static class AnswerOnTablet
{
    private const int Minutes = 30;

    /// <returns>Where the page is.</returns>
    public static async Task<Outcome<string>> HandleAsync(Guid id, Viewer viewer, OfficeDb db, Links links, TimeProvider clock, CancellationToken stop)
    {
        if (await db.Consents.SingleOrDefaultAsync(consent => consent.Id == id, stop) is not { } consent)
        {
            return new Refusal("consent-unknown", "この同意の記録が見つかりません。", Kind: RefusalKind.Unknown);
        }

        if (consent is not { Method: ConsentMethod.Tablet, IsAnswered: false })
        {
            return new Refusal("consent-not-for-tablet", "端末で答える同意ではないか、もう返事が記録されています。", Kind: RefusalKind.Conflict);
        }

        if (await OlderRequests.NewerAsync(db, await db.Plans.SingleAsync(plan => plan.Id == consent.PlanId, stop), stop) is { } newer)
        {
            return OlderRequests.Superseded(newer);
        }

        var now = clock.GetUtcNow();
        var path = await links.MakeAsync(
            db, viewer.OfficeId, ConsentPurpose.Key, consent.Id.ToString(), consent.SignerName, now.AddMinutes(Minutes), needsCode: false, stop);
        db.Note(viewer.OfficeId, now, "consent-tablet-opened", $"consent:{consent.Id}", "説明と同意のページを、事業所の端末で開きました。", consent.CaseId);
        await db.SaveChangesAsync(stop);

        return path;
    }
}
