using System.Collections.Immutable;

namespace OfficeWorkflow.Server.Channels.Documents.Layout;

/// <summary>Tables: wrapped boxes, head rows on every page, long rows carried over.</summary>
internal static class TablePainter
{
    public static void Put(Flow flow, Block.Table table)
    {
        var edges = Edges(table.Widths);
        var head = LaidHead(flow, table.Head, edges);
        var headHeight = head.Count == 0 ? 0 : head.Max(static cell => cell.Top + cell.Height);
        var body = table.Body.Select(row => LaidRow(flow, row, edges)).ToList();
        if (body.Count > 0 && flow.Room < headHeight + Math.Min(HeightOf(body[0]), Flow.FullHeight / 3))
        {
            flow.NextPage();
        }

        PaintHead(flow, head, headHeight);
        foreach (var row in body)
        {
            PutRow(flow, row, head, headHeight);
        }
    }

    private static void PutRow(Flow flow, List<LaidCell> row, List<HeadCell> head, double headHeight)
    {
        while (HeightOf(row) > flow.Room)
        {
            var isShort = HeightOf(row) <= (Flow.FullHeight - headHeight) / 2;
            var hasRoom = flow.Room >= (3 * TextStyle.Body.Leading) + (2 * LaidCell.Inset);
            if (!isShort && hasRoom)
            {
                var room = flow.Room;
                var parts = row.Select(cell => cell.Cut(room)).ToList();
                PaintRow(flow, [.. parts.Select(static part => part.Fitting)], room);
                row = Continued(row, [.. parts.Select(static part => part.Over)]);
            }

            flow.NextPage();
            PaintHead(flow, head, headHeight);
        }

        PaintRow(flow, row, HeightOf(row));
    }

    /// <summary>The short first box (a number, a label) stands again where its row goes on.</summary>
    private static List<LaidCell> Continued(List<LaidCell> row, List<LaidCell> rest)
    {
        if (rest[0].Lines.Count == 0 && row[0].Lines.Count <= 3)
        {
            rest[0] = row[0] with { Cell = rest[0].Cell };
        }

        return rest;
    }

    private static void PaintRow(Flow flow, List<LaidCell> row, double height)
    {
        foreach (var cell in row)
        {
            cell.Paint(flow, flow.Top, height);
        }

        flow.Advance(height);
    }

    private static void PaintHead(Flow flow, List<HeadCell> head, double height)
    {
        foreach (var (cell, top, cellHeight) in head)
        {
            cell.Paint(flow, flow.Top + top, cellHeight);
        }

        flow.Advance(height);
    }

    private static double HeightOf(List<LaidCell> row) => row.Max(static cell => cell.Height);

    private static List<double> Edges(ImmutableArray<double> widths)
    {
        List<double> edges = [Flow.Margin];
        var unit = Flow.Width / widths.Sum();
        foreach (var width in widths)
        {
            edges.Add(edges[^1] + (width * unit));
        }

        return edges;
    }

    private static List<LaidCell> LaidRow(Flow flow, ImmutableArray<Cell> row, List<double> edges)
    {
        List<LaidCell> laid = [];
        var column = 0;
        foreach (var cell in row)
        {
            laid.Add(LaidCell.Of(flow, cell, edges[column], edges[column + cell.Columns] - edges[column]));
            column += cell.Columns;
        }

        return laid;
    }

    private static List<HeadCell> LaidHead(Flow flow, ImmutableArray<ImmutableArray<Cell>> rows, List<double> edges)
    {
        List<(LaidCell Cell, int Row)> laid = [];
        var covered = new int[edges.Count];
        for (var row = 0; row < rows.Length; row++)
        {
            var column = 0;
            foreach (var cell in rows[row])
            {
                while (covered[column] > row)
                {
                    column++;
                }

                laid.Add((LaidCell.Of(flow, cell, edges[column], edges[column + cell.Columns] - edges[column]), row));
                Array.Fill(covered, row + cell.Rows, column, cell.Columns);
                column += cell.Columns;
            }
        }

        var tops = Tops(laid, rows.Length);

        return [.. laid.Select(at => new HeadCell(at.Cell, tops[at.Row], tops[at.Row + at.Cell.Cell.Rows] - tops[at.Row]))];
    }

    /// <summary>Where each head row begins; a box over several rows makes its last row as high as it needs.</summary>
    private static double[] Tops(List<(LaidCell Cell, int Row)> laid, int rows)
    {
        var tops = new double[rows + 1];
        for (var row = 0; row < rows; row++)
        {
            tops[row + 1] = laid
                .Where(at => at.Row + at.Cell.Cell.Rows == row + 1)
                .Select(at => tops[at.Row] + at.Cell.Height)
                .Append(tops[row])
                .Max();
        }

        return tops;
    }

    private sealed record HeadCell(LaidCell Cell, double Top, double Height);
}
