using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Automation.Workers;
using OfficeWorkflow.Server.Channels;
using OfficeWorkflow.Server.Channels.GuestLinks;
using OfficeWorkflow.Server.Channels.Mail;
using OfficeWorkflow.Server.Ui;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Office.Consents.ByLink;

/// <summary>Asks the signer again with the same link, while nothing was answered.</summary>
internal sealed class RemindConsentWorker(Links links, Postbox postbox, SiteAddress site) : Worker
{
    public override string Type => "Office.RemindConsent";

    public override string Label => "同意の返事をうながす";

    public override async Task<WorkerAnswer> PerformAsync(WorkerContext context, CancellationToken stop)
    {
        if (await Requested.FindAsync(context, stop) is not { } consent)
        {
            return Requested.Unknown;
        }

        var target = consent.Id.ToString();
        var path = consent.IsAnswered ? null : await links.FindAsync(context.Db, context.OfficeId, ConsentPurpose.Key, target, stop);
        if (path is null)
        {
            return new WorkerAnswer.Done(Value.Record.Empty);
        }

        var ends = await context.Db.GuestLinks
            .Where(link => link.Purpose == ConsentPurpose.Key && link.TargetId == target && link.RevokedAt == null)
            .MaxAsync(static link => link.ExpiresAt, stop);
        var by = JapaneseEra.DayInTokyo(ends.AddTicks(-1));
        var address = await Requested.AddressAsync(context.Db, consent, stop);

        return await postbox.PutAsync(context.Db, Requested.Mail("consent-reminder", consent, address, site.Of(path), by), context.At, stop) is Outcome<SentMail>.Refused no
            ? new WorkerAnswer.Failed(no.Refusal.Reason)
            : new WorkerAnswer.Done(Value.Record.Empty);
    }
}
