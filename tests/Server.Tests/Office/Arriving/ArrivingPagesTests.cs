using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Channels.Books;
using OfficeWorkflow.Server.Office.Arriving.Books;
using OfficeWorkflow.Server.Office.Certificates;
using OfficeWorkflow.Server.Office.Clients;
using OfficeWorkflow.Server.Office.Plans;
using OfficeWorkflow.Server.Office.Providers;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Tests.Office.Support;
using OfficeWorkflow.Server.Tests.Support;

namespace OfficeWorkflow.Server.Tests.Office.Arriving;

public abstract class ArrivingPagesTests(RunningOffice office)
{
    [Fact]
    public async Task A_book_of_all_sheets_is_shown_taken_over_and_taken_out_again()
    {
        var (staff, browser) = await ManagerAsync();
        var address = await BringAsync(browser, "一覧.xlsx", WholeBook());
        var shown = browser.Text;
        var before = await CountsAsync(staff.OfficeId);

        await browser.PostAsync(address + "/taking");
        await browser.FollowAsync();
        var taken = browser.Text;
        var during = await CountsAsync(staff.OfficeId);
        await using (var db = Db(staff.OfficeId))
        {
            var client = await db.Clients.SingleAsync(row => row.Name == "利用者山");
            var certificate = await db.Certificates.Include(row => row.Amounts).Include(row => row.MonitoringMonths).SingleAsync(row => row.ClientId == client.Id);
            Assert.Equal(new DateOnly(1991, 6, 15), client.BirthOn);
            Assert.Equal("りようしゃやま", client.Kana);
            Assert.Equal("N市", (await db.Municipalities.SingleAsync(row => row.Id == client.MunicipalityId)).Name);
            Assert.Equal(staff.PersonId, client.SpecialistId);
            Assert.Equal(SupportLevel.Level3, certificate.SupportLevel);
            Assert.Equal(("居宅介護(身体介護)", 22m), certificate.Amounts.Select(amount => (amount.ServiceName, amount.Amount)).Single());
            Assert.Equal([new DateOnly(2026, 4, 1), new DateOnly(2026, 10, 1)], certificate.MonitoringMonths.Select(month => month.Month).Order());
            Assert.True((await db.FamilyMembers.SingleAsync(row => row.ClientId == client.Id)).IsKeyPerson);
            var plan = await db.WholePlans.SingleAsync(row => row.ClientId == client.Id);
            Assert.Equal((PlanStage.Final, 1, new DateOnly(2026, 1, 6), new DateOnly(2026, 1, 6)), (plan.Stage, plan.Version, plan.CreatedOn, plan.ConsentedOn));
            Assert.Equal([("居宅介護事業所U", 22m)], plan.Needs.Select(need => (need.ProviderName ?? "", need.Amount ?? 0)));
            Assert.Equal(
                [(DayOfWeek.Sunday, "22:00", ""), (DayOfWeek.Monday, "00:00", ""), (DayOfWeek.Monday, "16:00", "1 last"), (DayOfWeek.Wednesday, "16:00", "1 last"), (DayOfWeek.Friday, "16:00", "1 last")],
                plan.Week.Select(row => (row.Day, row.Start.ToString("HH:mm", CultureInfo.InvariantCulture), row.Weeks)).OrderBy(row => row.Day).ThenBy(row => row.Item2, StringComparer.Ordinal));
        }

        await browser.GetAsync(address + "/undoing");
        await browser.PostAsync(address + "/undoing");
        await browser.FollowAsync();

        Assert.Contains("「取り込む」を押すと9件を登録します", shown, StringComparison.Ordinal);
        Assert.Equal((3, 3, 0), before);
        Assert.Contains("9件を登録しました", taken, StringComparison.Ordinal);
        Assert.Equal((5, 4, 1), during);
        Assert.Contains("登録したものは残っていません", browser.Text, StringComparison.Ordinal);
        Assert.Equal(before, await CountsAsync(staff.OfficeId));
    }

    [Fact]
    public async Task Who_brings_a_book_is_in_the_audit_before_anything_is_taken_over()
    {
        var (staff, browser) = await ManagerAsync();

        await BringAsync(browser, "一覧.xlsx", WholeBook());

        await using var db = Db(staff.OfficeId);
        var entry = await db.Audit.SingleAsync(row => row.Act == "book-brought");
        Assert.Equal(staff.PersonId, entry.PersonId);
        Assert.DoesNotContain("一覧.xlsx", entry.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task M5_A_wrong_line_is_named_and_nothing_is_saved()
    {
        var (staff, browser) = await ManagerAsync();
        var lines = Enumerable.Range(2, 20).Select(row => row == 17 ? "利用者17,りようしゃ17,令和8年13月1日" : $"利用者{row},りようしゃ{row},H3.6.15");

        await BringAsync(browser, "利用者.csv", Encoding.UTF8.GetBytes("氏名,ふりがな,生年月日\n" + string.Join('\n', lines)));

        Assert.Contains("直すところが1件あります", browser.Text, StringComparison.Ordinal);
        Assert.Matches("利用者 17行目 生年月日 .{0,3}直してください .{0,3}「生年月日」の日付が読めません", browser.Text[browser.Text.IndexOf("行ごとの確認", StringComparison.Ordinal)..]);
        Assert.DoesNotContain("/taking", browser.Html, StringComparison.Ordinal);
        Assert.Equal((3, 3, 0), await CountsAsync(staff.OfficeId));
    }

    [Fact]
    public async Task A_line_about_a_name_that_two_clients_share_asks_for_the_day_of_birth()
    {
        var (_, browser) = await ManagerAsync();
        var book = XlsxWriter.Write(
        [
            Sheet("利用者", ["氏名", "ふりがな", "生年月日"], ["利用者山", "りようしゃやま", "H3.6.15"], ["利用者 山", "りようしゃやま", "H4.6.15"]),
            Sheet("家族", ["利用者の氏名", "利用者の生年月日", "家族の氏名", "続柄"], ["利用者山", "", "母", "母"], ["利用者山", "H4.6.15", "母", "母"]),
        ]);

        await BringAsync(browser, "x.xlsx", book);

        Assert.Contains("直すところが1件あります", browser.Text, StringComparison.Ordinal);
        Assert.Contains("利用者「利用者山」が二人います。「利用者の生年月日」も書いてください。", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_book_is_taken_once_and_brought_again_adds_nothing()
    {
        var (_, browser) = await ManagerAsync();
        var address = await BringAsync(browser, "一覧.xlsx", WholeBook());
        var again = browser.Again();

        await browser.PostAsync(address + "/taking");
        var second = await again.PostAsync(address + "/taking");
        await BringAsync(browser, "一覧.xlsx", WholeBook());

        Assert.Equal(HttpStatusCode.Conflict, second);
        Assert.Contains("取り込みは済んでいます", again.Text, StringComparison.Ordinal);
        Assert.Contains("新しく登録するものはありません", browser.Text, StringComparison.Ordinal);
        Assert.Contains("利用者「利用者山」はすでに登録されています。この行は読みとばします。", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_somebody_worked_with_since_is_not_taken_out()
    {
        var (staff, browser) = await ManagerAsync();
        var address = await BringAsync(browser, "一覧.xlsx", WholeBook());
        await browser.PostAsync(address + "/taking");
        await using (var db = Db(staff.OfficeId))
        {
            var id = (await db.Clients.SingleAsync(row => row.Name == "利用者山")).Id;
            office.Clock.Advance(TimeSpan.FromMinutes(1));
            await browser.GetAsync($"/clients/{id}/basics");
            await browser.PostAsync($"/clients/{id}", ("Phone", "000-000-0000"));
        }

        await browser.GetAsync(address + "/undoing");
        var status = await browser.PostAsync(address + "/undoing");

        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains("取り込んだあとに「利用者山」が書きかえられたので、取り消せません", browser.Text, StringComparison.Ordinal);
        Assert.Equal((5, 4, 1), await CountsAsync(staff.OfficeId));
    }

    [Fact]
    public async Task What_one_office_writes_out_another_reads_in_without_loss_and_a_formula_stays_text()
    {
        var (staff, browser) = await ManagerAsync();
        var taken = await BringAsync(browser, "一覧.xlsx", WholeBook("=HYPERLINK(\"http://example.jp\")"));
        await browser.PostAsync(taken + "/taking");
        var book = await SaveAsync(browser);
        var other = await Staff.JoinAsync(office, [Roles.Manager, Roles.Specialist], name: "専門員");
        await using (var db = Db(other.OfficeId))
        {
            ServiceCatalogue.AddTo(db, other.OfficeId);
            await db.SaveChangesAsync();
        }

        var address = await BringAsync(other.Browser, "登録一覧.xlsx", book);
        await other.Browser.PostAsync(address + "/taking");
        var again = await SaveAsync(other.Browser);

        Assert.Equal(Text(book).Split('\n'), Text(again).Split('\n'), StringComparer.Ordinal);
        Assert.Contains("=HYPERLINK", Text(book), StringComparison.Ordinal);
        await using var noted = Db(staff.OfficeId);
        Assert.Equal(1, await noted.Audit.CountAsync(entry => entry.Act == "book-saved"));
    }

    [Fact]
    public async Task A_file_that_is_no_book_is_refused_on_the_page_and_no_file_too()
    {
        var (_, browser) = await ManagerAsync();
        await browser.GetAsync("/arriving");

        var broken = await browser.PostAsync("/arriving", [], ("file", "x.xlsx", "PK\u0003\u0004 broken"u8.ToArray()));
        var brokenText = browser.Text;
        var none = await browser.PostAsync("/arriving");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, broken);
        Assert.Contains("Excelのファイルとして読めません", brokenText, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, none);
        Assert.Contains("取り込むファイルを選んでください", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_who_leads_an_office_brings_books_and_only_of_this_office()
    {
        var (_, browser) = await ManagerAsync();
        var clerk = await Staff.JoinAsync(office, [Roles.Clerk]);
        var stranger = await Staff.JoinAsync(office, [Roles.Manager]);
        var address = await BringAsync(browser, "一覧.xlsx", WholeBook());

        Assert.Equal(HttpStatusCode.Forbidden, await clerk.Browser.GetAsync("/arriving"));
        Assert.Equal(HttpStatusCode.NotFound, await stranger.Browser.GetAsync(address));
    }

    private static string Text(byte[] book) =>
        BookReader.Read("x.xlsx", book) is Outcome<IReadOnlyList<BookSheet>>.Done { Value: var sheets }
            ? string.Join('\n', sheets.SelectMany(sheet => sheet.Rows.Select(row => $"{sheet.Name}|{string.Join('|', row.Cells)}")))
            : "";

    private static async Task<byte[]> SaveAsync(Browser browser)
    {
        await browser.GetAsync("/arriving");
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", browser.ValueOf("__RequestVerificationToken")!)]);
        using var answer = await browser.Http.PostAsync(new Uri("/arriving/book", UriKind.Relative), form);
        return await answer.Content.ReadAsByteArrayAsync();
    }

    private static byte[] WholeBook(string note = "") => XlsxWriter.Write(
    [
        Sheet("市町村", ["市町村名"], ["N市"]),
        Sheet("事業所", ["事業所番号", "事業所名", "サービスの種類"], ["１２３４５６７８９０", "居宅介護事業所U", "居宅介護(身体介護)"]),
        Sheet("事業所の担当者", ["事業所番号", "担当者の氏名", "職種"], ["1234567890", "担当者U", "サービス提供責任者"]),
        Sheet("関係者", ["区分", "氏名", "所属"], ["民生委員", "民生委員W", "N市民生委員児童委員協議会"]),
        Sheet("利用者", ["氏名", "ふりがな", "生年月日", "市町村", "担当の相談支援専門員", "住居の種別"], ["利用者山", "リヨウシャヤマ", "平成3年6月15日", "N市", "専門員", "借家"]),
        Sheet("家族", ["利用者の氏名", "家族の氏名", "続柄", "キーパーソン", "メモ"], ["利用者山", "利用者山の母", "母", "はい", note]),
        Sheet("受給者証", ["利用者の氏名", "受給者証番号", "障害支援区分", "支給期間の初日", "支給期間の末日", "モニタリング月"], ["利用者山", "0000000009", "区分３", "R8.4.1", "R9.3.31", "令和8年4月、2026/10"]),
        Sheet("支給量", ["受給者証番号", "サービス", "支給量"], ["0000000009", "居宅介護(身体介護)", "22"]),
        Sheet(
            "計画",
            ["利用者の氏名", "種類", "作成日", "同意日", "本人の意向", "家族の意向", "総合的な援助の方針", "長期目標", "長期目標の達成時期", "短期目標", "短期目標の達成時期", "モニタリング期間の提案"],
            ["利用者山", "計画", "2026/1/5", "2026/1/6", "家で𠮷日のように暮らしたい", "家族なし", "家での暮らしを保つ", "一人で入浴する", "2027/3/31", "週3回入浴する", "2026/9/30", "6か月ごと"]),
        Sheet(
            "計画の課題",
            ["利用者の氏名", "種類", "解決すべき課題", "支援目標", "達成時期", "サービスの種類", "内容・頻度・時間", "量", "単位", "提供事業者", "本人の役割", "評価時期"],
            ["利用者山", "計画", "清潔でいたい", "週3回", "2026/9/30", "居宅介護(身体介護)", "入浴の介助", "22", "標準の単位", "1234567890", "曲を選ぶ", "2026/9/30"]),
        Sheet("週間計画", ["利用者の氏名", "種類", "曜日", "開始", "終了", "活動・サービス", "サービスの種類", "何週目"], ["利用者山", "計画", "月、水、金", "16:00", "17:30", "入浴", "居宅介護(身体介護)", "1、最終"], ["利用者山", "計画", "日・祝", "22:00", "7:00", "ねむる", "", ""]),
        Sheet("事業所 (2)", ["事業所番号", "事業所名"], ["0000000098", "生活介護事業所V"]),
    ]);

    private static BookSheet Sheet(string name, params IReadOnlyList<IReadOnlyList<string>> rows) =>
        new(name, [.. rows.Select((cells, index) => new BookRow(index + 1, cells))]);

    /// <returns>The address of the book's page.</returns>
    private static async Task<string> BringAsync(Browser browser, string name, byte[] bytes)
    {
        await browser.GetAsync("/arriving");
        Assert.Equal(HttpStatusCode.Redirect, await browser.PostAsync("/arriving", [], ("file", name, bytes)));
        var address = browser.Location!;
        await browser.FollowAsync();
        return address;
    }

    private OfficeDb Db(Guid officeId) => office.Db(new Scope.CaseOffice(officeId));

    private async Task<(int Clients, int Contacts, int Certificates)> CountsAsync(Guid officeId)
    {
        await using var db = Db(officeId);
        return (await db.Clients.CountAsync() + await db.Municipalities.CountAsync() - 1, await db.Contacts.CountAsync(), await db.Certificates.CountAsync());
    }

    private async Task<(Staff Staff, Browser Browser)> ManagerAsync()
    {
        var staff = await Staff.JoinAsync(office, [Roles.Manager, Roles.Specialist], name: "専門員");
        await LedgerScene.OpenAsync(office, officeId: staff.OfficeId);
        return (staff, staff.Browser);
    }

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : ArrivingPagesTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : ArrivingPagesTests(office), IClassFixture<RunningOffice.OnPostgres>;
}
