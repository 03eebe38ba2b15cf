using System.Diagnostics;
using OfficeWorkflow.Server.Channels.Documents.Fonts;
using OfficeWorkflow.Server.Channels.Documents.Pdf;

namespace OfficeWorkflow.Server.Channels.Documents.Layout;

/// <summary>Puts a sheet on pages. Pure: the same sheet gives the same bytes.</summary>
internal static class SheetPrinter
{
    /// <summary>What the font cannot show stands as 〓 and is told again at the end of the paper itself.</summary>
    public static PrintedSheet Print(PaperSheet sheet)
    {
        var printed = PrintOnce(sheet);

        return printed.Missing.IsEmpty
            ? printed
            : PrintOnce(sheet with { Blocks = [.. sheet.Blocks, new Block.Gap(4), .. printed.Missing.Select(Note)] });
    }

    private static Block Note(MissingCharacter missing) => new Block.Text(missing.Sentence, TextStyle.Small);

    private static PrintedSheet PrintOnce(PaperSheet sheet)
    {
        var document = new PdfDocument(sheet.Title, EmbeddedFonts.NotoSansJapanese, Flow.PageWidth, Flow.PageHeight);
        var flow = new Flow(sheet, document);
        foreach (var block in sheet.Blocks)
        {
            Put(flow, block);
        }

        flow.NumberPages();
        document.Attached = sheet.Attached;

        return new PrintedSheet(document.Save(), document.Pages.Count, [.. document.Face.Missing]);
    }

    private static void Put(Flow flow, Block block)
    {
        switch (block)
        {
            case Block.Title title:
                flow.Line(title.Content, TextStyle.Title, Side.Center, Flow.Margin, flow.Top - 4, Flow.Width);
                flow.Advance(TextStyle.Title.Leading);
                break;
            case Block.Text text:
                TextPainter.Put(flow, text);
                break;
            case Block.Table table:
                TablePainter.Put(flow, table);
                break;
            case Block.Timetable timetable:
                TimetablePainter.Put(flow, timetable);
                break;
            case Block.Code code:
                CodePainter.Put(flow, code);
                break;
            case Block.Gap gap:
                flow.Advance(gap.Height);
                break;
            case Block.PageBreak:
                flow.NextPage();
                break;
            default:
                throw new UnreachableException();
        }
    }
}
