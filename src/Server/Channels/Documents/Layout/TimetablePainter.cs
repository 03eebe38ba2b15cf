using System.Globalization;
using OfficeWorkflow.Server.Channels.Documents.Pdf;

namespace OfficeWorkflow.Server.Channels.Documents.Layout;

/// <summary>The weekly grid. Text that does not fit its box gets a number and stands in full below the grid.</summary>
internal static class TimetablePainter
{
    private const double LabelWidth = 34;
    private const double AsideWidth = 128;
    private const double HeadHeight = 14;
    private const double Pad = 1.5;

    private static readonly TextStyle[] Sizes = [new(7), new(6.5), new(6), new(5.5)];

    public static void Put(Flow flow, Block.Timetable table)
    {
        if (flow.Room < table.Height)
        {
            flow.NextPage();
        }

        var columnWidth = (Flow.Width - LabelWidth - AsideWidth) / table.Columns.Length;
        var bodyTop = flow.Top + HeadHeight;
        var bodyHeight = table.Height - HeadHeight;
        PaintHead(flow, table, columnWidth);
        PaintHours(flow, table, columnWidth, bodyTop, bodyHeight);
        List<string> notes = [];
        foreach (var (box, lane, lanes) in Lanes(table.Boxes))
        {
            var left = Flow.Margin + LabelWidth + (box.Column * columnWidth) + (lane * columnWidth / lanes);
            var top = bodyTop + (bodyHeight * box.From / 1440);
            PaintBox(flow, box, new Place(left, top, columnWidth / lanes, bodyHeight * (box.To - box.From) / 1440), notes);
        }

        var rest = PaintAside(flow, table, bodyTop, bodyHeight);
        flow.Page.Box(Flow.Margin, flow.Top, Flow.Width, table.Height, 0.8);
        flow.Advance(table.Height);
        PutNotes(flow, table, notes, rest);
    }

    private static void PaintHead(Flow flow, Block.Timetable table, double columnWidth)
    {
        flow.Page.Fill(Flow.Margin, flow.Top, Flow.Width, HeadHeight, 0.92);
        for (var column = 0; column < table.Columns.Length; column++)
        {
            flow.Line(
                table.Columns[column], TextStyle.Label, Side.Center, Flow.Margin + LabelWidth + (column * columnWidth), flow.Top + 1.5, columnWidth);
        }

        flow.Line(table.AsideTitle, TextStyle.Label, Side.Center, Flow.Margin + Flow.Width - AsideWidth, flow.Top + 1.5, AsideWidth);
        flow.Page.Line(Flow.Margin, flow.Top + HeadHeight, Flow.Margin + Flow.Width, flow.Top + HeadHeight, 0.5);
    }

    private static void PaintHours(Flow flow, Block.Timetable table, double columnWidth, double top, double height)
    {
        var right = Flow.Margin + Flow.Width - AsideWidth;
        var step = height / table.HourLabels.Length;
        for (var row = 0; row < table.HourLabels.Length; row++)
        {
            var at = top + (row * step);
            flow.Line(table.HourLabels[row], TextStyle.Small, Side.End, Flow.Margin, at, LabelWidth - 3);
            flow.Page.DottedLine(Flow.Margin + LabelWidth, at + (step / 2), right, at + (step / 2), 0.3);
            if (row > 0)
            {
                flow.Page.Line(Flow.Margin, at, right, at, 0.3);
            }
        }

        for (var column = 0; column <= table.Columns.Length; column++)
        {
            var at = Flow.Margin + LabelWidth + (column * columnWidth);
            flow.Page.Line(at, top - HeadHeight, at, top + height, 0.5);
        }
    }

    /// <summary>Things that happen at one time stand beside each other.</summary>
    private static IEnumerable<(TimeBox Box, int Lane, int Lanes)> Lanes(IEnumerable<TimeBox> boxes)
    {
        foreach (var column in boxes.GroupBy(static box => box.Column))
        {
            List<(TimeBox Box, int Lane)> group = [];
            List<int> ends = [];
            foreach (var box in column.OrderBy(static box => box.From).ThenByDescending(static box => box.To))
            {
                if (ends.Count > 0 && ends.Max() <= box.From)
                {
                    foreach (var (placed, lane) in group)
                    {
                        yield return (placed, lane, ends.Count);
                    }

                    group.Clear();
                    ends.Clear();
                }

                group.Add((box, FreeLane(ends, box)));
            }

            foreach (var (placed, lane) in group)
            {
                yield return (placed, lane, ends.Count);
            }
        }
    }

    private static int FreeLane(List<int> ends, TimeBox box)
    {
        var lane = ends.FindIndex(end => end <= box.From);
        if (lane < 0)
        {
            ends.Add(box.To);

            return ends.Count - 1;
        }

        ends[lane] = box.To;

        return lane;
    }

    private static void PaintBox(Flow flow, TimeBox box, Place place, List<string> notes)
    {
        flow.Page.Fill(place.Left, place.Top, place.Width, place.Height, box.IsShaded ? 0.86 : 1);
        flow.Page.Box(place.Left, place.Top, place.Width, place.Height, 0.5);
        var (style, lines) = Fitting(flow, box.Text, place);
        if (lines is null)
        {
            notes.Add(box.Text);
            style = Sizes[^1];
            lines = [flow.Face.Letters(string.Create(CultureInfo.InvariantCulture, $"※{notes.Count}"))];
        }

        var top = place.Top + ((place.Height - (lines.Count * style.Leading)) / 2);
        foreach (var line in lines)
        {
            Flow.Set(flow.Page, line, style, Side.Center, place.Left, top, place.Width);
            top += style.Leading;
        }
    }

    private static (TextStyle Style, IReadOnlyList<IReadOnlyList<Letter>>? Lines) Fitting(Flow flow, string text, Place place)
    {
        foreach (var style in Sizes)
        {
            var lines = LineBreaker.Break(flow.Face, text, (place.Width - (2 * Pad)) * 1000 / style.Size);
            if (lines.Count * style.Leading <= place.Height + 1)
            {
                return (style, lines);
            }
        }

        return (Sizes[^1], null);
    }

    /// <returns>What did not fit into the column.</returns>
    private static string PaintAside(Flow flow, Block.Timetable table, double top, double height)
    {
        var style = TextStyle.Label;
        var left = Flow.Margin + Flow.Width - AsideWidth;
        flow.Page.Line(left, flow.Top, left, top + height, 0.5);
        var lines = LineBreaker.Break(flow.Face, table.Aside, (AsideWidth - 6) * 1000 / style.Size);
        var room = (int)((height - 6) / style.Leading);
        var at = top + 3;
        foreach (var line in lines.Take(room))
        {
            Flow.Set(flow.Page, line, style, Side.Start, left + 3, at, AsideWidth - 6);
            at += style.Leading;
        }

        return string.Concat(lines.Skip(room).SelectMany(static line => line).Select(static letter => letter.Text));
    }

    private static void PutNotes(Flow flow, Block.Timetable table, List<string> notes, string rest)
    {
        if (rest.Length > 0)
        {
            TextPainter.Put(flow, new Block.Text($"{table.AsideTitle}(続き) {rest}", TextStyle.Small));
        }

        for (var note = 1; note <= notes.Count; note++)
        {
            TextPainter.Put(flow, new Block.Text(string.Create(CultureInfo.InvariantCulture, $"※{note} {notes[note - 1]}"), TextStyle.Small));
        }
    }

    private sealed record Place(double Left, double Top, double Width, double Height);
}
