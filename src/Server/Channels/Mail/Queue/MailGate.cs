using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Channels.Mail.Servers;
using OfficeWorkflow.Server.Offices;
using OfficeWorkflow.Server.Outbox;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Workflows.Timing;

namespace OfficeWorkflow.Server.Channels.Mail.Queue;

/// <summary>
/// Whether a mail may leave at this moment: nobody has stopped the mail, the office is open, its server has room. What only becomes a file
/// in the house (a rehearsal, a first try) wakes nobody, and does not wait for the office to open.
/// </summary>
public sealed class MailGate(OfficeCalendars calendars, OfficeMail offices, MailPace pace)
{
    /// <summary>When the office opens, for a mail that is written while it is closed and will leave the house; else now.</summary>
    public async Task<DateTimeOffset> OpeningAsync(OfficeDb db, Guid officeId, DateTimeOffset at, CancellationToken stop)
    {
        var opening = OpenHours.OnOrAfter(at, await calendars.OfAsync(db, officeId, stop)) ?? at;
        return opening > at && (await offices.OfAsync(db, officeId, stop)).Leaves ? opening : at;
    }

    /// <returns>What becomes of the entry instead; null when the mail goes.</returns>
    public async Task<PerformResult?> StopsAsync(SentMail mail, MailTransport transport, OfficeDb db, DateTimeOffset at, CancellationToken stop)
    {
        if (await db.MailPauses.AnyAsync(pause => pause.OfficeId == mail.OfficeId, stop))
        {
            return new PerformResult.Held();
        }

        if (!mail.IsPrompt && await OpeningAsync(db, mail.OfficeId, at, stop) is var opening && opening > at)
        {
            return new PerformResult.Postponed(opening);
        }

        return transport.Server is { } server && pace.WaitUntil(server, transport.PerMinute, at) is { } later
            ? new PerformResult.Postponed(later)
            : null;
    }

    /// <summary>What the attempt says about the way to the server.</summary>
    public void Learn(MailTransport transport, MailAnswer answer, DateTimeOffset at)
    {
        if (transport.Server is not { } server)
        {
            return;
        }

        if (answer is MailAnswer.Later { IsOfServer: true })
        {
            pace.OutOfReach(server, at);
        }
        else
        {
            pace.Reached(server);
        }
    }
}
