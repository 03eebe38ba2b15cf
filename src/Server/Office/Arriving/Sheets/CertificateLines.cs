using OfficeWorkflow.Server.Automation.Forms;
using OfficeWorkflow.Server.Office.Certificates;
using OfficeWorkflow.Server.Office.Plug;

namespace OfficeWorkflow.Server.Office.Arriving.Sheets;

/// <summary>Lines of 受給者証, each with its lines of 支給量.</summary>
internal static class CertificateLines
{
    private static readonly char[] Between = ['、', ',', '，', '\n'];

    public static void Certificate(SheetLine line, List<SheetLine> amounts, ArrivalReading reading)
    {
        if (reading.ClientOf(line) is not { } client)
        {
            return;
        }

        var number = line.Narrow("受給者証番号");
        var from = line["支給期間の初日"] is { } typed ? TypedText.Day(typed) : null;
        var known = reading.Around.Certificates.Concat(reading.New<Certificate>()).Where(one => one.ClientId == client.Id).ToList();
        if (known.Exists(one => string.Equals(one.Number, number, StringComparison.Ordinal) && one.ConsultationFrom == from))
        {
            reading.LeaveOut(line, $"{client.Name}さんの受給者証「{number}」");
            return;
        }

        var mine = amounts.Where(amount => string.Equals(amount.Narrow("受給者証番号"), number, StringComparison.Ordinal)).ToList();
        var read = new PageReader();
        var form = FormOf(line, mine, reading.Around.ServiceKinds, read);
        var certificate = RecordCertificate.ReadWhole(
            client, form, read, known.MaxBy(static one => one.RecordedAt)?.Id, reading.Around.Viewer, [.. reading.Around.ServiceKinds], reading.Around.Now);
        reading.Take(line, certificate.Id, certificate, read);
    }

    public static ServiceKind? KindOf(string name, IReadOnlyList<ServiceKind> kinds) =>
        kinds.FirstOrDefault(kind => ArrivalReading.IsSame(kind.Name, name)) ?? kinds.FirstOrDefault(kind => string.Equals(kind.Code, name, StringComparison.OrdinalIgnoreCase));

    private static RecordCertificate.Form FormOf(SheetLine line, List<SheetLine> amounts, IReadOnlyList<ServiceKind> kinds, PageReader read)
    {
        foreach (var name in amounts.Select(static amount => amount["サービス"]).Where(name => name is null || KindOf(name, kinds) is null))
        {
            read.RefuseIf(isWrong: true, "service-unknown", $"「支給量」のシートのサービス「{name}」がわかりません。一覧の名前で書いてください。", "サービス");
        }

        return new RecordCertificate.Form
        {
            Kind = line.Choice("種類"),
            Number = line.Narrow("受給者証番号"),
            IssuedOn = line["交付年月日"],
            SupportLevel = line.Choice("障害支援区分"),
            SupportLevelUntil = line["区分の認定有効期間の末日"],
            CopayCap = line["利用者負担上限月額"],
            From = line["支給期間の初日"],
            Until = line["支給期間の末日"],
            MonitoringText = line["モニタリング期間"],
            Months = [.. MonthsOf(line, read)],
            Note = line["メモ"],
            Services = [.. amounts.Select(amount => amount["サービス"] is { } name ? KindOf(name, kinds)?.Code ?? string.Empty : string.Empty)],
            Amounts = [.. amounts.Select(static amount => amount["支給量"] ?? string.Empty)],
            Froms = [.. amounts.Select(static amount => amount["期間の初日"] ?? string.Empty)],
            Untils = [.. amounts.Select(static amount => amount["期間の末日"] ?? string.Empty)],
        };
    }

    private static List<string> MonthsOf(SheetLine line, PageReader read)
    {
        var months = new List<string>();
        foreach (var typed in (line["モニタリング月"] ?? string.Empty).Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var month = MonthOf(typed);
            read.RefuseIf(month is null, "not-a-month", $"「モニタリング月」の「{typed}」が読めません。例: 令和8年4月、2026/4", "モニタリング月");
            if (month is { } day)
            {
                months.Add(RecordCertificate.Key(new DateOnly(day.Year, day.Month, 1)));
            }
        }

        return months;
    }

    // 令和8年4月 and 2026/4; a spreadsheet may have made a day of it.
    private static DateOnly? MonthOf(string typed) =>
        TypedText.Day(typed) ?? TypedText.Day(typed.TrimEnd('/') + (typed.EndsWith('月') ? "1日" : "/1")) ?? TypedText.Day(typed + ".1");
}
