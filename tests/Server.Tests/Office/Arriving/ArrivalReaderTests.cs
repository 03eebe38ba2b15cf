using OfficeWorkflow.Server.Channels.Books;
using OfficeWorkflow.Server.Office.Arriving.Sheets;
using OfficeWorkflow.Server.Tests.Support;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Tests.Office.Arriving;

public sealed class ArrivalReaderTests
{
    private static readonly string[] Headings = ["氏名", "ふりがな", "生年月日", "性別", "メールアドレス", "市町村", "住居の種別"];

    [Fact]
    public void Of_a_thousand_clients_with_37_errors_the_37_are_named_with_line_and_column()
    {
        // Each seventh of the first 259 lines has one error, in a column after another.
        var planted = Enumerable.Range(0, 37).ToDictionary(static number => 2 + (number * 7), static number => Headings[number % Headings.Length]);
        var rows = Enumerable.Range(2, 1000).Select(line => new BookRow(line, Line(line, planted.GetValueOrDefault(line))));
        var book = new BookSheet("利用者", [new BookRow(1, Headings), .. rows]);

        var reading = ArrivalReader.Read([book], Nothing());

        Assert.Equal(
            planted.Select(static error => ((int?)error.Key, (string?)error.Value)).OrderBy(static error => error.Item1),
            reading.Findings.Select(static finding => (finding.Row, finding.Column)));
        Assert.All(reading.Findings, static finding => Assert.True(finding.IsWrong));
        Assert.Equal(963, reading.Rows.Count);
    }

    [Fact]
    public void Columns_are_found_by_heading_in_any_order_and_others_are_left_alone()
    {
        var book = new BookSheet("名簿", [new BookRow(4, ["備考", "生年月日", "氏名＊", "ふりがな"]), new BookRow(6, ["x", "1991-06-15", "利用者山", "りようしゃやま"])]);

        var reading = ArrivalReader.Read([book], Nothing());

        Assert.Empty(reading.Findings);
        Assert.Equal("利用者山", Assert.Single(reading.New<Server.Office.Clients.Client>()).Name);
    }

    [Fact]
    public void A_sheet_that_follows_no_template_is_named()
    {
        var reading = ArrivalReader.Read([new BookSheet("Sheet1", [new BookRow(1, ["名前", "電話番号"]), new BookRow(2, ["利用者山", "000"])])], Nothing());

        Assert.True(reading.IsWrong);
        Assert.Contains("どのひな型とも見出しが合わない", Assert.Single(reading.Findings).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void An_amount_without_its_certificate_is_named()
    {
        var reading = ArrivalReader.Read([new BookSheet("支給量", [new BookRow(1, ["受給者証番号", "サービス", "支給量"]), new BookRow(2, ["0000000001", "居宅介護", "22"])])], Nothing());

        Assert.Equal((2, true), Assert.Single(reading.Findings) switch { var finding => (finding.Row ?? 0, finding.IsWrong) });
    }

    [Fact]
    public void What_is_wrong_with_a_row_of_a_plan_is_said_of_its_own_line()
    {
        var client = new BookSheet("利用者", [new BookRow(1, ["氏名", "ふりがな", "生年月日"]), new BookRow(2, ["利用者山", "りようしゃやま", "H3.6.15"])]);
        string[] needs = ["利用者の氏名", "種類", "解決すべき課題", "支援目標", "達成時期", "サービスの種類", "内容・頻度・時間", "本人の役割", "評価時期"];
        var plan = new BookSheet(
            "計画",
            [
                new BookRow(1, ["利用者の氏名", "種類", "作成日", "本人の意向", "家族の意向", "総合的な援助の方針", "長期目標", "長期目標の達成時期", "短期目標", "短期目標の達成時期", "モニタリング期間の提案"]),
                new BookRow(2, ["利用者山", "計画案", "R8.1.5", "家で暮らす", "家族なし", "家での暮らし", "続ける", "R9.3.31", "慣れる", "R8.9.30", "6か月"]),
            ]);
        var rows = new BookSheet(
            "計画の課題",
            [
                new BookRow(1, needs),
                new BookRow(5, ["利用者山", "計画案", "入浴", "週3回", "R8.13.1", "どこにもない", "介助", "曲を選ぶ", "R8.9.30"]),
                new BookRow(6, ["利用者川", "計画案", "外出", "月2回", "R8.9.30", "その他", "声かけ", "", "R8.9.30"]),
            ]);

        var reading = ArrivalReader.Read([client, plan, rows], Nothing());

        Assert.Equal(
            [("計画の課題", 5, "達成時期"), ("計画の課題", 5, "サービスの種類"), ("計画の課題", 5, "サービスの種類"), ("計画の課題", 5, "達成時期")],
            reading.Findings.Select(static finding => (finding.Sheet, finding.Row ?? 0, finding.Column ?? "")));
        Assert.Empty(reading.New<Server.Office.Plans.ServicePlan>());
    }

    private static string[] Line(int number, string? wrong)
    {
        string[] right = [$"利用者{number}", $"りようしゃ{number}", "平成3年6月15日", "女", $"a{number}@example.jp", "", "借家"];
        return [.. right.Select((cell, column) => string.Equals(Headings[column], wrong, StringComparison.Ordinal) ? Wrong(wrong!) : cell)];
    }

    private static string Wrong(string heading) => heading switch
    {
        "氏名" or "ふりがな" => " ",
        "生年月日" => "平成3年6月31日",
        "メールアドレス" => "a＠",
        _ => "どこにもない",
    };

    private static Surroundings Nothing() =>
        new([], [], [], [], [], [], [], [], [], new Viewer(Guid.CreateVersion7(), "管理者", Guid.CreateVersion7(), "相談支援事業所", []), ManualClock.FirstDay);
}
