using System.Net;
using OfficeWorkflow.Server.Office.Assessments;
using OfficeWorkflow.Server.Office.Monitoring;
using OfficeWorkflow.Server.Tests.Support;

namespace OfficeWorkflow.Server.Tests.Office.Monitoring;

public abstract class MonitoringPagesTests(RunningOffice office)
{
    [Fact]
    public async Task The_board_shows_what_was_done_and_leads_to_the_report()
    {
        office.Clock.MoveTo(CircleOfA.Tokyo(6, 10, 10));
        var (circle, report) = await ReportedAsync();
        var staff = await Staff.JoinAsync(office, ["specialist"], circle.OfficeId);

        await staff.Browser.GetAsync("/monitoring");
        Assert.Contains("利用者A", staff.Browser.Text, StringComparison.Ordinal);
        Assert.Contains("済0件", staff.Browser.Text, StringComparison.Ordinal);
        Assert.Contains($"/monitoring/reports/{report.Id}", staff.Browser.Html, StringComparison.Ordinal);
        await staff.Browser.GetAsync($"/monitoring/reports/{report.Id}");
        Assert.Contains("週3回ヘルパーと入浴する", staff.Browser.Text, StringComparison.Ordinal);
        await staff.Browser.GetAsync("/monitoring?show=late");
        Assert.Contains("当てはまる利用者はいません", staff.Browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_office_knows_nothing_of_it()
    {
        var (_, report) = await ReportedAsync();
        var stranger = await Staff.JoinAsync(office, ["specialist"]);

        Assert.Equal(HttpStatusCode.NotFound, await stranger.Browser.GetAsync($"/monitoring/reports/{report.Id}"));
        await stranger.Browser.GetAsync("/monitoring");
        Assert.DoesNotContain("利用者A", stranger.Browser.Text, StringComparison.Ordinal);
    }

    private async Task<(CircleOfA Circle, MonitoringReport Report)> ReportedAsync()
    {
        var circle = await CircleOfA.InAsync(office);
        var report = new MonitoringReport
        {
            Id = Guid.CreateVersion7(),
            OfficeId = circle.OfficeId,
            ClientId = circle.Client.Id,
            PlanId = circle.Plan.Id,
            Month = new DateOnly(2026, 5, 1),
            VisitedAt = CircleOfA.Tokyo(5, 18, 14),
            Place = VisitPlace.Home,
            Interviewed = true,
            Overall = "落ち着いている。",
            Result = MonitoringResult.Continue,
            PerformedBy = circle.SpecialistX,
            RecordedAt = CircleOfA.Tokyo(5, 18, 17),
        };
        report.Rows.Add(new MonitoringRow
        {
            Id = Guid.CreateVersion7(),
            OfficeId = circle.OfficeId,
            ReportId = report.Id,
            Rank = 1,
            Goal = "週3回ヘルパーと入浴する",
            Provided = "週3回",
            Feeling = "よい",
            Achieved = "9割",
            KindChange = false,
            AmountChange = false,
            WeekChange = false,
        });
        await using var db = circle.Db();
        db.Add(report);
        await db.SaveChangesAsync();

        return (circle, report);
    }

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : MonitoringPagesTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : MonitoringPagesTests(office), IClassFixture<RunningOffice.OnPostgres>;
}
