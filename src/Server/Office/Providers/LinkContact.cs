using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Office.Clients;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Office.Providers;

/// <summary>Says that a 関係者 has to do with a client, or no longer has.</summary>
public static class LinkContact
{
    internal sealed record Form(string? ContactId, string? Role);

    internal static async Task<Outcome<Guid>> HandleAsync(Guid clientId, Form form, Viewer viewer, OfficeDb db, TimeProvider clock, CancellationToken stop)
    {
        if (!Guid.TryParse(form.ContactId, CultureInfo.InvariantCulture, out var contactId)
            || !await db.Clients.AnyAsync(row => row.Id == clientId, stop)
            || !await db.Contacts.AnyAsync(row => row.Id == contactId, stop))
        {
            return new Refusal("contact-unknown", "加える関係者を一覧から選んでください。", Kind: RefusalKind.Unknown);
        }

        if (!await db.ClientContacts.AnyAsync(link => link.ClientId == clientId && link.ContactId == contactId, stop))
        {
            db.Add(new ClientContact
            {
                Id = Guid.CreateVersion7(),
                OfficeId = viewer.OfficeId,
                ClientId = clientId,
                ContactId = contactId,
                Role = string.IsNullOrWhiteSpace(form.Role) ? null : form.Role.Trim(),
            });
            db.Note(viewer.OfficeId, clock.GetUtcNow(), "contact-linked", $"client:{clientId}", "利用者の関係者を加えた");
            await db.SaveChangesAsync(stop);
        }

        return clientId;
    }

    internal static async Task<Outcome<Guid>> RemoveAsync(Guid clientId, Guid linkId, Viewer viewer, OfficeDb db, TimeProvider clock, CancellationToken stop)
    {
        var link = await db.ClientContacts.SingleOrDefaultAsync(row => row.Id == linkId && row.ClientId == clientId, stop);
        if (link is null)
        {
            return new Refusal("contact-unknown", "この関係者はこの利用者に登録されていません。", Kind: RefusalKind.Unknown);
        }

        db.Remove(link);
        db.Note(viewer.OfficeId, clock.GetUtcNow(), "contact-unlinked", $"client:{clientId}", "利用者の関係者を外した");
        await db.SaveChangesAsync(stop);
        return clientId;
    }
}
