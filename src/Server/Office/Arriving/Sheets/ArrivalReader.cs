using OfficeWorkflow.Server.Channels.Books;

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
        var lines = tables.SelectMany(static table => table.Lines).ToLookup(static line => line.Kind);
        foreach (var kind in lines.OrderBy(static sheet => sheet.Key))
        {
            foreach (var line in InOrder(kind))
            {
                ReadLine(line, lines, reading);
            }
        }

        TellStray(lines, reading);
        return reading;
    }

    private static IEnumerable<SheetLine> InOrder(IGrouping<SheetKind, SheetLine> lines) => lines.Key switch
    {
        SheetKind.Certificates => CertificateLines.InOrder(lines),
        SheetKind.Plans => PlanLines.InOrder(lines),
        _ => lines,
    };

    private static void ReadLine(SheetLine line, ILookup<SheetKind, SheetLine> book, ArrivalReading reading)
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
                CertificateLines.Certificate(line, [.. book[SheetKind.Amounts]], reading);
                break;
            case SheetKind.Plans:
                PlanLines.Plan(line, book, reading);
                break;
            case SheetKind.Amounts or SheetKind.PlanNeeds or SheetKind.PlanWeek:
                // Read with the certificate or the plan that they belong to.
                break;
        }
    }

    private static void TellStray(ILookup<SheetKind, SheetLine> book, ArrivalReading reading)
    {
        if (reading.IsWrong)
        {
            return;
        }

        foreach (var (line, reason) in CertificateLines.Stray(book, reading))
        {
            reading.Refuse(line, reason);
        }

        foreach (var line in PlanLines.Stray(book).ToList())
        {
            reading.Refuse(line, "この利用者と種類の計画は「計画」のシートにありません。");
        }
    }
}
