using System.Globalization;
using System.Text;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Channels.Books;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Channels.Lists;

/// <summary>A whole list as a file for spreadsheets. That somebody took it away is an act of its own.</summary>
internal static class TakeList
{
    /// <summary>More is for those who keep the database.</summary>
    public const int Most = 100_000;

    public sealed record File(byte[] Bytes, string MediaType, string Name);

    public static async Task<Outcome<File>> HandleAsync(ListSource source, ListAsked asked, bool asCsv, TimeProvider clock, CancellationToken stop)
    {
        List<IReadOnlyList<string>> rows = [source.Columns];
        await foreach (var row in source.RowsAsync(asked, stop))
        {
            rows.Add(row);
            if (rows.Count > Most + 1)
            {
                return new Refusal("list-too-long", $"「{source.Name}」は{Most}件を超えるため、一度に書き出せません。条件で絞ってから書き出してください。");
            }
        }

        var now = clock.GetUtcNow();
        var kind = asCsv ? "CSV" : "Excel";
        asked.Db.Note(asked.Db.Scope.Office!.Value, now, "list-taken", $"list:{source.Key}", $"一覧「{source.Name}」を書き出した（{rows.Count - 1}件、{kind}）。");
        await asked.Db.SaveChangesAsync(stop);
        var name = $"{source.Name}-{JapaneseEra.InTokyo(now).ToString("yyyyMMdd", CultureInfo.InvariantCulture)}";
        return asCsv
            ? new File(Csv(rows), "text/csv; charset=utf-8", name + ".csv")
            : new File(
                XlsxWriter.Write([new BookSheet(source.Name, [.. rows.Select(static (row, index) => new BookRow(index + 1, row))])]),
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                name + ".xlsx");
    }

    /// <summary>Spreadsheets read UTF-8 only behind its mark.</summary>
    private static byte[] Csv(List<IReadOnlyList<string>> rows) =>
        [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(string.Concat(rows.Select(static row => CsvText.Row([.. row]))))];
}
