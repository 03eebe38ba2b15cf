using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Office.Contracts;
using OfficeWorkflow.Server.Office.Deliveries;
using OfficeWorkflow.Server.Office.Privacy;
using OfficeWorkflow.Server.Tests.Office.Support;
using OfficeWorkflow.Server.Tests.Support;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Tests.Office.Contracts;

public abstract class ContractActsTests(RunningOffice office)
{
    [Fact]
    public async Task A_contract_keeps_its_days_and_one_consent_for_each_person_and_category()
    {
        var scene = await LedgerScene.OpenAsync(office);

        await scene.PlayAsync("contract");

        await using var db = scene.Db();
        var contract = await db.Contracts.SingleAsync();
        var consents = await db.PrivacyConsents.ToListAsync();
        Assert.Equal((new DateOnly(2026, 1, 19), new DateOnly(2026, 1, 19), "利用者A"), (contract.ImportantMattersOn, contract.ContractOn, contract.SignerName));
        Assert.Equal((scene.CaseId, scene.Specialist), (contract.CaseId, contract.RecordedBy));
        Assert.Equal(15, consents.Count);
        Assert.Equal(5, consents.Count(row => row.FamilyMemberId is null));
        Assert.Equal(3, consents.Count(row => row.Category is PrivacyCategory.WelfareCommissioner));
    }

    [Fact]
    public async Task The_form_offers_the_client_and_the_family_as_persons()
    {
        var scene = await LedgerScene.OpenAsync(office);

        var prefill = await scene.PrefillAsync("contract");

        Assert.Equal("利用者A（本人） 利用者Aの母（母） 利用者Aの姉（姉）", string.Join(' ', prefill.Options["privacy.person"].Select(option => option.Label)));
        Assert.Equal(3, ((Value.List)prefill.Values["privacy"]).Items.Length);
    }

    [Fact]
    public async Task The_guardian_of_a_child_is_offered_as_signer()
    {
        var scene = await LedgerScene.OpenAsync(office, "利用者B");

        var prefill = await scene.PrefillAsync("contract");

        Assert.Equal(Value.Of("利用者Bの母"), prefill.Values["signerName"]);
    }

    [Fact]
    public async Task A_contract_before_its_explanation_is_refused()
    {
        var scene = await LedgerScene.OpenAsync(office);

        var refusals = await scene.RefusalsAsync("contract", typed => typed["contractOn"] = "2026-01-18");

        Assert.Equal([("contract-before-explanation", "contractOn")], refusals);
    }

    [Fact]
    public async Task Everything_wrong_is_said_at_once_with_the_row_it_is_in()
    {
        var scene = await LedgerScene.OpenAsync(office);

        var refusals = await scene.RefusalsAsync("contract", typed =>
        {
            typed["contractOn"] = "2026-02-01";
            typed["signerName"] = null;
            typed["privacy"]![1]!["categories"] = new JsonArray();
        });

        Assert.Equal([("day-ahead", "contractOn"), ("required", "privacy.1.categories"), ("required", "signerName")], refusals);
        await using var db = scene.Db();
        Assert.Empty(await db.Contracts.ToListAsync());
        Assert.Empty(await db.PrivacyConsents.ToListAsync());
    }

    [Fact]
    public async Task The_report_names_the_city_and_cannot_come_before_the_contract()
    {
        var scene = await LedgerScene.OpenAsync(office);
        await scene.PlayAsync("contract");

        var prefill = await scene.PrefillAsync("contract-report");
        var refusals = await scene.RefusalsAsync("contract-report", typed => typed["reportedOn"] = "2026-01-18");
        await scene.PlayAsync("contract-report");

        await using var db = scene.Db();
        var report = await db.ContractReports.SingleAsync();
        Assert.Contains(prefill.Facts, fact => fact.Text is "M市 障害福祉課");
        Assert.Equal([("report-before-contract", "reportedOn")], refusals);
        Assert.Equal((new DateOnly(2026, 1, 20), DeliveryMeans.Fax, "FAX送信票"), (report.ReportedOn, report.Means, report.Proof));
    }

    [Fact]
    public async Task Information_and_the_citys_request_are_kept_as_entered()
    {
        var scene = await LedgerScene.OpenAsync(office);

        await scene.PlayAsync("info-provision", "plan-request");

        await using var db = scene.Db();
        var information = await db.InfoProvisions.SingleAsync();
        var request = await db.PlanRequests.SingleAsync();
        Assert.Equal(new DateOnly(2026, 1, 20), information.ProvidedOn);
        Assert.StartsWith("市内の生活介護", information.Content, StringComparison.Ordinal);
        Assert.Equal((new DateOnly(2026, 1, 23), "M障第101号", new DateOnly(2026, 2, 20)), (request.ReceivedOn, request.Number, request.DueOn));
        Assert.Equal(Value.Of(new DateOnly(2026, 2, 20)), scene.Variables["draftDueOn"]);
    }

    [Fact]
    public async Task Information_without_content_and_a_deadline_before_the_receipt_are_refused()
    {
        var scene = await LedgerScene.OpenAsync(office);

        var information = await scene.RefusalsAsync("info-provision", typed => typed["content"] = "  ");
        var request = await scene.RefusalsAsync("plan-request", typed => typed["dueOn"] = "2026-01-22");

        Assert.Equal([("required", "content")], information);
        Assert.Equal([("due-before-receipt", "dueOn")], request);
    }

    [Fact]
    public async Task A_client_of_another_office_is_unknown()
    {
        var theirs = await LedgerScene.OpenAsync(office);
        var ours = await LedgerScene.OpenAsync(office);
        ours.Variables = theirs.Variables;

        var refused = Assert.IsType<Outcome<Value.Record>.Refused>(await ours.FinishAsync("info-provision"));

        Assert.Equal(("client-unknown", RefusalKind.Unknown), (refused.Refusal.Code, refused.Refusal.Kind));
    }

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : ContractActsTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : ContractActsTests(office), IClassFixture<RunningOffice.OnPostgres>;
}
