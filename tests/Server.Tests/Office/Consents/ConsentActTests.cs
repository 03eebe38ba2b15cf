using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Automation.Forms;
using OfficeWorkflow.Server.Office.Clients;
using OfficeWorkflow.Server.Office.Consents;
using OfficeWorkflow.Server.Office.Plans;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Tests.Support;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Tests.Office.Consents;

public abstract class ConsentActTests(RunningOffice office)
{
    [Fact]
    public async Task G17_On_paper_the_plan_is_dated_by_its_consent_and_stays_as_it_is()
    {
        var circle = await CircleOfA.InAsync(office);
        await using var db = circle.Db();
        var explained = (await ExplainAsync(circle, db)).Done();
        await db.SaveChangesAsync();

        var answer = await PaperAsync(circle, db, explained, ("outcome", Value.Of("agreed")), ("scan", Value.Of(Guid.CreateVersion7().ToString())));
        await db.SaveChangesAsync();

        var plan = await db.Plans.SingleAsync();
        var consent = await db.Consents.SingleAsync();
        Assert.Equal(Value.Of("agreed"), answer.Done()["outcome"]);
        Assert.Equal((new DateOnly(2026, 3, 26), new DateOnly(2026, 3, 26)), (plan.ConsentedOn, plan.CreatedOn));
        Assert.Equal((PlanStage.Final, circle.SpecialistX, SignerKind.Self), (consent.Stage, consent.ExplainedBy, consent.Signer));
        Assert.Equal(["plan-already-consented"], (await ExplainAsync(circle, db)).Codes());
    }

    [Fact]
    public async Task A_no_is_kept_with_its_reason_and_leaves_the_plan_open()
    {
        var circle = await CircleOfA.InAsync(office);
        await using var db = circle.Db();
        var explained = (await ExplainAsync(circle, db)).Done();
        await db.SaveChangesAsync();

        var without = await PaperAsync(circle, db, explained, ("outcome", Value.Of("declined")));
        var answer = await PaperAsync(circle, db, explained, ("outcome", Value.Of("declined")), ("reason", Value.Of("入浴の曜日を変えたい。")));
        await db.SaveChangesAsync();

        Assert.Equal(["reason-missing"], without.Codes());
        Assert.Equal(Value.Of("declined"), answer.Done()["outcome"]);
        Assert.Equal("入浴の曜日を変えたい。", (await db.Consents.SingleAsync()).DeclinedReason);
        Assert.False((await db.Plans.SingleAsync()).IsConsented);
    }

    [Fact]
    public async Task Who_writes_a_declined_plan_anew_reads_why_it_was_declined()
    {
        var circle = await CircleOfA.InAsync(office);
        await using var db = circle.Db();
        var explained = (await ExplainAsync(circle, db)).Done();
        await db.SaveChangesAsync();
        Assert.DoesNotContain(await FactsAsync(), static fact => fact.Label.StartsWith("同意しなかった理由", StringComparison.Ordinal));

        await PaperAsync(circle, db, explained, ("outcome", Value.Of("declined")), ("reason", Value.Of("入浴の曜日を変えたい。")));
        await db.SaveChangesAsync();

        var consent = await db.Consents.SingleAsync();
        var fact = Assert.Single(await FactsAsync(), static fact => fact.Label is "同意しなかった理由（利用者A）");
        Assert.Equal(("入浴の曜日を変えたい。", $"/consents/{consent.Id}"), (fact.Text, fact.Address));

        async Task<IReadOnlyList<FormFact>> FactsAsync() =>
            (await new PlanFinalAct().PrefillAsync(circle.Act(db, CircleOfA.Tokyo(3, 27, 10)), CancellationToken.None)).Facts;
    }

    [Theory]
    [InlineData(Handling.Adult, "guardian", "signer-not-entitled")]
    [InlineData(Handling.Adult, "legalGuardian", null)]
    [InlineData(Handling.Child, "self", "signer-not-entitled")]
    [InlineData(Handling.Child, "proxy", "signer-not-entitled")]
    [InlineData(Handling.Child, "guardian", null)]
    public async Task An_adult_or_who_acts_in_law_signs_and_for_a_child_the_guardian(Handling handling, string signer, string? refused)
    {
        var circle = await CircleOfA.InAsync(office);
        await using var db = circle.Db();
        (await db.Clients.SingleAsync()).Handling = handling;
        await db.SaveChangesAsync();

        var answer = await ExplainAsync(circle, db, ("signerKind", Value.Of(signer)), ("signerRelation", Value.Of("母")));

        Assert.Equal(refused is null ? [] : [refused], answer.Codes());
    }

    [Fact]
    public async Task A_child_signs_after_the_guardian_and_no_more_once_the_guardian_took_it_back()
    {
        var circle = await CircleOfA.InAsync(office);
        await using var db = circle.Db();
        (await db.Clients.SingleAsync()).Handling = Handling.Child;
        var explained = (await ExplainAsync(circle, db, ("signerKind", Value.Of("guardian")), ("signerName", Value.Of("利用者Aの母")), ("signerRelation", Value.Of("母")), ("isFollowed", Value.Of(true)))).Done();
        await db.SaveChangesAsync();
        (await PaperAsync(circle, db, explained, ("outcome", Value.Of("agreed")), ("scan", Value.Of(Guid.CreateVersion7().ToString())))).Done();
        await db.SaveChangesAsync();
        Assert.Empty((await ExplainAsync(circle, db)).Codes());
        db.ChangeTracker.Clear();

        Assert.Null((await db.Consents.SingleAsync()).Withdraw(CircleOfA.Tokyo(3, 26, 18), "母から電話", circle.SpecialistX));
        await db.SaveChangesAsync();

        Assert.Equal(["signer-not-entitled"], (await ExplainAsync(circle, db)).Codes());
    }

    [Fact]
    public async Task A_link_needs_the_agreement_given_beforehand_and_an_address()
    {
        var circle = await CircleOfA.InAsync(office);
        await using var db = circle.Db();

        var without = await ExplainAsync(circle, db, ("method", Value.Of("link")));
        var with = await ExplainAsync(
            circle, db, ("method", Value.Of("link")), ("electronicAgreedOn", Value.Of(new DateOnly(2026, 1, 19))),
            ("electronicMeans", Value.Of("電子メールの案内とウェブの画面")), ("mail", Value.Of("user-a@example.jp")));

        Assert.Equal(["electronic-agreement-missing", "mail-missing"], without.Codes());
        Assert.Equal(Value.Of("link"), with.Done()["method"]);
    }

    [Fact]
    public async Task G18_Consent_before_the_explanation_and_paper_without_its_scan_are_refused()
    {
        var circle = await CircleOfA.InAsync(office);
        await using var db = circle.Db();
        var explained = (await ExplainAsync(circle, db)).Done();
        await db.SaveChangesAsync();

        var answer = await PaperAsync(circle, db, explained, ("outcome", Value.Of("agreed")), ("consentedOn", Value.Of(new DateOnly(2026, 3, 25))));

        Assert.Equal(["consent-before-explanation", "scan-missing"], answer.Codes());
    }

    private static Task<Outcome<Value.Record>> ExplainAsync(CircleOfA circle, OfficeDb db, params (string Key, Value Value)[] more) =>
        new ConsentExplainAct().ApplyAsync(
            circle.Act(db, CircleOfA.Tokyo(3, 26, 15), ("stage", Value.Of("plan"))),
            CircleOfA.Values(
            [
                ("explainedOn", Value.Of(new DateOnly(2026, 3, 26))), ("explainedPlace", Value.Of("居宅")), ("signerKind", Value.Of("self")),
                ("signerName", Value.Of("利用者A")), ("method", Value.Of("paper")), .. more,
            ]),
            CancellationToken.None);

    private static Task<Outcome<Value.Record>> PaperAsync(CircleOfA circle, OfficeDb db, Value.Record explained, params (string Key, Value Value)[] more) =>
        new ConsentPaperAct().ApplyAsync(
            circle.Act(db, CircleOfA.Tokyo(3, 26, 17), ("consentId", explained["consentId"])),
            CircleOfA.Values([("consentedOn", Value.Of(new DateOnly(2026, 3, 26))), .. more]),
            CancellationToken.None);

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : ConsentActTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : ConsentActTests(office), IClassFixture<RunningOffice.OnPostgres>;
}
