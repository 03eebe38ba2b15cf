using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Automation.Running.Messages;
using OfficeWorkflow.Server.Channels.GuestLinks;
using OfficeWorkflow.Server.Channels.Mail;
using OfficeWorkflow.Server.Office.Consents.ByLink;
using OfficeWorkflow.Server.Office.Meetings;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Office.Consents.Agreements;

/// <summary>
/// 承諾の取り消し: from this commit the person's open links are closed, who explained is told by mail, and the case goes back to whoever
/// explains, for paper.
/// </summary>
internal sealed class RevokeAgreement(Links links, Postbox postbox, Matching matching, TimeProvider clock)
{
    /// <summary>What a case that waits for an answer by link is told, by the consent.</summary>
    public const string Message = "consent-agreement-revoked";

    /// <returns>False when there is no such agreement.</returns>
    public async Task<bool> HandleAsync(Guid clientId, Guid id, Viewer viewer, OfficeDb db, CancellationToken stop)
    {
        if (await db.ElectronicAgreements.SingleOrDefaultAsync(row => row.Id == id && row.ClientId == clientId, stop) is not { } agreement)
        {
            return false;
        }

        var now = clock.GetUtcNow();
        var wasInForce = agreement.IsInForce;
        agreement.Revoke(JapaneseEra.DayInTokyo(now), viewer.PersonId);
        var asked = await db.Consents
            .Where(consent => consent.ClientId == clientId && consent.SignerName == agreement.PersonName && consent.Outcome == null
                && (consent.Method == ConsentMethod.Link || consent.Method == ConsentMethod.Tablet))
            .ToListAsync(stop);
        foreach (var consent in asked)
        {
            await links.RevokeAsync(db, consent.OfficeId, ConsentPurpose.Key, consent.Id.ToString(), stop);
        }

        if (wasInForce)
        {
            await NotifyAsync(db, asked, now, stop);
        }

        db.Note(viewer.OfficeId, now, "electronic-agreement-revoked", $"client:{clientId}", "電磁的方法の承諾の取り消しを記録した");
        await db.SaveChangesAsync(stop);
        foreach (var consent in asked)
        {
            await TellAsync(db, consent, stop);
        }

        return true;
    }

    /// <summary>Whoever explained, once. An address that takes no mail keeps nothing from being taken back: the work is in the inbox all the same.</summary>
    private async Task NotifyAsync(OfficeDb db, List<Consent> asked, DateTimeOffset at, CancellationToken stop)
    {
        foreach (var consent in asked.DistinctBy(static consent => consent.ExplainedBy))
        {
            var explainer = await db.People.SingleOrDefaultAsync(person => person.Id == consent.ExplainedBy, stop);
            var order = new MailOrder(consent.OfficeId, "consent-revoked-office", explainer?.Name ?? "担当者", explainer?.Mail, Value.Record.Empty) { CaseId = consent.CaseId };
            _ = await postbox.PutAsync(db, order, at, stop);
        }
    }

    private async Task TellAsync(OfficeDb db, Consent consent, CancellationToken stop)
    {
        if (!await GuestCases.IsOverAsync(db, consent.CaseId, stop))
        {
            _ = await Deliver.OwnAsync(Message, consent.Id.ToString(), Value.Record.Empty, $"{Message}:{consent.Id}", db, matching, clock, stop);
        }
    }
}
