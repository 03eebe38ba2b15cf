using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Office.Certificates;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Office.Clients;

/// <summary>Clients in the order of their kana, found by name or kana, page by page.</summary>
public static class ListClients
{
    private const int PageSize = 50;

    public sealed record Line(Guid Id, string Name, string Kana, int Age, string? Specialist, DateOnly? NextMonitoring, bool IsClosed);

    /// <param name="Total">All that match, on this and other pages.</param>
    /// <param name="IsAfter">Whether this is a later page.</param>
    public sealed record Model(IReadOnlyList<Line> Lines, string Query, bool ShowsClosed, int Total, string? NextAddress, bool IsAfter)
    {
        public string Address => AddressOf(Query, ShowsClosed, after: null);
    }

    internal static async Task<Model> HandleAsync(string? query, bool showsClosed, string? after, OfficeDb db, TimeProvider clock, CancellationToken stop)
    {
        var sought = (query ?? string.Empty).Trim();
        var total = await Matching(db.Clients, sought, showsClosed).CountAsync(stop);
        var (lines, next) = await PageAsync(sought, showsClosed, after, PageSize, db, clock, stop);
        return new Model(lines, sought, showsClosed, total, next is null ? null : AddressOf(sought, showsClosed, next), after is not null);
    }

    internal static async Task<(IReadOnlyList<Line> Lines, string? Next)> PageAsync(
        string? query, bool showsClosed, string? after, int size, OfficeDb db, TimeProvider clock, CancellationToken stop)
    {
        var matching = Matching(db.Clients.AsNoTracking(), (query ?? string.Empty).Trim(), showsClosed);
        var rows = await After(matching, after).OrderBy(client => client.Kana).ThenBy(client => client.Id).Take(size + 1).ToListAsync(stop);
        var lines = await LinesAsync([.. rows.Take(size)], JapaneseEra.DayInTokyo(clock.GetUtcNow()), db, stop);
        return (lines, rows.Count > size ? Cursor(rows[size - 1]) : null);
    }

    private static IQueryable<Client> Matching(IQueryable<Client> clients, string sought, bool showsClosed)
    {
        var open = showsClosed ? clients : clients.Where(client => client.ClosedOn == null);
        if (sought.Length == 0)
        {
            return open;
        }

        var kana = KanaText.Fold(sought);
        return open.Where(client => client.Name.Contains(sought) || client.Kana.Contains(kana));
    }

    [System.Diagnostics.CodeAnalysis.SuppressMessage("Globalization", "CA1309", Justification = "Translated to SQL, which takes no comparison.")]
    private static IQueryable<Client> After(IQueryable<Client> clients, string? cursor)
    {
        var parts = cursor?.Split('|', 2) ?? [];
        if (parts.Length != 2 || !Guid.TryParse(parts[0], CultureInfo.InvariantCulture, out var id))
        {
            return clients;
        }

        var kana = parts[1];
        return clients.Where(client => string.Compare(client.Kana, kana) > 0 || (client.Kana == kana && client.Id > id));
    }

    private static async Task<IReadOnlyList<Line>> LinesAsync(List<Client> rows, DateOnly today, OfficeDb db, CancellationToken stop)
    {
        var ids = rows.ConvertAll(client => client.Id);
        var specialists = rows.Select(client => client.SpecialistId).OfType<Guid>().Distinct().ToList();
        var names = await db.People.Where(person => specialists.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.Name, stop);
        var thisMonth = new DateOnly(today.Year, today.Month, 1);
        var months = await db.MonitoringMonths
            .Where(row => ids.Contains(row.ClientId) && row.Month >= thisMonth)
            .GroupBy(row => row.ClientId)
            .Select(group => new { group.Key, Next = group.Min(row => row.Month) })
            .ToDictionaryAsync(row => row.Key, row => row.Next, stop);
        return
        [
            .. rows.Select(client => new Line(
                client.Id, client.Name, client.Kana, client.AgeOn(today),
                client.SpecialistId is { } id ? names.GetValueOrDefault(id) : null,
                months.TryGetValue(client.Id, out var next) ? next : null, client.IsClosed)),
        ];
    }

    private static string Cursor(Client client) => $"{client.Id}|{client.Kana}";

    private static string AddressOf(string query, bool showsClosed, string? after)
    {
        string?[] parts =
        [
            query.Length == 0 ? null : "q=" + Uri.EscapeDataString(query),
            showsClosed ? "closed=true" : null,
            after is null ? null : "after=" + Uri.EscapeDataString(after),
        ];
        var search = string.Join('&', parts.OfType<string>());
        return search.Length == 0 ? "/clients" : "/clients?" + search;
    }
}
