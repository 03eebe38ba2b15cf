using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Office.Assessments;
using OfficeWorkflow.Server.Office.Monitoring;
using OfficeWorkflow.Server.Office.Plans;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Tests.Support;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Tests.Office.Monitoring;

public abstract class MonitoringReportActTests(RunningOffice office)
{
    [Fact]
    public async Task Keeps_the_plans_columns_whatever_was_sent_for_them()
    {
        var circle = await ConsentedAsync();
        await using var db = circle.Db();

        var answer = await ApplyAsync(circle, db, amountChange: false);
        await db.SaveChangesAsync();

        var report = await db.MonitoringReports.Include(static report => report.Rows.OrderBy(static row => row.Rank)).SingleAsync();
        Assert.Equal(Value.Of("continue"), answer.Done()["result"]);
        Assert.Equal(["週3回ヘルパーと入浴する", "週5日通い、月に1つ作品を作る"], report.Rows.Select(static row => row.Goal));
        Assert.Equal((new DateOnly(2026, 4, 1), VisitPlace.Home, true), (report.Month, report.Place, report.Interviewed));
        Assert.Equal(circle.Plan.Id, report.PlanId);
    }

    [Fact]
    public async Task A_change_of_amount_cannot_simply_continue()
    {
        var circle = await ConsentedAsync();
        await using var db = circle.Db();

        var simply = await ApplyAsync(circle, db, amountChange: true);
        var changed = await ApplyAsync(
            circle, db, amountChange: true, ("result", Value.Of("midChange")), ("reason", Value.Of("入浴の回数を増やす。")));

        Assert.Equal(["decision-needed"], simply.Codes());
        Assert.Equal(Value.Of("midChange"), changed.Done()["result"]);
    }

    [Fact]
    public async Task A_visit_without_a_place_and_without_an_interview_is_refused()
    {
        var circle = await ConsentedAsync();
        await using var db = circle.Db();

        var answer = await ApplyAsync(circle, db, amountChange: false, ("place", Value.None), ("interviewed", Value.Of(false)));

        Assert.Equal(["place-missing", "interview-reason-missing"], answer.Codes());
    }

    [Fact]
    public async Task Without_a_plan_in_force_there_is_nothing_to_monitor()
    {
        var circle = await CircleOfA.InAsync(office);
        await using var db = circle.Db();

        Assert.Equal(["plan-unknown"], (await ApplyAsync(circle, db, amountChange: false)).Codes());
    }

    private async Task<CircleOfA> ConsentedAsync()
    {
        var circle = await CircleOfA.InAsync(office);
        await using var db = circle.Db();
        (await db.Plans.SingleAsync()).Agree(new DateOnly(2026, 3, 26));
        await db.SaveChangesAsync();

        return circle;
    }

    private static Task<Outcome<Value.Record>> ApplyAsync(CircleOfA circle, OfficeDb db, bool amountChange, params (string Key, Value Value)[] more) =>
        new MonitoringReportAct().ApplyAsync(
            circle.Act(db, CircleOfA.Tokyo(4, 20, 17), ("month", Value.Of(new DateOnly(2026, 4, 1)))),
            CircleOfA.Values(
            [
                ("visitedAt", Value.Of(CircleOfA.Tokyo(4, 20, 14))), ("place", Value.Of("home")), ("interviewed", Value.Of(true)),
                ("overall", Value.Of("落ち着いている。")), ("needs", Value.Of(Row(1, amountChange), Row(2, amountChange: false))),
                ("result", Value.Of("continue")), ("nextOn", Value.Of(new DateOnly(2026, 5, 18))), .. more,
            ]),
            CancellationToken.None);

    private static Value.Record Row(int rank, bool amountChange) => CircleOfA.Values(
        ("rank", Value.Of((decimal)rank)), ("goal", Value.Of("書きかえた目標")), ("provided", Value.Of("週3回")), ("feeling", Value.Of("よい")),
        ("achieved", Value.Of("9割")), ("amountChange", Value.Of(amountChange)));

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : MonitoringReportActTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : MonitoringReportActTests(office), IClassFixture<RunningOffice.OnPostgres>;
}
