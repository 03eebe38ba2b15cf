using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Channels;
using OfficeWorkflow.Server.Channels.GuestLinks;
using OfficeWorkflow.Server.Channels.Mail;
using OfficeWorkflow.Server.Channels.Mail.Servers;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.People.Links;

/// <summary>
/// A new one-time link goes to its person by mail, and nobody else sees it. Only where no mail of the office leaves the house, or the last one to this person did not arrive,
/// is it shown once to the administrator, to be handed over.
/// </summary>
public sealed class HandLink(Postbox postbox, OfficeMail mails, GuestKey key, SiteAddress site)
{
    private const string Template = "account-link";

    /// <summary>Adds the link and its mail to the context; the caller saves.</summary>
    /// <returns>The path to be shown; null when it goes by mail.</returns>
    internal async Task<string?> HandleAsync(OfficeDb db, Viewer viewer, Person person, DateTimeOffset at, CancellationToken stop)
    {
        var id = Guid.CreateVersion7();
        var path = GuestToken.AccountPathOf(key, id);
        db.WelcomeLinks.Add(AddPerson.LinkOf(id, person.Id, path, at));
        if (!(await mails.OfAsync(db, viewer.OfficeId, stop)).Leaves || await HasFailedAsync(db, person.Mail, stop))
        {
            return path;
        }

        var data = Value.Record.Empty.With("link", Value.Of(site.Of(path))).With("by", Value.Of(viewer.Name));
        var order = new MailOrder(viewer.OfficeId, Template, person.Name, person.Mail, data) { IsPrompt = true };

        return await postbox.PutAsync(db, order, at, stop) is Outcome<SentMail>.Done { Value.State: MailState.Waiting } ? null : path;
    }

    private static async Task<bool> HasFailedAsync(OfficeDb db, string address, CancellationToken stop)
    {
        var last = await db.Mails.AsNoTracking()
            .Where(mail => mail.Template == Template && mail.Address == address)
            .OrderByDescending(static mail => mail.WrittenAt)
            .Select(static mail => (MailState?)mail.State)
            .FirstOrDefaultAsync(stop);
        return last is MailState.Failed or MailState.Bounced or MailState.NoAddress;
    }
}
