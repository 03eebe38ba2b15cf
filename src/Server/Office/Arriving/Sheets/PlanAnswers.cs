using OfficeWorkflow.Server.Automation.Forms;
using OfficeWorkflow.Server.Office.Plans;
using OfficeWorkflow.Server.Office.Plug;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Office.Arriving.Sheets;

/// <summary>The lines of a plan as the answers of the plan form. A cell that cannot be read is refused at its own line.</summary>
internal sealed class PlanAnswers(SheetLine plan, List<SheetLine> needs, List<SheetLine> week, ArrivalReading reading)
{
    public Value.Record Of() => PlanForm.Record(
        ("writtenOn", Day(plan, "作成日")), ("startsOn", Day(plan, "計画開始年月")),
        ("userWish", Text(plan, "本人の意向")), ("familyWish", Text(plan, "家族の意向")), ("policy", Text(plan, "総合的な援助の方針")),
        ("longGoal", Text(plan, "長期目標")), ("longGoalBy", Day(plan, "長期目標の達成時期")),
        ("shortGoal", Text(plan, "短期目標")), ("shortGoalBy", Day(plan, "短期目標の達成時期")),
        ("monitoringProposal", Text(plan, "モニタリング期間の提案")), ("shortStayReason", Text(plan, "短期入所が年180日を超える理由")),
        ("mainActivities", Text(plan, "主な日常生活上の活動")), ("outsideWeek", Text(plan, "週単位以外のサービス")), ("wholePicture", Text(plan, "生活の全体像")),
        ("needs", Value.Of(needs.Select(Need))), ("week", Value.Of(week.Select(Block))));

    private Value Need(SheetLine line) => PlanForm.Record(
        ("need", Text(line, "解決すべき課題")), ("goal", Text(line, "支援目標")), ("achieveBy", Day(line, "達成時期")),
        ("service", Service(line)), ("content", Text(line, "内容・頻度・時間")), ("amount", Number(line, "量")), ("unit", Unit(line)),
        ("provider", Provider(line)), ("providerContact", Text(line, "担当者名・電話")), ("clientRole", Text(line, "本人の役割")),
        ("reviewOn", Day(line, "評価時期")), ("note", Text(line, "その他留意事項")));

    private Value Block(SheetLine line) => PlanForm.Record(
        ("days", Days(line)), ("start", Clock(line, "開始")), ("end", Clock(line, "終了")), ("activity", Text(line, "活動・サービス")),
        ("service", Service(line)), ("provider", Provider(line)), ("weeks", Weeks(line)));

    private static Value Text(SheetLine line, string heading) => line[heading] is { } text ? Value.Of(text) : Value.None;

    private Value Day(SheetLine line, string heading) =>
        Read(line, heading, static typed => TypedText.Day(typed) ?? TypedText.Day(typed + "1日"), static day => Value.Of(day), "の日付が読めません。例: 令和8年3月26日、R8.3.26、2026/3/26");

    private Value Number(SheetLine line, string heading) =>
        Read(line, heading, TypedText.Number, static number => Value.Of(number), "は数で書いてください。例: 22、1.5");

    private Value Clock(SheetLine line, string heading) =>
        Read(line, heading, static typed => TypedText.Clock(ClockOf(typed)), static at => new Value.Clock(at), "の時刻が読めません。例: 9:30");

    private Value Read<T>(SheetLine line, string heading, Func<string, T?> read, Func<T, Value> write, string reason)
        where T : struct
    {
        if (line[heading] is not { } typed)
        {
            return Value.None;
        }

        if (read(typed) is { } value)
        {
            return write(value);
        }

        reading.Refuse(line, $"「{heading}」{reason}");
        return Value.None;
    }

    private Value Service(SheetLine line)
    {
        if (line["サービスの種類"] is not { } name)
        {
            return Value.None;
        }

        if (CertificateLines.KindOf(name, reading.Around.ServiceKinds) is { } kind)
        {
            return Value.Of(kind.Code);
        }

        reading.Refuse(line, $"「サービスの種類」の「{name}」がわかりません。一覧の名前で書いてください。");
        return Value.None;
    }

    private Value Provider(SheetLine line)
    {
        if (line["提供事業者"] is not { } name)
        {
            return Value.None;
        }

        if (reading.Providers.FirstOrDefault(one => string.Equals(one.Number, line.Narrow("提供事業者"), StringComparison.Ordinal) || ArrivalReading.IsSame(one.Name, name)) is { } provider)
        {
            return Value.Of(provider.Number);
        }

        reading.Refuse(line, $"「提供事業者」の「{name}」が見つかりません。「事業所」のシートに書くか、先に登録してください。");
        return Value.None;
    }

    private Value Unit(SheetLine line)
    {
        if (line.Choice("単位") is not { } unit)
        {
            reading.Refuse(line, $"「単位」の「{line["単位"]}」がわかりません。一覧の単位で書いてください。サービスの標準の単位なら空にします。");
            return Value.None;
        }

        return Enum.TryParse<Certificates.AmountUnit>(unit, out var known) ? Value.Of(ActReader.Key(known)) : Value.None;
    }

    private Value Days(SheetLine line)
    {
        var days = WeekWords.Days(line["曜日"] ?? string.Empty);
        if (days is null)
        {
            reading.Refuse(line, $"「曜日」の「{line["曜日"]}」が読めません。例: 月、水、金");
        }

        return Value.Of((days ?? []).Select(static day => Value.Of(WeekDays.Key(day))));
    }

    private Value Weeks(SheetLine line)
    {
        var weeks = WeekWords.Weeks(line["何週目"] ?? string.Empty);
        if (weeks is null)
        {
            reading.Refuse(line, $"「何週目」の「{line["何週目"]}」が読めません。毎週なら空にします。例: 1、3、最終");
        }

        return Value.Of((weeks ?? []).Select(Value.Of));
    }

    // A spreadsheet may have made 9:30:00 or a fraction of a day of 9:30.
    private static string ClockOf(string typed) =>
        TypedText.Number(typed) is { } day and >= 0 and < 1 && typed.Contains('.', StringComparison.Ordinal)
            ? TimeOnly.FromTimeSpan(TimeSpan.FromMinutes((double)Math.Round(day * 24 * 60))).ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture)
            : typed;
}
