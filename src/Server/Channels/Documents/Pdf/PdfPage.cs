using System.Globalization;
using System.Text;

namespace OfficeWorkflow.Server.Channels.Documents.Pdf;

/// <summary>One page under the pen: points, measured from the top left corner.</summary>
internal sealed class PdfPage(double width, double height, Typeface face)
{
    private readonly StringBuilder _marks = new();
    private readonly List<int> _pictures = [];

    public double Width => width;

    public double Height => height;

    /// <summary>Picture objects by the order of their names on this page.</summary>
    public IReadOnlyList<int> Pictures => _pictures;

    public byte[] Marks => Encoding.ASCII.GetBytes(_marks.ToString());

    /// <param name="baseline">Distance of the letters' foot from the top of the page.</param>
    /// <param name="weight">0 for plain; else how thick the outline is drawn, which makes a plain font bold.</param>
    public void Text(double left, double baseline, IEnumerable<Letter> letters, double size, double weight)
    {
        var bold = weight > 0 ? Invariant($"2 Tr {weight} w ") : "0 Tr ";
        _marks.Append(Invariant($"BT {bold}/F1 {size} Tf 1 0 0 1 {left} {height - baseline} Tm {face.Encode(letters)} Tj ET\n"));
    }

    public void Line(double fromLeft, double fromTop, double toLeft, double toTop, double thickness) =>
        _marks.Append(Invariant($"{thickness} w {fromLeft} {height - fromTop} m {toLeft} {height - toTop} l S\n"));

    public void DottedLine(double fromLeft, double fromTop, double toLeft, double toTop, double thickness) =>
        _marks.Append(Invariant($"q [1 1.5] 0 d {thickness} w {fromLeft} {height - fromTop} m {toLeft} {height - toTop} l S Q\n"));

    public void Box(double left, double top, double boxWidth, double boxHeight, double thickness) =>
        _marks.Append(Invariant($"{thickness} w {left} {height - top - boxHeight} {boxWidth} {boxHeight} re S\n"));

    /// <param name="gray">0 black … 1 white.</param>
    public void Fill(double left, double top, double boxWidth, double boxHeight, double gray) =>
        _marks.Append(Invariant($"q {gray} g {left} {height - top - boxHeight} {boxWidth} {boxHeight} re f Q\n"));

    public void Picture(double left, double top, double boxWidth, double boxHeight, int picture)
    {
        _pictures.Add(picture);
        _marks.Append(Invariant($"q {boxWidth} 0 0 {boxHeight} {left} {height - top - boxHeight} cm /I{_pictures.Count} Do Q\n"));
    }

    /// <summary>Numbers as PDF wants them: a point, no exponent, a thousandth is enough.</summary>
    private static string Invariant(FormattableString text) => string.Format(
        CultureInfo.InvariantCulture,
        text.Format,
        [.. text.GetArguments().Select(static part => part is double number ? Math.Round(number, 3) : part)]);
}
