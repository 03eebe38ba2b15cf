using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Offices;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.People;

/// <summary>An empty database gets an office and the one-time link of its first administrator. No password is ever preset.</summary>
public static class FirstAdministrator
{
    /// <returns>The link's path, or null when there is someone already.</returns>
    public static async Task<string?> HandleAsync(OfficeDbs dbs, TimeProvider clock, CancellationToken stop)
    {
        await using var db = dbs.Open(new Scope.System("start-up"));
        var now = clock.GetUtcNow();
        var isRunning = await db.People.Where(static person => person.PasswordHash != null).AnyAsync(stop);
        if (isRunning)
        {
            return null;
        }

        var first = await db.People.OrderBy(static person => person.Id).FirstOrDefaultAsync(stop);
        if (first is null)
        {
            var (_, begun) = Begin(db, now);
            await db.SaveChangesAsync(stop);
            return begun;
        }

        var link = AddPerson.Welcome(db, first.Id, now);
        await db.SaveChangesAsync(stop);
        return link;
    }

    /// <summary>The rows of an empty office and of whoever sets it up. The caller saves.</summary>
    internal static (Guid OfficeId, string Link) Begin(OfficeDb db, DateTimeOffset now)
    {
        var office = new OfficeFile { Id = Guid.CreateVersion7(), Name = "（事業所名は設定で入力）", Number = "" };
        db.Offices.Add(office);
        var first = AddPerson.To(db, office.Id, "事務管理者", "", [Roles.Administrator, Roles.Manager], now);
        first.MailKey = first.Id.ToString();
        return (office.Id, AddPerson.Welcome(db, first.Id, now));
    }
}
