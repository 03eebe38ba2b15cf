using OfficeWorkflow.Server.Channels.Documents.Pdf;

namespace OfficeWorkflow.Server.Channels.Documents.Layout;

/// <summary>A table's box with its place across and its text broken into lines.</summary>
internal sealed record LaidCell(Cell Cell, double Left, double Width, IReadOnlyList<IReadOnlyList<Letter>> Lines)
{
    public const double Inset = 3;

    private const double PictureHeight = 34;

    public double Height => Math.Max(
        Cell.LeastHeight,
        (Lines.Count * Cell.Style.Leading) + (2 * Inset) + (Cell.Picture.IsEmpty ? 0 : PictureHeight));

    public static LaidCell Of(Flow flow, Cell cell, double left, double width) =>
        new(cell, left, width, LineBreaker.Break(flow.Face, cell.Text, (width - (2 * Inset)) * 1000 / cell.Style.Size));

    /// <summary>The box with as many lines as a height can hold, and with those that are left over.</summary>
    public (LaidCell Fitting, LaidCell Over) Cut(double height)
    {
        var count = Math.Min(Lines.Count, (int)((height - (2 * Inset)) / Cell.Style.Leading));
        var low = Cell with { LeastHeight = 0 };

        return (this with { Cell = low, Lines = [.. Lines.Take(count)] }, this with { Cell = low with { Picture = default }, Lines = [.. Lines.Skip(count)] });
    }

    public void Paint(Flow flow, double top, double height)
    {
        if (Cell.IsShaded)
        {
            flow.Page.Fill(Left, top, Width, height, 0.92);
        }

        flow.Page.Box(Left, top, Width, height, 0.5);
        var text = Lines.Count * Cell.Style.Leading;
        var start = Cell.Down switch
        {
            Side.Center => top + ((height - text) / 2),
            Side.End => top + height - text - Inset,
            _ => top + Inset,
        };
        foreach (var line in Lines)
        {
            Flow.Set(flow.Page, line, Cell.Style, Cell.Across, Left + Inset, start, Width - (2 * Inset));
            start += Cell.Style.Leading;
        }

        PaintPicture(flow, top + height - Inset);
    }

    private void PaintPicture(Flow flow, double foot)
    {
        if (Cell.Picture.IsEmpty || Picture.Read(Cell.Picture.Span) is not { } picture)
        {
            return;
        }

        var scale = Math.Min((Width - (2 * Inset)) / picture.Width, PictureHeight / picture.Height);
        var (width, height) = (picture.Width * scale, picture.Height * scale);
        flow.Page.Picture(Left + Width - Inset - width, foot - height, width, height, flow.Document.AddPicture(picture));
    }
}
