using System.Globalization;
using System.Text;

namespace OfficeWorkflow.Server.Channels.Documents.Pdf;

/// <summary>A Japanese document under way: pages, the one font, pictures. Saving it twice from the same input gives the same bytes.</summary>
internal sealed class PdfDocument(string title, TrueTypeFont font, double width, double height)
{
    private readonly PdfFile _file = new();
    private readonly List<PdfPage> _pages = [];

    public Typeface Face { get; } = new(font);

    public IReadOnlyList<PdfPage> Pages => _pages;

    /// <summary>A file that the document carries inside.</summary>
    public Attachment? Attached { get; set; }

    public PdfPage NewPage()
    {
        _pages.Add(new PdfPage(width, height, Face));

        return _pages[^1];
    }

    public int AddPicture(Picture picture) => picture.WriteTo(_file);

    public byte[] Save()
    {
        var tree = _file.Reserve();
        var face = Face.WriteTo(_file);
        List<int> pages = [];
        foreach (var page in _pages)
        {
            var marks = _file.AddStream(string.Empty, page.Marks);
            pages.Add(_file.Add(
                $"<< /Type /Page /Parent {tree} 0 R /MediaBox [0 0 {Points(width)} {Points(height)}] /Contents {marks} 0 R " +
                $"/Resources << /Font << /F1 {face} 0 R >>{Pictures(page)} >> >>"));
        }

        _file.Fill(tree, $"<< /Type /Pages /Count {pages.Count} /Kids [{string.Join(' ', pages.Select(static page => $"{page} 0 R"))}] >>");
        var catalog = _file.Add($"<< /Type /Catalog /Pages {tree} 0 R /Lang (ja-JP) /ViewerPreferences << /DisplayDocTitle true >>{Names()} >>");
        var information = _file.Add($"<< /Title <FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(title))}> /Producer (OfficeWorkflow) >>");

        return _file.Save(catalog, information);
    }

    private string Names()
    {
        if (Attached is null)
        {
            return string.Empty;
        }

        // Not compressed: what it proves can be read without a PDF program.
        var content = _file.AddCoded("/Type /EmbeddedFile /Subtype /application#2Fjson", Attached.Json.ToArray());
        var named = _file.Add(
            $"<< /Type /Filespec /F ({Attached.Name}) /UF ({Attached.Name}) /AFRelationship /Data /EF << /F {content} 0 R /UF {content} 0 R >> >>");

        return $" /Names << /EmbeddedFiles << /Names [({Attached.Name}) {named} 0 R] >> >> /AF [{named} 0 R]";
    }

    private static string Pictures(PdfPage page) => page.Pictures.Count == 0
        ? string.Empty
        : $" /XObject << {string.Join(' ', page.Pictures.Select(static (picture, at) => $"/I{at + 1} {picture} 0 R"))} >>";

    private static string Points(double number) => Math.Round(number, 3).ToString(CultureInfo.InvariantCulture);
}
