using System.Net;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Channels.Documents;
using OfficeWorkflow.Server.Office.Compliance;
using OfficeWorkflow.Server.Office.Consents;
using OfficeWorkflow.Server.Office.Meetings;
using OfficeWorkflow.Server.Office.OfficialForms;
using OfficeWorkflow.Server.Office.Plans;
using OfficeWorkflow.Server.Offices;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Tests.Channels.Documents;
using OfficeWorkflow.Server.Tests.Office.OfficialForms;
using OfficeWorkflow.Server.Tests.Office.Support;
using OfficeWorkflow.Server.Tests.Support;

namespace OfficeWorkflow.Server.Tests.Office.Compliance;

public abstract class CheckClientTests(RunningOffice office)
{
    private static readonly ManualClock Later = new(new DateTimeOffset(2026, 11, 22, 9, 0, 0, TimeSpan.FromHours(9)));

    /// <summary>
    /// The copies of case A with one planted defect each, and with all nine; <c>&lt;</c> names the finding that another follows from.
    /// (c), (g) and (h) break duties that come after C18: of the eighteen, none.
    /// </summary>
    [Theory]
    [InlineData("", "")]
    [InlineData("a", "C08 C10<C08")]
    [InlineData("b", "C12 C13<C12 C14<C12 C16<C12 C17<C12")]
    [InlineData("c", "")]
    [InlineData("d", "C18")]
    [InlineData("e", "C15")]
    [InlineData("f", "C17 C18<C17")]
    [InlineData("g", "")]
    [InlineData("h", "")]
    [InlineData("i", "C07 C11")]
    [InlineData("abcdefghi", "C07 C08 C10<C08 C11 C12 C13<C12 C14<C12 C15 C16<C12 C17 C18")]
    public async Task Case_A_in_the_ledger_has_the_findings_of_its_planted_defects(string defects, string findings)
    {
        var scene = await CaseARows.PlayAsync(office, defects);

        var checklist = await CheckAsync(scene, Later);

        Assert.Equal(findings, Told(checklist));
        Assert.Equal(18, checklist.Items.Length);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task On_the_way_through_the_forms_nobody_is_blamed_for_what_comes_later(int forms)
    {
        string[] way = ["contract", "contract-report", "plan-request", "assessment", "plan-draft", "draft-delivery"];
        var scene = await LedgerScene.OpenAsync(office);
        await scene.PlayAsync(way[..forms]);
        await using var db = scene.Db();
        var day = forms == 0 ? ManualClock.FirstDay : CaseA.At(way[forms - 1]);

        var checklist = await CheckAsync(scene, new ManualClock(day));

        // The consent of the draft is given on paper that this scene does not record.
        Assert.Equal(forms == 6 ? "C08" : string.Empty, Told(checklist));
    }

    [Fact]
    public async Task Consent_on_the_offices_tablet_is_electronic_and_needs_the_agreement_beforehand()
    {
        var scene = await CaseARows.PlayAsync(office);
        await using var db = scene.Db();
        await db.Consents.Where(static row => row.Stage == PlanStage.Draft).ExecuteUpdateAsync(static row => row.SetProperty(static consent => consent.Method, ConsentMethod.Tablet));

        Assert.StartsWith("C08", Told(await CheckAsync(scene, Later)), StringComparison.Ordinal);

        await db.Consents.ExecuteUpdateAsync(static row => row.SetProperty(static consent => consent.ElectronicAgreedOn, new DateOnly(2026, 1, 19)));
        Assert.Empty(Told(await CheckAsync(scene, Later)));
    }

    [Fact]
    public async Task The_page_shows_what_blocks_and_every_duty_in_order_and_strangers_see_nothing()
    {
        var scene = await CaseARows.PlayAsync(office, "e");
        await using var db = scene.Db();
        db.Offices.Add(new OfficeFile { Id = scene.OfficeId, Name = "相談支援事業所S", Number = "0000000000" });
        await db.SaveChangesAsync();
        var manager = await Staff.JoinAsync(office, [Roles.Manager], scene.OfficeId);
        var stranger = await Staff.JoinAsync(office, [Roles.Manager]);

        var status = await manager.Browser.GetAsync($"/clients/{scene.Client.Id}/duties");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("計画の完成を止めていること（1 件）", manager.Browser.Text, StringComparison.Ordinal);
        Assert.Contains("民生委員N(民生委員・児童委員)に本人の情報を示すことへの同意がありません。", manager.Browser.Text, StringComparison.Ordinal);
        Assert.All(DutyList.All, duty => Assert.Contains($"id=\"{duty.Code}\"", manager.Browser.Html, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.NotFound, await stranger.Browser.GetAsync($"/clients/{scene.Client.Id}/duties"));
    }

    [Fact]
    public async Task The_minutes_of_case_A_are_printed_with_who_was_asked_instead()
    {
        var scene = await CaseARows.PlayAsync(office);
        await using var db = scene.Db();
        var minutes = await db.Minutes.SingleAsync();

        var document = (await PrintSheet.HandleAsync(SheetKind.Minutes, minutes.Id, db, scene.Specialist, office.Clock, CancellationToken.None)).Done();

        var letters = PdfTools.Letters((await DocumentStore.ReadAsync(db, document.Id, CancellationToken.None))!);
        PlanSheetTests.AssertInOrder(
            letters, "サービス担当者会議録", "令和8年3月24日", "13:30〜14:50", "第1回", "出席者", "利用者A", "サビ管P", "欠席者", "民生委員N", "電話", "夜間の火の元", "入浴の進め方", "日曜日の外出先");
    }

    [Fact]
    public async Task The_copy_to_be_delivered_carries_day_and_name_of_the_consent_and_the_hash_of_what_was_shown()
    {
        var scene = await CaseARows.PlayAsync(office);
        await using var db = scene.Db();
        var plan = await db.Plans.SingleAsync(static row => row.Stage == PlanStage.Final);

        var document = (await PrintSheet.HandleAsync(SheetKind.AgreedPlan, plan.Id, db, scene.Specialist, office.Clock, CancellationToken.None)).Done();

        Assert.NotEqual(plan.DocumentHash, document.Sha256);
        PlanSheetTests.AssertInOrder(
            PdfTools.Letters((await DocumentStore.ReadAsync(db, document.Id, CancellationToken.None))!),
            "サービス等利用計画", "計画作成日", "令和8年3月26日", "利用者同意署名欄", "利用者A", "【週間計画表】", plan.DocumentHash!);
    }

    private static string Told(Checklist checklist) =>
        string.Join(' ', checklist.Findings.Select(static item => item.FollowsFrom is null ? item.Code : $"{item.Code}<{item.FollowsFrom}"));

    private static async Task<Checklist> CheckAsync(LedgerScene scene, TimeProvider clock)
    {
        await using var db = scene.Db();
        var model = await CheckClient.HandleAsync(scene.Client.Id, db, new DutySettings(), clock, CancellationToken.None);

        return model!.Checklist;
    }

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : CheckClientTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : CheckClientTests(office), IClassFixture<RunningOffice.OnPostgres>;
}
