using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Channels;
using OfficeWorkflow.Server.Channels.GuestLinks;
using OfficeWorkflow.Server.Channels.Mail;
using OfficeWorkflow.Server.Outbox;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.People.LostPasswords;

/// <summary>Writes the mail with the one-time link to those who do have an account.</summary>
internal sealed class LostPasswordSource(OfficeDbs dbs, Postbox postbox, GuestKey key, SiteAddress site, TimeProvider clock) : PumpSource
{
    private static readonly TimeSpan LinkHolds = TimeSpan.FromMinutes(30);

    public override string Name => "lost-passwords";

    public override async Task<int> PerformDueAsync(CancellationToken stop)
    {
        await using var db = dbs.Open(new Scope.System("sign-in"));
        var row = await db.LostPasswords.OrderBy(static asked => asked.AskedAt).FirstOrDefaultAsync(static asked => asked.HandledAt == null, stop);
        if (row is null)
        {
            return 0;
        }

        var now = clock.GetUtcNow();
        row.HandledAt = now;
        await WriteAsync(db, row, now, stop);
        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another node has written it.
        }

        return 1;
    }

    /// <summary>A request waits for its commit, not for a moment.</summary>
    public override Task<DateTimeOffset?> NextDueAsync(CancellationToken stop) => Task.FromResult<DateTimeOffset?>(null);

    public override Task ReleaseAsync(CancellationToken stop) => Task.CompletedTask;

    private async Task WriteAsync(OfficeDb db, LostPassword row, DateTimeOffset now, CancellationToken stop)
    {
        var found = await (
            from person in db.People
            where person.MailKey == row.MailKey && person.ClosedAt == null
            join role in db.PersonRoles on person.Id equals role.PersonId
            orderby role.GivenAt
            select new { person.Id, person.Name, person.Mail, role.OfficeId }).FirstOrDefaultAsync(stop);
        if (found is null)
        {
            return;
        }

        var link = Guid.CreateVersion7();
        var path = GuestToken.AccountPathOf(key, link);
        var data = Value.Record.Empty.With("link", Value.Of(site.Of(path)));
        if (await postbox.PutAsync(db, new MailOrder(found.OfficeId, "password-reset", found.Name, found.Mail, data) { IsPrompt = true }, now, stop) is Outcome<SentMail>.Done)
        {
            db.WelcomeLinks.Add(AddPerson.LinkOf(link, found.Id, path, now, LinkHolds));
            db.Note(found.OfficeId, now, "account-password-asked", $"person:{found.Id}", "パスワードの再設定のリンクを本人のメールに送った。");
        }
    }
}
