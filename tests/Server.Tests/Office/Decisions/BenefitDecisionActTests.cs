using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Office.Certificates;
using OfficeWorkflow.Server.Office.Decisions;
using OfficeWorkflow.Server.Office.Plans;
using OfficeWorkflow.Server.Tests.Office.Support;
using OfficeWorkflow.Server.Tests.Support;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Tests.Office.Decisions;

public abstract class BenefitDecisionActTests(RunningOffice office)
{
    [Fact]
    public async Task A_decision_brings_a_certificate_with_amounts_and_months_and_equals_the_draft()
    {
        var scene = await LedgerScene.OpenAsync(office);

        await scene.PlayAsync("plan-draft", "submit-to-city", "decision");

        await using var db = scene.Db();
        var decision = await db.Decisions.SingleAsync();
        var certificate = await db.WholeCertificates.SingleAsync();
        Assert.Equal((new DateOnly(2026, 3, 13), certificate.Id), (decision.DecidedOn, decision.CertificateId));
        Assert.Equal(("0000000001", SupportLevel.Level5, 0m), (certificate.Number, certificate.SupportLevel, certificate.CopayCap!.Value));
        Assert.Equal([4, 5, 6, 9, 12, 3], certificate.MonitoringMonths.Select(row => row.Month.Month));
        Assert.Equal(new DateOnly(2029, 3, 31), certificate.Amounts.Single(row => row.ServiceName is "生活介護").Until);
        Assert.True(AmountComparison.Of(await db.WholePlans.SingleAsync(plan => plan.Id == decision.DraftId), certificate).IsSame);
        Assert.Equal(Value.Of(answer: true), scene.Variables["amountsAsPlanned"]);
    }

    [Fact]
    public async Task A_smaller_amount_is_kept_and_told_to_the_case()
    {
        var scene = await LedgerScene.OpenAsync(office);
        await scene.PlayAsync("plan-draft", "submit-to-city");

        await scene.FinishAsync("decision", form => form["amounts"]![0]!["amount"] = 18);

        await using var db = scene.Db();
        var comparison = AmountComparison.Of(await db.WholePlans.SingleAsync(), await db.WholeCertificates.SingleAsync());
        var line = Assert.Single(comparison.Differences);
        Assert.Equal(("22時間/月", "18時間/月", AmountDifference.Less), (line.Planned!.Printed, line.Decided!.Printed, line.Difference));
        Assert.Equal(Value.Of(answer: false), scene.Variables["amountsAsPlanned"]);
    }

    [Fact]
    public async Task The_form_starts_with_the_amounts_of_the_draft_and_offers_months_by_their_Japanese_name()
    {
        var scene = await LedgerScene.OpenAsync(office);
        await scene.PlayAsync("plan-draft");

        var prefill = await scene.PrefillAsync("decision");

        var amounts = ((Value.List)prefill.Values["amounts"]).Items.OfType<Value.Record>().ToList();
        Assert.Equal(5, amounts.Count);
        Assert.Equal((Value.Of("HOME_HELP_BODY"), Value.Of(22m)), (amounts[0]["service"], amounts[0]["amount"]));
        Assert.Contains(prefill.Options["monitoringMonths"], option => option is { Key: "2027-03", Label: "令和9年3月" });
    }

    [Theory]
    [InlineData("certificateNumber", "123", "certificate-number", "certificateNumber")]
    [InlineData("decidedOn", "2026-02-15", "decision-before-submission", "decidedOn")]
    [InlineData("decidedOn", "2026-03-17", "day-ahead", "decidedOn")]
    [InlineData("supportLevel", null, "required", "supportLevel")]
    public async Task A_wrong_number_day_or_level_is_refused(string field, string? typed, string code, string about)
    {
        var scene = await LedgerScene.OpenAsync(office);
        await scene.PlayAsync("plan-draft", "submit-to-city");

        Assert.Equal([(code, about)], await scene.RefusalsAsync("decision", form => form[field] = typed));
    }

    [Fact]
    public async Task The_last_month_of_the_period_is_always_a_monitoring_month_and_none_lies_outside()
    {
        var scene = await LedgerScene.OpenAsync(office);

        var missing = await scene.RefusalsAsync("decision", form => form["monitoringMonths"] = new JsonArray("2026-04", "2026-09"));
        var outside = await scene.RefusalsAsync("decision", form => form["monitoringMonths"] = new JsonArray("2027-03", "2027-04"));

        Assert.Equal([("end-month-missing", "monitoringMonths")], missing);
        Assert.Equal([("month-outside-period", "monitoringMonths")], outside);
    }

    [Fact]
    public async Task Rows_of_amounts_are_checked_one_by_one()
    {
        var scene = await LedgerScene.OpenAsync(office);

        var refusals = await scene.RefusalsAsync("decision", form =>
        {
            form["amounts"]![0]!.AsObject().Remove("amount");
            form["amounts"]![2]!["to"] = "2026-03-31";
            form["amounts"]![4]!["service"] = "MOVE_SUPPORT";
        });

        Assert.Equal([("amount-missing", "amounts.0.amount"), ("period-reversed", "amounts.2.to"), ("amount-twice", "amounts.4.service")], refusals);
    }

    [Fact]
    public async Task A_later_certificate_replaces_the_earlier_one_which_stays()
    {
        var scene = await LedgerScene.OpenAsync(office);
        await scene.PlayAsync("plan-draft", "submit-to-city", "decision");

        await scene.FinishAsync("decision", CaseA.Typed("decision"), CaseA.At("decision").AddDays(1));

        await using var db = scene.Db();
        var certificates = await db.Certificates.OrderBy(row => row.RecordedAt).ToListAsync();
        Assert.Equal(2, certificates.Count);
        Assert.Equal(certificates[0].Id, certificates[1].ReplacesId);
    }

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : BenefitDecisionActTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : BenefitDecisionActTests(office), IClassFixture<RunningOffice.OnPostgres>;
}
