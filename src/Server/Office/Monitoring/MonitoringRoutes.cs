using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Office.Monitoring.Board;
using OfficeWorkflow.Server.Office.Monitoring.Board.Views;
using OfficeWorkflow.Server.Office.Monitoring.Views;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.Monitoring;

internal static class MonitoringRoutes
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var read = app.MapGroup("/monitoring").RequireAuthorization(Policies.Member);
        read.MapGet("", Board);
        read.MapGet("/reports/{id:guid}", Report).Reveals("monitoring-report-opened", "monitoring-report", "モニタリング報告書を開いた");
    }

    private static async Task<IResult> Board(int? year, string? show, OfficeDb db, TimeProvider clock, CancellationToken stop) =>
        View.Of<BoardPage, ShowBoard.Model>(await ShowBoard.HandleAsync(new(year, show), db, clock.GetUtcNow(), stop));

    private static async Task<IResult> Report(Guid id, OfficeDb db, CancellationToken stop) =>
        await ShowReport.HandleAsync(id, db, stop) is { } model ? View.Of<ReportPage, ShowReport.Model>(model) : TypedResults.NotFound();
}
