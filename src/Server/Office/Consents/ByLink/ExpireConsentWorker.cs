using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Automation.Workers;
using OfficeWorkflow.Server.Channels.GuestLinks;
using OfficeWorkflow.Server.Channels.Mail;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Office.Consents.ByLink;

/// <summary>The time for an answer is over: the link ends, and both who was asked and who asked are told.</summary>
internal sealed class ExpireConsentWorker(Links links, Postbox postbox) : Worker
{
    public override string Type => "Office.ExpireConsent";

    public override string Label => "同意の期限が過ぎたことを知らせる";

    public override async Task<WorkerAnswer> PerformAsync(WorkerContext context, CancellationToken stop)
    {
        if (await Requested.FindAsync(context, stop) is not { } consent)
        {
            return Requested.Unknown;
        }

        await links.RevokeAsync(context.Db, context.OfficeId, ConsentPurpose.Key, consent.Id.ToString(), stop);
        var address = await Requested.AddressAsync(context.Db, consent, stop);
        var explainer = await context.Db.People.SingleOrDefaultAsync(person => person.Id == consent.ExplainedBy, stop);
        MailOrder[] orders =
        [
            new(consent.OfficeId, "consent-expired", Requested.NameInMail(consent), address, Value.Record.Empty) { CaseId = consent.CaseId },
            new(consent.OfficeId, "consent-expired-office", explainer?.Name ?? "担当者", explainer?.Mail, Value.Record.Empty) { CaseId = consent.CaseId },
        ];
        foreach (var order in consent.IsAnswered ? [] : orders)
        {
            if (await postbox.PutAsync(context.Db, order, context.At, stop) is Outcome<SentMail>.Refused no)
            {
                return new WorkerAnswer.Failed(no.Refusal.Reason);
            }
        }

        return new WorkerAnswer.Done(Value.Record.Empty);
    }
}
