using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Office.Clients;
using OfficeWorkflow.Server.Office.Monitoring;
using OfficeWorkflow.Server.Office.OfficialForms.Papers;
using OfficeWorkflow.Server.Office.Plans;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Office.OfficialForms;

/// <summary>A report as it is written on 様式3-1.</summary>
internal static class MonitoringPapers
{
    /// <param name="report">With its rows.</param>
    public static async Task<MonitoringPaper> OfAsync(OfficeDb db, MonitoringReport report, CancellationToken stop)
    {
        var visited = JapaneseEra.DayInTokyo(report.VisitedAt);
        var plan = await db.Plans.FirstOrDefaultAsync(row => row.Id == report.PlanId, stop);
        var place = report.Place is { } kind ? Words.Of(kind) : string.Empty;

        return new MonitoringPaper(await PaperHeads.OfAsync(db, report.ClientId, report.PerformedBy, visited, stop))
        {
            PlanMadeOn = plan?.CreatedOn,
            DoneOn = visited,
            Place = $"{place} {report.PlaceName}".Trim(),
            SignatureInstead = await InsteadAsync(db, report.ClientId, visited, stop),
            Policy = report.Policy ?? string.Empty,
            Overall = report.Overall,
            Result = $"{MonitoringResults.Label(report.Result)} {report.ResultReason}".TrimEnd(),
            NextOn = report.NextOn,
            Lines = [.. report.Rows.OrderBy(static row => row.Rank).Select(Line)],
        };
    }

    /// <summary>As the client's municipality had it on the day of the visit.</summary>
    private static async Task<string> InsteadAsync(OfficeDb db, Guid clientId, DateOnly visited, CancellationToken stop)
    {
        var since = await (from client in db.Clients
                           join city in db.Municipalities on client.MunicipalityId equals city.Id
                           where client.Id == clientId
                           select city.ReportConsentSince).SingleOrDefaultAsync(stop);

        return since <= visited ? $"同意書による({JapaneseEra.Date(since.Value)}からの市町村の取り扱い)" : string.Empty;
    }

    private static MonitoringLine Line(MonitoringRow row) => new(row.Rank, row.Goal)
    {
        By = row.AchieveBy,
        Provision = row.Provided,
        ClientWords = row.Feeling,
        Achievement = row.Achieved,
        Ahead = row.Ahead ?? string.Empty,
        KindChanges = row.KindChange,
        AmountChanges = row.AmountChange,
        WeekChanges = row.WeekChange,
        Note = row.Note ?? string.Empty,
    };
}
