using OfficeWorkflow.Server.Office.Arriving.Books;

namespace OfficeWorkflow.Server.Office.Arriving.Sheets;

/// <summary>Reads a book against what the office has: pure, so that the dry run and the taking over say the same.</summary>
public static class ArrivalReader
{
    public static ArrivalReading Read(IReadOnlyList<BookSheet> book, Surroundings around)
    {
        var reading = new ArrivalReading(around);
        var sheets = book.Select(sheet => (Sheet: sheet, Table: Table.Of(sheet))).ToList();
        foreach (var (sheet, _) in sheets.Where(static entry => entry.Table is null && entry.Sheet.Rows.Any(static row => !row.IsBlank)))
        {
            reading.Tell(sheet.Name, $"「{sheet.Name}」は、どのひな型とも見出しが合わないので読みません。ひな型の見出しの行を一番上に置いてください。", isWrong: book.Count == 1);
        }

        var tables = sheets.Select(static entry => entry.Table).OfType<Table>().ToList();
        var amounts = tables.Where(static table => table.Layout.Kind is SheetKind.Amounts).SelectMany(static table => table.Lines).ToList();
        foreach (var line in tables.OrderBy(static table => table.Layout.Kind).SelectMany(static table => table.Lines))
        {
            ReadLine(line, amounts, reading);
        }

        TellStrayAmounts(amounts, reading);
        return reading;
    }

    private static void ReadLine(SheetLine line, List<SheetLine> amounts, ArrivalReading reading)
    {
        switch (line.Kind)
        {
            case SheetKind.Municipalities:
                CircleLines.Municipality(line, reading);
                break;
            case SheetKind.Providers:
                CircleLines.Provider(line, reading);
                break;
            case SheetKind.ServiceContacts:
                CircleLines.ServiceContact(line, reading);
                break;
            case SheetKind.Contacts:
                CircleLines.Contact(line, reading);
                break;
            case SheetKind.Clients:
                ClientLines.Client(line, reading);
                break;
            case SheetKind.Family:
                ClientLines.Family(line, reading);
                break;
            case SheetKind.Certificates:
                CertificateLines.Certificate(line, amounts, reading);
                break;
            case SheetKind.Amounts:
                // Read with the certificate that they belong to.
                break;
        }
    }

    private static void TellStrayAmounts(List<SheetLine> amounts, ArrivalReading reading)
    {
        var numbers = reading.New<Certificates.Certificate>().Concat(reading.Around.Certificates).Select(static certificate => certificate.Number).ToHashSet(StringComparer.Ordinal);
        foreach (var line in amounts.Where(line => !numbers.Contains(line.Narrow("受給者証番号") ?? string.Empty) && !reading.IsWrong))
        {
            reading.Refuse(line, "この受給者証番号は「受給者証」のシートにありません。");
        }
    }
}
