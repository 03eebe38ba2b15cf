using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Office.Certificates;
using OfficeWorkflow.Server.Office.Decisions;
using OfficeWorkflow.Server.Office.Plans;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Tests.Office.Support;
using OfficeWorkflow.Server.Tests.Support;

namespace OfficeWorkflow.Server.Tests.Office.Plans;

public abstract class PlanPagesTests(RunningOffice office)
{
    [Fact]
    public async Task A_plan_shows_what_was_written_its_week_its_amounts_and_all_versions()
    {
        var staff = await Staff.JoinAsync(office, [Roles.Specialist]);
        var scene = await LedgerScene.OpenAsync(office, officeId: staff.OfficeId);
        await scene.PlayAsync("assessment", "plan-draft", "draft-delivery", "submit-to-city", "decision", "plan-final");
        await using var db = scene.Db();
        var plan = await db.Plans.SingleAsync(row => row.Stage == PlanStage.Final);

        await staff.Browser.GetAsync($"/plans/{plan.Id}");

        var text = staff.Browser.Text;
        Assert.Contains("計画 第2版", text, StringComparison.Ordinal);
        Assert.Contains("令和8年3月26日(木) に同意", text, StringComparison.Ordinal);
        Assert.Contains("ヘルパーと週3回入浴する。月の9割以上できる。", text, StringComparison.Ordinal);
        Assert.Contains("10:00–14:00 移動支援 移動支援事業所T 第2・最終週", text, StringComparison.Ordinal);
        Assert.Contains("22:00–24:00 就寝", text, StringComparison.Ordinal);
        Assert.Contains("計画の量はすべて決定のとおりです", text, StringComparison.Ordinal);
        Assert.Contains("計画案 第1版", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_worst_month_of_case_A_stays_within_what_is_allotted()
    {
        var scene = await LedgerScene.OpenAsync(office);
        await scene.PlayAsync("assessment", "plan-draft", "draft-delivery", "submit-to-city", "decision", "plan-final");
        await using var db = scene.Db();
        var plan = await db.WholePlans.SingleAsync(row => row.Stage == PlanStage.Final);
        var certificate = await db.WholeCertificates.SingleAsync();

        var worst = certificate.Amounts
            .Select(amount => (amount.ServiceName, Use: MonthlyUse.Worst(plan.Week, amount, new DateOnly(2026, 4, 1), months: 12)))
            .Where(line => line.Use is not null)
            .Select(line => (line.ServiceName, line.Use!.Used, line.Use.IsOver));

        Assert.Equal(
            [("居宅介護(身体介護)", 21.0m, false), ("生活介護", 23m, false), ("移動支援", 8m, false), ("居宅介護(家事援助)", 5m, false)],
            worst);
    }

    [Fact]
    public async Task A_decision_shows_each_difference_to_the_draft()
    {
        var staff = await Staff.JoinAsync(office, [Roles.Specialist]);
        var scene = await LedgerScene.OpenAsync(office, officeId: staff.OfficeId);
        await scene.PlayAsync("plan-draft", "submit-to-city");
        await scene.FinishAsync("decision", form => form["amounts"]![0]!["amount"] = 18);
        await using var db = scene.Db();
        var decision = await db.Decisions.SingleAsync();

        await staff.Browser.GetAsync($"/decisions/{decision.Id}");

        Assert.Contains("決定と違うサービスが1件あります", staff.Browser.Text, StringComparison.Ordinal);
        Assert.Contains("居宅介護(身体介護) 22時間/月 18時間/月 ▲ 案より少ない", staff.Browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_assessment_shows_where_and_with_whom_it_was_made()
    {
        var staff = await Staff.JoinAsync(office, [Roles.Specialist]);
        var scene = await LedgerScene.OpenAsync(office, officeId: staff.OfficeId);
        await scene.PlayAsync("assessment");

        await staff.Browser.GetAsync($"/assessments/{((OfficeWorkflow.Workflows.Model.Value.Text)scene.Variables["assessmentId"]).Content}");

        Assert.Contains("令和8年1月26日(月) 14:00 から", staff.Browser.Text, StringComparison.Ordinal);
        Assert.Contains("居宅", staff.Browser.Text, StringComparison.Ordinal);
        Assert.Contains("面接した: 母", staff.Browser.Text, StringComparison.Ordinal);
    }

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : PlanPagesTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : PlanPagesTests(office), IClassFixture<RunningOffice.OnPostgres>;
}
