using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Server.Automation.Running;
using OfficeWorkflow.Server.Channels.GuestLinks;
using OfficeWorkflow.Server.Office.Consents.Agreements;
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

        if (await EndedAsync(db, consent, stop) is { } ended)
        {
            return ended;
        }

        var now = clock.GetUtcNow();
        var path = await links.MakeAsync(
            db, viewer.OfficeId, ConsentPurpose.Key, consent.Id.ToString(), consent.SignerName, now.AddMinutes(Minutes), needsCode: false, stop);
        db.Note(viewer.OfficeId, now, "consent-tablet-opened", $"consent:{consent.Id}", "説明と同意のページを、事業所の端末で開きました。", consent.CaseId);
        await db.SaveChangesAsync(stop);

        return path;
    }

    /// <summary>A page on the tablet is made when it is wanted, so no link of a request that ended tells that it ended: its case and its agreement do.</summary>
    /// <returns>Null while an answer is wanted.</returns>
    public static async Task<Refusal?> EndedAsync(OfficeDb db, Consent consent, CancellationToken stop)
    {
        if (await KeepAgreements.InForceAsync(db, consent.ClientId, consent.SignerName, stop) is null)
        {
            return new Refusal(
                "electronic-agreement-revoked", "この方の電磁的方法の承諾は取り消されています。端末では受けられません。もう一度説明し、紙で同意を受けてください。", Kind: RefusalKind.Conflict);
        }

        var key = consent.Id.ToString();
        return await db.Cases.AnyAsync(file => file.Id == consent.CaseId, stop)
            && !await db.Subscriptions.AnyAsync(row => row.MessageName == ConsentPurpose.Message && row.Key == key, stop)
            ? new Refusal(
                "consent-not-awaited", "案件はこのお願いの返事を待っていません。期限が過ぎたか、先に進んでいます。案件のページで今の作業を確かめ、もう一度説明して同意を受けてください。", Kind: RefusalKind.Conflict)
            : null;
    }
}
