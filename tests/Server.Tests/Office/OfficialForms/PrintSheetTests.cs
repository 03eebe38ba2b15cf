using System.Net;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Channels.Documents;
using OfficeWorkflow.Server.Office.Consents;
using OfficeWorkflow.Server.Office.OfficialForms;
using OfficeWorkflow.Server.Office.Plans;
using OfficeWorkflow.Server.Offices;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Tests.Channels.Documents;
using OfficeWorkflow.Server.Tests.Office.Support;
using OfficeWorkflow.Server.Tests.Support;

namespace OfficeWorkflow.Server.Tests.Office.OfficialForms;

public abstract class PrintSheetTests(RunningOffice office)
{
    [Fact]
    public async Task H5_A_plan_is_born_with_its_paper_and_the_hash_that_consent_binds_to()
    {
        var scene = await LedgerScene.OpenAsync(office);

        await scene.PlayAsync("assessment", "plan-draft");

        await using var db = scene.Db();
        var plan = await db.Plans.SingleAsync();
        var document = await db.Documents.SingleAsync();
        var bytes = await DocumentStore.ReadAsync(db, document.Id, CancellationToken.None);
        Assert.Equal((document.Id, document.Sha256), (plan.DocumentId, plan.DocumentHash));
        Assert.Equal(document.Sha256, Convert.ToHexStringLower(SHA256.HashData(bytes!)));
        Assert.Equal(scene.CaseId, document.CaseId);
        Assert.Equal("サービス等利用計画案_第1版_利用者A.pdf", document.Name);
        Assert.Equal(scene.Client.Id.ToString(), document.Subject);
        PlanSheetTests.AssertInOrder(
            PdfTools.Letters(bytes!),
            "サービス等利用計画案", "利用者A", "令和8年2月9日", "ヘルパーと週3回入浴する", "居宅介護(身体介護)22時間/月", "短期入所7日/月", "【週間計画表】", "移動支援(第2・最終)");
    }

    [Fact]
    public async Task A_paper_is_made_once_and_never_again()
    {
        var scene = await LedgerScene.OpenAsync(office);
        await scene.PlayAsync("plan-draft");
        await using var db = scene.Db();
        var plan = await db.Plans.SingleAsync();

        var again = await PrintSheet.HandleAsync(SheetKind.Plan, plan.Id, db, scene.Specialist, office.Clock, CancellationToken.None);

        Assert.Equal(plan.DocumentId, again.Done().Id);
        Assert.Equal(1, await db.Documents.CountAsync());
    }

    [Fact]
    public async Task Two_who_print_at_one_moment_get_one_paper()
    {
        var scene = await LedgerScene.OpenAsync(office);
        await scene.PlayAsync("plan-draft");
        await using var db = scene.Db();
        var plan = await db.Plans.SingleAsync();
        await db.Printouts.ExecuteDeleteAsync();
        await db.Documents.ExecuteDeleteAsync();

        var papers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => PrintAsync(scene, plan.Id)));

        Assert.Single(papers.Distinct());
        Assert.Equal(1, await db.Documents.CountAsync());
        Assert.Equal([$"document:{papers[0]}"], await db.Audit.Where(static entry => entry.Act == "sheet-printed").Select(static entry => entry.About).ToListAsync());
    }

    [Fact]
    public async Task The_final_plan_leaves_its_day_open_for_the_day_of_consent()
    {
        var scene = await LedgerScene.OpenAsync(office);

        await scene.PlayAsync("assessment", "plan-draft", "draft-delivery", "submit-to-city", "decision", "plan-final");

        await using var db = scene.Db();
        var plan = await db.Plans.SingleAsync(static row => row.Stage == PlanStage.Final);
        var letters = PdfTools.Letters((await DocumentStore.ReadAsync(db, plan.DocumentId!.Value, CancellationToken.None))!);
        PlanSheetTests.AssertInOrder(letters, "サービス等利用計画", "区分5", "0000000001", "0円", "計画作成日", "(同意の日)", "提供事業者名", "居宅介護事業所Q");
        Assert.DoesNotContain("令和8年3月16日", letters, StringComparison.Ordinal);
    }

    [Fact]
    public async Task G8_H5_An_answered_consent_has_a_receipt_with_the_hash_of_what_was_shown()
    {
        var scene = await LedgerScene.OpenAsync(office);
        await scene.PlayAsync("plan-draft");
        await using var db = scene.Db();
        var plan = await db.Plans.SingleAsync();
        var consent = new Consent
        {
            Id = Guid.CreateVersion7(),
            OfficeId = scene.OfficeId,
            ClientId = scene.Client.Id,
            PlanId = plan.Id,
            Stage = plan.Stage,
            DocumentHash = plan.DocumentHash,
            ExplainedBy = scene.Specialist,
            ExplainedOn = new DateOnly(2026, 2, 12),
            ExplainedPlace = "居宅",
            Signer = SignerKind.Self,
            SignerName = "利用者A",
            Method = ConsentMethod.Paper,
            RecordedAt = office.Clock.GetUtcNow(),
        };
        db.Add(consent);
        await db.SaveChangesAsync();

        var unanswered = await PrintSheet.HandleAsync(SheetKind.Consent, consent.Id, db, scene.Specialist, office.Clock, CancellationToken.None);
        consent.Answer(new ConsentAnswer(ConsentOutcome.Agreed, new DateOnly(2026, 2, 12), office.Clock.GetUtcNow()));
        await db.SaveChangesAsync();
        var answered = await PrintSheet.HandleAsync(SheetKind.Consent, consent.Id, db, scene.Specialist, office.Clock, CancellationToken.None);

        Assert.Equal("sheet-unknown", Assert.Single(unanswered.Codes()));
        var letters = PdfTools.Letters((await DocumentStore.ReadAsync(db, answered.Done().Id, CancellationToken.None))!);
        PlanSheetTests.AssertInOrder(letters, "説明・同意の記録", "計画案第1版", plan.DocumentHash!, "居宅", "利用者A(本人)", "同意", "令和8年2月12日(木)");
    }

    [Fact]
    public async Task A_member_makes_the_paper_with_a_button_and_reads_it_and_a_stranger_finds_nothing()
    {
        var scene = await LedgerScene.OpenAsync(office);
        await scene.PlayAsync("plan-draft");
        await using var db = scene.Db();
        var plan = await db.Plans.SingleAsync();
        await db.Printouts.ExecuteDeleteAsync();
        db.Offices.Add(new OfficeFile { Id = scene.OfficeId, Name = "相談支援事業所S", Number = "0000000000" });
        await db.SaveChangesAsync();
        var clerk = await Staff.JoinAsync(office, [Roles.Clerk], scene.OfficeId);
        var stranger = await Staff.JoinAsync(office, [Roles.Clerk]);

        Assert.Equal(HttpStatusCode.OK, await clerk.Browser.GetAsync($"/sheets/plan/{plan.Id}"));
        Assert.Equal(HttpStatusCode.Redirect, await clerk.Browser.PostAsync($"/sheets/plan/{plan.Id}"));
        Assert.StartsWith("/documents/", clerk.Browser.Location, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, await clerk.Browser.GetAsync($"/sheets/plan/{plan.Id}"));
        Assert.Equal(HttpStatusCode.NotFound, await stranger.Browser.GetAsync($"/sheets/plan/{plan.Id}"));
    }

    private async Task<Guid> PrintAsync(LedgerScene scene, Guid planId)
    {
        await using var db = scene.Db();

        return (await PrintSheet.HandleAsync(SheetKind.Plan, planId, db, scene.Specialist, office.Clock, CancellationToken.None)).Done().Id;
    }

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : PrintSheetTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : PrintSheetTests(office), IClassFixture<RunningOffice.OnPostgres>;
}
