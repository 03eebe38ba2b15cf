using OfficeWorkflow.Server.Channels.Documents.Pdf;

namespace OfficeWorkflow.Server.Channels.Documents.Layout;

/// <summary>Where the next thing goes: the page under way and how far down it is filled.</summary>
internal sealed class Flow
{
    public const double PageWidth = 841.89;
    public const double PageHeight = 595.28;
    public const double Margin = 31;

    private const double FootHeight = 14;
    private const double RunningHeight = 14;

    private readonly PaperSheet _sheet;

    public Flow(PaperSheet sheet, PdfDocument document)
    {
        (_sheet, Document) = (sheet, document);
        Page = document.NewPage();
        Top = Margin;
    }

    public static double Width => PageWidth - (2 * Margin);

    /// <summary>Room on a fresh further page.</summary>
    public static double FullHeight => PageHeight - (2 * Margin) - FootHeight - RunningHeight;

    public PdfDocument Document { get; }

    public Typeface Face => Document.Face;

    public PdfPage Page { get; private set; }

    /// <summary>Where the next block begins.</summary>
    public double Top { get; private set; }

    public double Room => PageHeight - Margin - FootHeight - Top;

    public void Advance(double height) => Top += height;

    public void NextPage()
    {
        Page = Document.NewPage();
        Top = Margin + RunningHeight;
        Line(_sheet.Running, TextStyle.Small, Side.End, Margin, Margin, Width);
    }

    /// <summary>One line of text, not broken.</summary>
    public void Line(string text, TextStyle style, Side across, double left, double top, double width) =>
        Set(Page, Face.Letters(text), style, across, left, top, width);

    public static void Set(PdfPage page, IReadOnlyList<Letter> letters, TextStyle style, Side across, double left, double top, double width)
    {
        var length = letters.Sum(static letter => letter.Advance) * style.Size / 1000;
        var start = across switch
        {
            Side.Center => left + ((width - length) / 2),
            Side.End => left + width - length,
            _ => left,
        };
        if (letters.Count > 0)
        {
            page.Text(start, top + ((style.Leading - style.Size) / 2) + (style.Size * 0.88), letters, style.Size, style.Weight);
        }
    }

    /// <summary>Foot lines need the number of pages, so they come last.</summary>
    public void NumberPages()
    {
        for (var number = 1; number <= Document.Pages.Count; number++)
        {
            var page = Document.Pages[number - 1];
            var top = PageHeight - Margin - FootHeight + 4;
            Set(page, Face.Letters(_sheet.Foot), TextStyle.Small, Side.Start, Margin, top, Width);
            Set(page, Face.Letters($"{number} / {Document.Pages.Count}"), TextStyle.Small, Side.End, Margin, top, Width);
        }
    }
}
