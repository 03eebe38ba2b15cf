using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Office.Clients;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.App.AuditTrail;

/// <summary>Who did what in this office, newest first.</summary>
public static class ShowAudit
{
    private const int PageSize = 50;

    /// <param name="Person">Null where the server acted by itself.</param>
    /// <param name="Number">Place in the chain; null until it is sealed.</param>
    public sealed record Line(long Position, DateTimeOffset At, string? Person, string Act, string About, string Text, Guid? CaseId, long? Number)
    {
        /// <summary>Page of what it is about, where there is one.</summary>
        public string? Address => About.Split(':') switch
        {
            ["client", var id] => $"/clients/{id}",
            ["document", var id] => $"/documents/{id}",
            ["plan", var id] => $"/plans/{id}",
            ["assessment", var id] => $"/assessments/{id}",
            ["consent", var id] => $"/consents/{id}",
            ["decision", var id] => $"/decisions/{id}",
            ["monitoring-report", var id] => $"/monitoring/reports/{id}",
            ["mail", var id] => $"/mail/{id}",
            ["meeting", var id] => $"/meetings/{id}",
            ["procedure", var key] => $"/procedures/{key}",
            _ => CaseId is null ? null : $"/cases/{CaseId}",
        };
    }

    public sealed record Model(
        AuditFilter Filter, IReadOnlyList<Line> Lines, int Count, long? Next, string? Head, IReadOnlyList<Option> People, IReadOnlyList<Option> Clients, IReadOnlyList<Option> Acts)
    {
        public string Sentence => string.Create(CultureInfo.InvariantCulture, $"全{Count}件のうち{Lines.Count}件を、新しい順に表示しています");

        public string? Misread => (Filter.From, Filter.FirstDay, Filter.To, Filter.LastDay) switch
        {
            ({ Length: > 0 }, null, _, _) or (_, _, { Length: > 0 }, null) => "日付が読めないため、日付では絞り込んでいません。例: 令和8年3月26日、R8.3.26、2026/3/26",
            _ => null,
        };
    }

    internal static async Task<Model> HandleAsync(AuditFilter filter, OfficeDb db, CancellationToken stop)
    {
        var found = await FindAudit.HandleAsync(filter, db, stop);
        var page = filter.After is { } after ? found.Where(entry => entry.Position < after) : found;
        var lines = await LinesAsync(page.OrderByDescending(static entry => entry.Position).Take(PageSize + 1), db, stop);
        var shown = lines.Take(PageSize).ToList();
        var acts = await db.Audit.Select(static entry => entry.Act).Distinct().ToListAsync(stop);
        var head = await db.AuditSeals.OrderByDescending(static seal => seal.Number).FirstOrDefaultAsync(stop);
        return new Model(
            filter,
            shown,
            await found.CountAsync(stop),
            lines.Count > PageSize ? shown[^1].Position : null,
            head?.Head,
            await PeopleAsync(db, stop),
            [.. (await db.Clients.OrderBy(static client => client.Kana).Select(static client => new { client.Id, client.Name }).ToListAsync(stop))
                .Select(static client => new Option(client.Id.ToString(), client.Name))],
            [.. acts.Select(static act => new Option(act, AuditActs.LabelOf(act))).OrderBy(static option => option.Label, StringComparer.Ordinal)]);
    }

    /// <summary>Entries with the names of who acted and their place in the chain.</summary>
    internal static async Task<List<Line>> LinesAsync(IQueryable<AuditEntry> entries, OfficeDb db, CancellationToken stop)
    {
        var rows = await entries.ToListAsync(stop);
        var positions = rows.ConvertAll(static row => row.Position);
        var people = rows.Where(static row => row.PersonId is not null).Select(static row => row.PersonId!.Value).Distinct().ToList();
        var names = await db.People.Where(person => people.Contains(person.Id)).ToDictionaryAsync(static person => person.Id, static person => person.Name, stop);
        var seals = await db.AuditSeals.Where(seal => positions.Contains(seal.EntryPosition)).ToDictionaryAsync(static seal => seal.EntryPosition, static seal => seal.Number, stop);
        return rows.ConvertAll(row => new Line(
            row.Position,
            row.At,
            row.PersonId is { } person ? names.GetValueOrDefault(person, "（登録のない職員）") : null,
            AuditActs.LabelOf(row.Act),
            row.About,
            row.Text,
            row.CaseId,
            seals.TryGetValue(row.Position, out var number) ? number : null));
    }

    /// <summary>Everyone who ever acted in this office, gone or not.</summary>
    private static async Task<IReadOnlyList<Option>> PeopleAsync(OfficeDb db, CancellationToken stop)
    {
        var acted = db.Audit.Select(static entry => entry.PersonId);
        return [.. (await db.People.Where(person => acted.Contains(person.Id)).OrderBy(static person => person.Name)
            .Select(static person => new { person.Id, person.Name }).ToListAsync(stop)).Select(static person => new Option(person.Id.ToString(), person.Name))];
    }
}
