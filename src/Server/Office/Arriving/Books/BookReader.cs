using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Channels.Books;

namespace OfficeWorkflow.Server.Office.Arriving.Books;

/// <summary>Reads what an office brings, an .xlsx or a CSV file, as sheets of text.</summary>
public static class BookReader
{
    /// <summary>Lines of all sheets together; more is another way of moving in than by hand.</summary>
    public const int MostRows = 5_000;

    public const int MostColumns = 60;

    private static readonly byte[] ZipMark = "PK\u0003\u0004"u8.ToArray();

    public static Outcome<IReadOnlyList<BookSheet>> Read(string fileName, byte[] bytes)
    {
        if (bytes.Length == 0)
        {
            return new Refusal("file-empty", "ファイルが空です。別のファイルを選んでください。", "file");
        }

        var read = bytes.AsSpan().StartsWith(ZipMark) ? XlsxReader.Read(bytes) : CsvReading.Read(Path.GetFileNameWithoutExtension(fileName), bytes);
        return read switch
        {
            Outcome<IReadOnlyList<BookSheet>>.Done { Value: var sheets } when sheets.Sum(static sheet => sheet.Rows.Count) > MostRows =>
                new Refusal("file-too-long", $"一度に取り込めるのは{MostRows}行までです。ファイルを分けてください。", "file"),
            _ => read,
        };
    }
}
