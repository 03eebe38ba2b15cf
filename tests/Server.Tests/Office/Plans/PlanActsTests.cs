using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Office.Certificates;
using OfficeWorkflow.Server.Office.Plans;
using OfficeWorkflow.Server.Tests.Office.Support;
using OfficeWorkflow.Server.Tests.Support;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Tests.Office.Plans;

public abstract class PlanActsTests(RunningOffice office)
{
    private static readonly string[] UpToDecision = ["assessment", "plan-draft", "draft-delivery", "submit-to-city", "decision"];

    [Fact]
    public async Task A_draft_is_kept_as_the_first_version_with_its_six_needs()
    {
        var scene = await LedgerScene.OpenAsync(office);

        await scene.PlayAsync("assessment", "plan-draft");

        var plan = await LatestAsync(scene);
        Assert.Equal((PlanStage.Draft, 1, new DateOnly(2026, 2, 9)), (plan.Stage, plan.Version, plan.CreatedOn));
        Assert.Equal([1, 2, 3, 4, 5, 6], plan.Needs.Select(row => row.Rank));
        Assert.Equal(
            "22時間/月 / 当該月の日数-8日 / 7日/月 / 10時間/月 / 5時間/月 / ",
            string.Join(" / ", plan.Needs.Select(row => row.PrintedAmount)));
        Assert.Equal("居宅介護(身体介護)", plan.Needs[0].ServiceName);
        Assert.Equal(Value.Of(plan.Id.ToString()), scene.Variables["planId"]);
        Assert.NotNull(plan.AssessmentId);
    }

    [Fact]
    public async Task A_line_of_the_week_becomes_a_block_a_day_and_nights_are_split_at_midnight()
    {
        var scene = await LedgerScene.OpenAsync(office);

        await scene.PlayAsync("plan-draft");

        var plan = await LatestAsync(scene);
        var sleep = plan.Week.Where(row => row.Activity is "就寝").ToList();
        Assert.Equal(48, plan.Week.Count);
        Assert.Equal(14, sleep.Count);
        Assert.Equal(7, sleep.Count(row => row.End == TimeOnly.MinValue));
        Assert.Equal(new TimeOnly(8, 0), sleep.Single(row => row is { Day: DayOfWeek.Sunday, Start.Hour: 0 }).End);
        Assert.All(plan.Week, row => Assert.True(row.Length > TimeSpan.Zero));
        Assert.Equal("2 last", plan.Week.Single(row => row.Activity is "移動支援").Weeks);
    }

    [Fact]
    public async Task The_next_version_starts_from_the_lines_of_the_week_as_they_were_written_nights_in_one()
    {
        var scene = await LedgerScene.OpenAsync(office);
        await scene.PlayAsync(UpToDecision);

        var prefill = await scene.PrefillAsync("plan-final");

        var lines = Assert.IsType<Value.List>(prefill.Values["week"]).Items.Cast<Value.Record>();
        Assert.Equal(
            [
                "07:00-08:30 mon tue wed thu fri", "08:00-09:00 sat sun", "08:45-09:30 mon tue wed thu fri", "09:30-15:30 mon tue wed thu fri",
                "10:00-11:00 sat", "10:00-14:00 sun", "15:30-16:15 mon tue wed thu fri", "17:00-18:30 mon wed fri",
                "19:00-21:30 mon tue wed thu fri sat sun", "22:00-07:00 mon tue wed thu sun", "22:00-08:00 fri sat",
            ],
            lines.Select(static line => $"{Clock(line["start"])}-{Clock(line["end"])} {string.Join(' ', ((Value.List)line["days"]).Items.Select(static day => ((Value.Text)day).Content))}"));
    }

    [Fact]
    public async Task A_draft_starts_from_the_wishes_of_the_assessment_and_offers_services_and_providers()
    {
        var scene = await LedgerScene.OpenAsync(office);
        await scene.PlayAsync("assessment");

        var prefill = await scene.PrefillAsync("plan-draft");

        Assert.Equal(Value.Of("音楽を聞きながら、仲間と作業をして、家でゆっくり暮らしたい。"), prefill.Values["userWish"]);
        Assert.Contains(prefill.Options["needs.service"], option => option is { Key: "SHORT_STAY", Label: "短期入所" });
        Assert.Contains(prefill.Options["week.provider"], option => option is { Key: "0000000011", Label: "生活介護事業所P" });
    }

    [Fact]
    public async Task The_next_version_starts_from_the_last_as_it_was_entered()
    {
        var scene = await LedgerScene.OpenAsync(office);
        await scene.PlayAsync("plan-draft");

        var values = (await scene.PrefillAsync("plan-draft")).Values;

        var outing = ((Value.List)values["week"]).Items.OfType<Value.Record>().Single(row => row["activity"] == Value.Of("移動支援"));
        Assert.Equal(Value.Of(Value.Of("sun")), outing["days"]);
        Assert.Equal(Value.Of(Value.Of("2"), Value.Of("last")), outing["weeks"]);
        Assert.Equal(Value.Of("MOVE_SUPPORT"), outing["service"]);
        Assert.Equal(6, ((Value.List)values["needs"]).Items.Length);
    }

    [Theory]
    [InlineData("userWish", "required")]
    [InlineData("familyWish", "required")]
    [InlineData("policy", "required")]
    [InlineData("longGoal", "required")]
    [InlineData("longGoalBy", "required")]
    [InlineData("shortGoal", "required")]
    [InlineData("shortGoalBy", "required")]
    [InlineData("monitoringProposal", "required")]
    [InlineData("writtenOn", "required")]
    [InlineData("needs", "needs-missing")]
    public async Task A_draft_without_one_of_its_mandatory_parts_is_refused(string field, string code)
    {
        var scene = await LedgerScene.OpenAsync(office);

        Assert.Contains((code, field), await scene.RefusalsAsync("plan-draft", form => form.Remove(field)));
    }

    [Theory]
    [InlineData("goal", null, "required")]
    [InlineData("clientRole", null, "required")]
    [InlineData("achieveBy", null, "required")]
    [InlineData("reviewOn", "2026-01-31", "deadline-passed")]
    [InlineData("amount", null, "amount-missing")]
    [InlineData("service", null, "service-unknown")]
    public async Task A_need_without_goal_deadline_amount_role_or_review_is_refused_in_its_row(string field, string? typed, string code)
    {
        var scene = await LedgerScene.OpenAsync(office);

        Assert.Equal([(code, "needs.2." + field)], await scene.RefusalsAsync("plan-draft", form => form["needs"]![2]![field] = typed));
    }

    [Theory]
    [InlineData("days", "required")]
    [InlineData("start", "required")]
    [InlineData("end", "required")]
    [InlineData("activity", "required")]
    public async Task A_line_of_the_week_without_day_time_or_activity_is_refused(string field, string code)
    {
        var scene = await LedgerScene.OpenAsync(office);

        Assert.Equal([(code, "week.0." + field)], await scene.RefusalsAsync("plan-draft", form => form["week"]![0]!.AsObject().Remove(field)));
    }

    [Fact]
    public async Task A_line_of_the_week_of_no_length_is_refused()
    {
        var scene = await LedgerScene.OpenAsync(office);

        Assert.Equal([("end-not-after-start", "week.0.end")], await scene.RefusalsAsync("plan-draft", form => form["week"]![0]!["end"] = "7:00"));
    }

    [Fact]
    public async Task A_draft_before_its_assessment_is_refused()
    {
        var scene = await LedgerScene.OpenAsync(office);
        await scene.PlayAsync("assessment");

        Assert.Equal([("draft-before-assessment", "writtenOn")], await scene.RefusalsAsync("plan-draft", form => form["writtenOn"] = "2026-01-25"));
    }

    [Fact]
    public async Task More_than_180_days_of_short_stay_a_year_need_a_reason()
    {
        var scene = await LedgerScene.OpenAsync(office);

        var refusals = await scene.RefusalsAsync("plan-draft", form => form["needs"]![2]!["amount"] = 20);
        var done = await scene.FinishAsync("plan-draft", form =>
        {
            form["needs"]![2]!["amount"] = 20;
            form["shortStayReason"] = "母の入院が続くため。";
        });

        Assert.Equal([("short-stay-reason-missing", "shortStayReason")], refusals);
        Assert.IsType<Outcome<Value.Record>.Done>(done);
    }

    [Fact]
    public async Task A_second_draft_of_one_case_says_why_and_leaves_the_first_untouched()
    {
        var scene = await LedgerScene.OpenAsync(office);
        await scene.PlayAsync("plan-draft");
        var first = await LatestAsync(scene);

        var refusals = await scene.RefusalsAsync("plan-draft", form => form["policy"] = "方針を変える。");
        Assert.IsType<Outcome<Value.Record>.Done>(await scene.FinishAsync("plan-draft", form =>
        {
            form["policy"] = "方針を変える。";
            form["correctionReason"] = "本人が同意しなかったため。";
        }));

        await using var db = scene.Db();
        var second = await LatestAsync(scene);
        Assert.Equal([("correction-reason-missing", "correctionReason")], refusals);
        Assert.Equal((2, first.Id, "本人が同意しなかったため。"), (second.Version, second.PreviousId, second.CorrectionReason));
        Assert.Equal(first.Policy, (await db.Plans.SingleAsync(plan => plan.Id == first.Id)).Policy);
        Assert.Null(second.ConsentedOn);
    }

    [Fact]
    public async Task A_plan_names_a_provider_for_every_service_and_follows_the_decision()
    {
        var scene = await LedgerScene.OpenAsync(office);
        await scene.PlayAsync(UpToDecision);

        await scene.PlayAsync("plan-final");

        await using var db = scene.Db();
        var plan = await LatestAsync(scene);
        Assert.Equal((PlanStage.Final, 2, new DateOnly(2026, 3, 26)), (plan.Stage, plan.Version, plan.CreatedOn));
        Assert.Equal("サ責Q 000-000-0000", plan.Needs[0].ProviderContact);
        Assert.Equal(5, plan.Needs.Count(row => row.ProviderId is not null));
        Assert.Null(plan.Needs[5].ProviderId);
        Assert.Equal((await db.Certificates.SingleAsync()).Id, plan.CertificateId);
    }

    [Fact]
    public async Task The_form_of_the_plan_shows_each_amount_beside_the_decided_one()
    {
        var scene = await LedgerScene.OpenAsync(office);
        await scene.PlayAsync(UpToDecision);

        var facts = (await scene.PrefillAsync("plan-final")).Facts;

        Assert.Contains(facts, fact => fact is { Label: "短期入所", Text: "案 7日/月 → 決定 7日/月（案のとおり）" });
    }

    [Fact]
    public async Task A_plan_without_a_provider_or_over_the_decided_amount_is_refused()
    {
        var scene = await LedgerScene.OpenAsync(office);
        await scene.PlayAsync(UpToDecision);

        var refusals = await scene.RefusalsAsync("plan-final", form =>
        {
            form["needs"]![0]!["amount"] = 30;
            form["needs"]![3]!.AsObject().Remove("provider");
        });

        Assert.Equal([("provider-missing", "needs.3.provider"), ("amount-over-decision", "needs")], refusals);
    }

    [Fact]
    public async Task A_plan_before_or_without_a_decision_is_refused()
    {
        var scene = await LedgerScene.OpenAsync(office);
        await scene.PlayAsync("plan-draft");

        var without = await scene.RefusalsAsync("plan-final", _ => { });
        await scene.PlayAsync("draft-delivery", "submit-to-city", "decision");
        var before = await scene.RefusalsAsync("plan-final", form => form["writtenOn"] = "2026-03-12");

        Assert.Equal([("decision-missing", null)], without);
        Assert.Equal([("plan-before-decision", "writtenOn")], before);
    }

    [Fact]
    public async Task Units_may_be_those_that_the_city_prints()
    {
        var scene = await LedgerScene.OpenAsync(office);

        await scene.FinishAsync("plan-draft", form => (form["needs"]![1]!["amount"], form["needs"]![1]!["unit"]) = (23, "daysPerMonth"));

        var plan = await LatestAsync(scene);
        Assert.Equal((23m, AmountUnit.DaysPerMonth), (plan.Needs[1].Amount!.Value, plan.Needs[1].Unit));
    }

    private static async Task<ServicePlan> LatestAsync(LedgerScene scene)
    {
        await using var db = scene.Db();
        return await db.WholePlans.Where(plan => plan.ClientId == scene.Client.Id).OrderByDescending(plan => plan.Version).FirstAsync();
    }

    private static string Clock(Value value) => ((Value.Clock)value).At.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture);

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : PlanActsTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : PlanActsTests(office), IClassFixture<RunningOffice.OnPostgres>;
}
