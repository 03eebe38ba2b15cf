using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Office.Clients;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Office.Monitoring.Board;

/// <summary>モニタリング表: clients by the months of a fiscal year.</summary>
public static class ShowBoard
{
    private const int FirstMonth = 4;

    public static async Task<Model> HandleAsync(Filter filter, OfficeDb db, DateTimeOffset now, CancellationToken stop)
    {
        var today = JapaneseEra.DayInTokyo(now);
        var thisYear = today.Month >= FirstMonth ? today.Year : today.Year - 1;
        var year = filter.Year is > 1990 and < 9990 ? filter.Year.Value : thisYear;
        var months = Enumerable.Range(0, 12).Select(new DateOnly(year, FirstMonth, 1).AddMonths).ToList();
        var (first, last) = (months[0], months[^1]);
        var designated = (await DesignatedMonths.InForce(db).Where(row => row.Month >= first && row.Month <= last).ToListAsync(stop)).ToLookup(static row => row.ClientId, static row => row.Month);
        var reports = (await db.MonitoringReports.AsNoTracking().Where(row => row.Month >= first && row.Month <= last).ToListAsync(stop)).ToLookup(static row => (row.ClientId, row.Month));
        var visits = (await db.MonitoringVisits.AsNoTracking().Where(row => row.Month >= first && row.Month <= last).ToListAsync(stop)).ToLookup(static row => (row.ClientId, row.Month));
        var clients = await db.Clients.AsNoTracking().Where(static client => client.ClosedOn == null).OrderBy(static client => client.Kana).ThenBy(static client => client.Id).ToListAsync(stop);
        var rows = clients.ConvertAll(client => new Row(client, [.. months.Select(month => MonitoringCell.Of(
            month,
            designated[client.Id].Contains(month),
            reports[(client.Id, month)].MaxBy(static report => report.RecordedAt),
            visits[(client.Id, month)].MaxBy(static visit => visit.PlannedAt),
            today))]));

        return new Model(filter, year, months, MonitoringMonths.FirstDay(today), [.. rows.Where(row => IsShown(row, filter))], rows.Count);
    }

    private static bool IsShown(Row row, Filter filter) => filter.Show switch
    {
        "open" => row.Cells.Any(static cell => cell.State is MonitoringState.Due or MonitoringState.Planned or MonitoringState.Late),
        "late" => row.Cells.Any(static cell => cell.State is MonitoringState.Late),
        _ => true,
    };

    /// <param name="Year">The year in which the fiscal year begins, by the western count.</param>
    /// <param name="Show"><c>open</c> or <c>late</c>; anything else shows all clients.</param>
    public sealed record Filter(int? Year, string? Show)
    {
        public string AddressOf(int year) => "/monitoring" + QueryString.Create(
            new Dictionary<string, string?>(StringComparer.Ordinal) { ["year"] = year.ToString(CultureInfo.InvariantCulture), ["show"] = Show }
                .Where(static pair => !string.IsNullOrEmpty(pair.Value)));
    }

    public sealed record Row(Client Client, IReadOnlyList<MonitoringCell> Cells);

    /// <param name="Clients">How many clients the office has, shown or not.</param>
    public sealed record Model(Filter Filter, int Year, IReadOnlyList<DateOnly> Months, DateOnly Current, IReadOnlyList<Row> Rows, int Clients)
    {
        public string Heading => $"{JapaneseEra.Month(Months[0])}〜{JapaneseEra.Month(Months[^1])}";

        public int Count(MonitoringState state) => Rows.Sum(row => row.Cells.Count(cell => cell.State == state));

        public string Sentence => string.Create(
            CultureInfo.InvariantCulture,
            $"利用者{Clients}人のうち{Rows.Count}人を、ふりがなの順に表示しています。遅れ{Count(MonitoringState.Late)}件、今月{Count(MonitoringState.Due) + Count(MonitoringState.Planned)}件、済{Count(MonitoringState.Done)}件。");
    }
}
