using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Automation.Workers;
using OfficeWorkflow.Server.Channels;
using OfficeWorkflow.Server.Channels.GuestLinks;
using OfficeWorkflow.Server.Channels.Mail;
using OfficeWorkflow.Server.Office.Meetings;
using OfficeWorkflow.Server.Offices;
using OfficeWorkflow.Server.Ui;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Timing;

namespace OfficeWorkflow.Server.Office.Consents.ByLink;

/// <summary>Sends the signer the link behind which the explained plan is read and answered; the code goes another way.</summary>
internal sealed class RequestConsentWorker(Links links, Postbox postbox, SiteAddress site, OfficeCalendars calendars) : Worker
{
    /// <summary>The link ends on the day on which the procedure stops waiting.</summary>
    public const int WorkingDaysOpen = 14;

    public override string Type => "Office.RequestConsent";

    public override string Label => "リンクで同意をお願いする";

    public override async Task<WorkerAnswer> PerformAsync(WorkerContext context, CancellationToken stop)
    {
        if (await Requested.FindAsync(context, stop) is not { } consent)
        {
            return Requested.Unknown;
        }

        // On the tablet nothing is sent: staff open the page when the signer is there.
        if (consent.Method is ConsentMethod.Tablet)
        {
            return new WorkerAnswer.Done(Value.Record.Empty);
        }

        var calendar = await calendars.OfAsync(context.Db, context.OfficeId, stop);
        var by = BusinessDays.Add(JapaneseEra.DayInTokyo(context.At), WorkingDaysOpen, calendar) ?? consent.ExplainedOn.AddMonths(1);
        var path = await links.MakeAsync(
            context.Db, context.OfficeId, ConsentPurpose.Key, consent.Id.ToString(), consent.SignerName, MeetingDays.EndOf(by), needsCode: true, stop);

        return await postbox.PutAsync(context.Db, Requested.Mail("consent-request", consent, consent.Mail, site.Of(path), by), context.At, stop) is Outcome<SentMail>.Refused no
            ? new WorkerAnswer.Failed(no.Refusal.Reason)
            : new WorkerAnswer.Done(Value.Record.Empty.With("answersBy", Value.Of(by)));
    }
}
