using OfficeWorkflow.Server.Channels.Books;
using OfficeWorkflow.Server.Office.Arriving.Sheets;
using OfficeWorkflow.Server.Office.Certificates;
using OfficeWorkflow.Server.Office.Plans;
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
        Assert.Empty(reading.New<ServicePlan>());
    }

    [Fact]
    public void A_word_of_a_plan_that_cannot_be_read_is_refused_and_never_taken_for_something_usual()
    {
        var plan = Plan("R8.13.1");
        var need = Need("22", "枚");
        var week = Week("月、げつ", "隔週");

        var reading = ArrivalReader.Read([Client, plan, need, week], Catalogue());

        Assert.Equal(
            new[] { ("計画", 2, "同意日"), ("計画の課題", 2, "単位"), ("週間計画", 2, "何週目"), ("週間計画", 2, "曜日"), ("週間計画", 2, "曜日") }.Order(),
            reading.Findings.Select(static finding => (finding.Sheet, finding.Row ?? 0, finding.Column ?? "")).Order());
        Assert.Empty(reading.New<ServicePlan>());
    }

    [Fact]
    public void Days_without_commas_and_weeks_by_number_are_the_plans_own()
    {
        var reading = ArrivalReader.Read([Client, Plan("R8.1.6"), Need("22", "日"), Week("月水金", "第1・第3")], Catalogue());

        Assert.Empty(reading.Findings);
        var plan = Assert.Single(reading.New<ServicePlan>());
        Assert.Equal([(DayOfWeek.Monday, "1 3"), (DayOfWeek.Wednesday, "1 3"), (DayOfWeek.Friday, "1 3")], plan.Week.Select(static row => (row.Day, row.Weeks)));
        Assert.Equal((AmountUnit.DaysPerMonth, new DateOnly(2026, 1, 6)), (plan.Needs.Single().Unit, plan.ConsentedOn));
    }

    [Theory]
    [InlineData("3")]
    [InlineData("区分")]
    [InlineData("Level3")]
    public void A_choice_that_no_label_means_is_refused_and_never_counted_off(string level)
    {
        var book = Sheet("受給者証", ["利用者の氏名", "受給者証番号", "障害支援区分", "支給期間の初日", "支給期間の末日"], ["利用者山", "0000000009", level, "R8.4.1", "R9.3.31"]);

        var reading = ArrivalReader.Read([Client, book], Catalogue());

        Assert.Equal("障害支援区分", Assert.Single(reading.Findings).Column);
        Assert.Empty(reading.New<Certificate>());
    }

    [Fact]
    public void A_day_of_birth_that_cannot_be_read_finds_nobody()
    {
        var reading = ArrivalReader.Read([Client, Sheet("家族", ["利用者の氏名", "利用者の生年月日", "家族の氏名", "続柄"], ["利用者山", "H3.6.31", "母", "母"])], Catalogue());

        Assert.Equal(("利用者の生年月日", true), Assert.Single(reading.Findings) switch { var finding => (finding.Column ?? "", finding.IsWrong) });
    }

    [Fact]
    public void Of_two_booklets_of_a_client_the_later_one_holds_whatever_their_order_and_each_has_its_own_amounts()
    {
        var booklets = Sheet(
            "受給者証",
            ["利用者の氏名", "受給者証番号", "支給期間の初日", "支給期間の末日"],
            ["利用者山", "0000000009", "R8.4.1", "R9.3.31"], ["利用者山", "0000000009", "R7.4.1", "R8.3.31"]);
        var amounts = Sheet("支給量", ["受給者証番号", "支給期間の初日", "サービス", "支給量"], ["0000000009", "R7.4.1", "生活介護", "10"], ["0000000009", "R8.4.1", "生活介護", "22"]);

        var reading = ArrivalReader.Read([Client, booklets, amounts], Catalogue());

        Assert.Empty(reading.Findings);
        var newest = reading.New<Certificate>().MaxBy(static row => row.RecordedAt)!;
        var before = reading.New<Certificate>().Single(row => row.Id == newest.ReplacesId);
        Assert.True(before.RecordedAt < newest.RecordedAt);
        Assert.Equal([(2025, 10m), (2026, 22m)], new[] { before, newest }.Select(static row => (row.ConsultationFrom!.Value.Year, row.Amounts.Single().Amount!.Value)));
    }

    [Fact]
    public void Amounts_that_may_belong_to_two_booklets_or_to_one_of_before_are_named()
    {
        var taken = ArrivalReader.Read([Client, Booklet("0000000001", "R7.4.1")], Catalogue());
        var around = Catalogue() with { Clients = [.. taken.Clients], Certificates = [.. taken.Certificates] };
        var booklets = Sheet("受給者証", ["利用者の氏名", "受給者証番号", "支給期間の初日", "支給期間の末日"], ["利用者山", "0000000009", "R8.4.1", "R9.3.31"], ["利用者山", "0000000009", "R9.4.1", "R10.3.31"]);
        var amounts = Sheet("支給量", ["受給者証番号", "サービス", "支給量"], ["0000000009", "生活介護", "10"], ["0000000001", "生活介護", "22"]);

        var reading = ArrivalReader.Read([booklets, amounts], around);

        Assert.Equal([2, 3], reading.Findings.Select(static finding => finding.Row ?? 0));
        Assert.Contains("同じ番号の受給者証が二つあります", reading.Findings[0].Reason, StringComparison.Ordinal);
        Assert.Contains("この受給者証はもう登録されていて", reading.Findings[1].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_booklet_of_before_is_not_brought_after_the_one_that_holds_and_its_own_amounts_are_named_when_it_is_known()
    {
        var taken = ArrivalReader.Read([Client, Booklet("0000000002", "R8.4.1")], Catalogue());
        var around = Catalogue() with { Clients = [.. taken.Clients], Certificates = [.. taken.Certificates] };
        var amounts = Sheet("支給量", ["受給者証番号", "サービス", "支給量"], ["0000000002", "生活介護", "22"]);

        var older = ArrivalReader.Read([Booklet("0000000001", "R7.4.1")], around);
        var known = ArrivalReader.Read([Booklet("0000000002", "R8.4.1"), amounts], around);

        Assert.Contains("もっと新しい受給者証が登録されています", Assert.Single(older.Findings).Reason, StringComparison.Ordinal);
        Assert.Equal([("受給者証", false), ("支給量", false)], known.Findings.Select(static finding => (finding.Sheet, finding.IsWrong)));
    }

    [Fact]
    public void Two_lines_of_one_client_in_a_file_are_not_told_to_be_registered_already()
    {
        var reading = ArrivalReader.Read([Sheet("利用者", ["氏名", "ふりがな", "生年月日", "電話"], ["利用者山", "りようしゃやま", "H3.6.15", ""], ["利用者川", "りようしゃかわ", "H3.6.15", ""], ["利用者 山", "りようしゃやま", "1991/6/15", "000-000-0000"])], Catalogue());

        var finding = Assert.Single(reading.Findings);
        Assert.Equal((4, true), (finding.Row ?? 0, finding.IsWrong));
        Assert.Contains("この行と同じ利用者が2行目にあります", finding.Reason, StringComparison.Ordinal);
    }

    private static BookSheet Client => Sheet("利用者", ["氏名", "ふりがな", "生年月日"], ["利用者山", "りようしゃやま", "H3.6.15"]);

    private static BookSheet Booklet(string number, string from) =>
        Sheet("受給者証", ["利用者の氏名", "受給者証番号", "支給期間の初日", "支給期間の末日"], ["利用者山", number, from, "R12.3.31"]);

    private static BookSheet Plan(string consentedOn) => Sheet(
        "計画",
        ["利用者の氏名", "種類", "作成日", "同意日", "本人の意向", "家族の意向", "総合的な援助の方針", "長期目標", "長期目標の達成時期", "短期目標", "短期目標の達成時期", "モニタリング期間の提案"],
        ["利用者山", "計画案", "R8.1.5", consentedOn, "家で暮らす", "家族なし", "家での暮らし", "続ける", "R9.3.31", "慣れる", "R8.9.30", "6か月"]);

    private static BookSheet Need(string amount, string unit) => Sheet(
        "計画の課題",
        ["利用者の氏名", "種類", "解決すべき課題", "支援目標", "達成時期", "サービスの種類", "内容・頻度・時間", "量", "単位", "本人の役割", "評価時期"],
        ["利用者山", "計画案", "入浴", "週3回", "R8.9.30", "生活介護", "介助", amount, unit, "曲を選ぶ", "R8.9.30"]);

    private static BookSheet Week(string days, string weeks) => Sheet(
        "週間計画", ["利用者の氏名", "種類", "曜日", "開始", "終了", "活動・サービス", "何週目"], ["利用者山", "計画案", days, "9:30", "10:30", "入浴", weeks]);

    private static BookSheet Sheet(string name, params IReadOnlyList<IReadOnlyList<string>> rows) =>
        new(name, [.. rows.Select((cells, index) => new BookRow(index + 1, cells))]);

    private static Surroundings Catalogue() => Nothing() with
    {
        ServiceKinds = [new ServiceKind { Id = Guid.CreateVersion7(), OfficeId = Guid.CreateVersion7(), Code = "DAY_CARE", Name = "生活介護", Group = ServiceGroup.Care, Position = 1, Unit = AmountUnit.DaysPerMonth }],
    };

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
