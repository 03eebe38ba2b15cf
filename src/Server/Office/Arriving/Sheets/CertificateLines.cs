using OfficeWorkflow.Server.Automation.Forms;
using OfficeWorkflow.Server.Office.Certificates;
using OfficeWorkflow.Server.Office.Plug;

namespace OfficeWorkflow.Server.Office.Arriving.Sheets;

/// <summary>Lines of 受給者証, each with its lines of 支給量.</summary>
internal static class CertificateLines
{
    private const string Number = "受給者証番号";
    private const string From = "支給期間の初日";

    private static readonly char[] Between = ['、', ',', '，', '\n'];

    /// <summary>A client's lines in the order in which the booklets were given: the last one is what holds now.</summary>
    public static IEnumerable<SheetLine> InOrder(IEnumerable<SheetLine> lines) => lines.OrderBy(static line => FromIn(line) ?? DateOnly.MinValue);

    public static void Certificate(SheetLine line, List<SheetLine> amounts, ArrivalReading reading)
    {
        if (reading.ClientOf(line) is not { } client)
        {
            return;
        }

        var number = line.Narrow(Number);
        var from = FromIn(line);
        var mine = amounts.FindAll(amount => string.Equals(amount.Narrow(Number), number, StringComparison.Ordinal) && IsInPeriodOf(line, amount));
        var known = reading.Certificates.Where(one => one.ClientId == client.Id).ToList();
        if (known.Find(one => string.Equals(one.Number, number, StringComparison.Ordinal) && one.ConsultationFrom == from) is { } same)
        {
            Repeat(line, mine, $"{client.Name}さんの受給者証「{number}」", same, reading);
            return;
        }

        var last = known.MaxBy(static one => one.RecordedAt);
        if (from < last?.ConsultationFrom)
        {
            reading.Refuse(line, $"{client.Name}さんの、支給期間がもっと新しい受給者証が登録されています。前の受給者証は取り込めないので、この行を消してください。");
            return;
        }

        var read = new PageReader();
        var form = FormOf(line, mine, reading.Around.ServiceKinds, read);
        var certificate = RecordCertificate.ReadWhole(
            client, form, read, last?.Id, reading.Around.Viewer, [.. reading.Around.ServiceKinds], After(last, reading.Around.Now));
        reading.Take(line, certificate.Id, certificate, read);
    }

    /// <summary>Lines of 支給量 that go with no booklet of the file, or with more than one, and why.</summary>
    public static IEnumerable<(SheetLine Line, string Reason)> Stray(ILookup<SheetKind, SheetLine> book, ArrivalReading reading)
    {
        var booklets = book[SheetKind.Certificates].ToLookup(static line => line.Narrow(Number), StringComparer.Ordinal);
        foreach (var amount in book[SheetKind.Amounts])
        {
            var number = amount.Narrow(Number);
            switch (booklets[number].Count(line => IsInPeriodOf(line, amount)))
            {
                case 0 when !booklets.Contains(number) && reading.Around.Certificates.Any(one => string.Equals(one.Number, number, StringComparison.Ordinal)):
                    yield return (amount, "この受給者証はもう登録されていて、支給量だけを加えることはできません。利用者のページで受給者証を写してください。");
                    break;
                case 0:
                    yield return (amount, "この受給者証番号と支給期間は「受給者証」のシートにありません。");
                    break;
                case > 1:
                    yield return (amount, $"同じ番号の受給者証が二つあります。「{From}」も書いてください。それでも見分けられないときは、ファイルを分けてください。");
                    break;
            }
        }
    }

    public static ServiceKind? KindOf(string name, IReadOnlyList<ServiceKind> kinds) =>
        kinds.FirstOrDefault(kind => ArrivalReading.IsSame(kind.Name, name)) ?? kinds.FirstOrDefault(kind => string.Equals(kind.Code, name, StringComparison.OrdinalIgnoreCase));

    // The office's own booklet stays as it is, amounts and all; each line says so.
    private static void Repeat(SheetLine line, List<SheetLine> amounts, string what, Certificate known, ArrivalReading reading)
    {
        reading.Repeat(line, what, known);
        if (reading.Around.Certificates.Contains(known))
        {
            amounts.ForEach(amount => reading.LeaveOut(amount, what));
        }
    }

    // Everything asks for the one recorded last: of several in one file that is the newest only if each has a moment of its own.
    private static DateTimeOffset After(Certificate? last, DateTimeOffset now) => last is null || last.RecordedAt < now ? now : last.RecordedAt.AddMilliseconds(1);

    private static bool IsInPeriodOf(SheetLine line, SheetLine amount) => amount[From] is null || (FromIn(amount) is { } from && from == FromIn(line));

    private static DateOnly? FromIn(SheetLine line) => line[From] is { } typed ? TypedText.Day(typed) : null;

    private static RecordCertificate.Form FormOf(SheetLine line, List<SheetLine> amounts, IReadOnlyList<ServiceKind> kinds, PageReader read)
    {
        foreach (var name in amounts.Select(static amount => amount["サービス"]).Where(name => name is null || KindOf(name, kinds) is null))
        {
            read.RefuseIf(isWrong: true, "service-unknown", $"「支給量」のシートのサービス「{name}」がわかりません。一覧の名前で書いてください。", "サービス");
        }

        return new RecordCertificate.Form
        {
            Kind = line.Choice("種類"),
            Number = line.Narrow(Number),
            IssuedOn = line["交付年月日"],
            SupportLevel = line.Choice("障害支援区分"),
            SupportLevelUntil = line["区分の認定有効期間の末日"],
            CopayCap = line["利用者負担上限月額"],
            From = line[From],
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
