using System.Text;

namespace OfficeWorkflow.Server.Ui;

/// <summary>Lines for spreadsheets (RFC 4180). What a spreadsheet would calculate is kept text by an apostrophe.</summary>
public static class CsvText
{
    public static string Row(params ReadOnlySpan<string> cells)
    {
        var row = new StringBuilder();
        foreach (var cell in cells)
        {
            _ = row.Length > 0 ? row.Append(',') : row;
            row.Append('"').Append(Harmless(cell).Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
        }

        return row.Append("\r\n").ToString();
    }

    private static string Harmless(string cell) =>
        cell.TrimStart() is ['=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠', ..] || cell is ['\t' or '\r' or '\n', ..] ? "'" + cell : cell;
}
