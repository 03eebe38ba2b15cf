using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Channels.Books;

namespace OfficeWorkflow.Server.Office.Arriving.Books;

/// <summary>CSV as spreadsheet programs in Japan write it: UTF-8 with or without mark, or Shift_JIS.</summary>
internal static class CsvReading
{
    private const int ShiftJis = 932;
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly CsvConfiguration Configuration = new(CultureInfo.InvariantCulture)
    {
        HasHeaderRecord = false,
        BadDataFound = null,
        MaxFieldSize = 10_000,
        IgnoreBlankLines = false,
    };

    public static Outcome<IReadOnlyList<BookSheet>> Read(string name, byte[] bytes)
    {
        if (Array.IndexOf(bytes, (byte)0) >= 0)
        {
            return new Refusal("file-kind-unknown", "このファイルは読めません。Excelの .xlsx か、CSV で保存し直してください。", "file");
        }

        try
        {
            return new Outcome<IReadOnlyList<BookSheet>>.Done([new BookSheet(name, Rows(Decoded(bytes)))]);
        }
        catch (CsvHelperException)
        {
            return new Refusal("file-broken", "CSVの形がこわれています。表計算ソフトで開き、CSVで保存し直してください。", "file");
        }
    }

    private static List<BookRow> Rows(string text)
    {
        using var reader = new StringReader(text);
        using var csv = new CsvParser(reader, Configuration);
        var rows = new List<BookRow>();
        while (rows.Count <= BookReader.MostRows && csv.Read())
        {
            rows.Add(new BookRow(csv.RawRow, [.. (csv.Record ?? []).Take(BookReader.MostColumns)]));
        }

        return rows;
    }

    private static string Decoded(byte[] bytes)
    {
        try
        {
            return StrictUtf8.GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(ShiftJis)!.GetString(bytes);
        }
    }
}
