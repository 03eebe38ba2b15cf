using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Server.Automation.Incidents;
using OfficeWorkflow.Server.Automation.Running;
using OfficeWorkflow.Server.Automation.Work;
using OfficeWorkflow.Server.Channels.GuestLinks;
using OfficeWorkflow.Server.Channels.Mail;
using OfficeWorkflow.Server.Outbox;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Workflows.Timing;

namespace OfficeWorkflow.Server.Tests.Killing;

/// <summary>What a walk leaves in the database, a line each, without what differs from walk to walk by itself.</summary>
internal static class Remains
{
    public static async Task<IReadOnlyList<string>> OfAsync(string folder)
    {
        await using var db = new OfficeDbs(Database.Sqlite(Path.Combine(folder, "office.db"), [])).Open(new Scope.System("test"));
        var lines = await OfAsync(db);
        SqliteConnection.ClearAllPools();
        return lines;
    }

    /// <summary>Of all that the context sees.</summary>
    public static async Task<IReadOnlyList<string>> OfAsync(OfficeDb db)
    {
        var cases = await db.Cases.ToDictionaryAsync(static file => file.Id, static file => file.ProcedureKey);
        var lines = new List<string>();
        lines.AddRange((await db.Cases.ToListAsync()).Select(static file => $"case {file.ProcedureKey} {file.Status}"));
        lines.AddRange((await db.Work.ToListAsync()).Select(work => $"work {cases[work.CaseId]} {work.Name} / {work.About} {work.End}"));
        lines.AddRange((await db.Timers.ToListAsync()).Select(timer =>
            $"timer {timer.ProcedureKey ?? cases[timer.CaseId!.Value]} {timer.NodeId} {Day(timer.DueAt)} {timer.State}"));
        lines.AddRange((await db.Mails.ToListAsync()).Select(static mail => $"mail {mail.Template} {mail.RecipientName} {mail.Subject} {mail.State}"));
        lines.AddRange((await db.Messages.ToListAsync()).Select(static message => $"message {message.Name} {message.State}"));
        lines.AddRange((await db.Set<GuestLink>().ToListAsync()).Select(static link => $"link {link.Purpose} {link.PersonLabel}"));
        lines.AddRange((await db.History.ToListAsync()).Select(entry => $"told {cases[entry.CaseId]} {entry.Told}"));
        lines.AddRange((await db.Subscriptions.ToListAsync()).Select(static row => $"subscription {row.NodeId}"));
        lines.AddRange((await db.Incidents.ToListAsync()).Select(static incident => $"incident {incident.Code}"));
        lines.AddRange((await db.CaseInbox.ToListAsync()).Select(entry => $"inbox {entry.Kind} {entry.ProcedureKey} {entry.DoneAt is not null}"));
        lines.AddRange((await db.Outbox.Where(static entry => entry.Kind != Postbox.Kind).ToListAsync()).Select(static entry => $"outbox {entry.Kind} {entry.State}"));
        lines.Sort(StringComparer.Ordinal);
        return lines;
    }

    private static string Day(DateTimeOffset moment) => CivilTime.DayOf(moment, WorkCalendar.Tokyo).ToString("O", CultureInfo.InvariantCulture);
}
