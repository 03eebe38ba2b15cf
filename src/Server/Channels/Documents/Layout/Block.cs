using System.Collections.Immutable;

namespace OfficeWorkflow.Server.Channels.Documents.Layout;

/// <summary>What a sheet of paper is made of, from top to bottom.</summary>
internal abstract record Block
{
    private Block()
    {
    }

    /// <summary>A heading in the middle of the line.</summary>
    internal sealed record Title(string Content) : Block;

    internal sealed record Text(string Content, TextStyle Style) : Block;

    /// <param name="Widths">Shares of the whole width.</param>
    /// <param name="Head">Rows repeated on every page.</param>
    internal sealed record Table(
        ImmutableArray<double> Widths,
        ImmutableArray<ImmutableArray<Cell>> Head,
        ImmutableArray<ImmutableArray<Cell>> Body) : Block;

    /// <summary>Days beside each other, hours from top to bottom, and one column of free text at the right.</summary>
    internal sealed record Timetable(
        ImmutableArray<string> Columns,
        ImmutableArray<string> HourLabels,
        ImmutableArray<TimeBox> Boxes,
        string AsideTitle,
        string Aside,
        double Height) : Block;

    /// <summary>A code for phones, with the words beside it.</summary>
    internal sealed record Code(string Address, string Caption) : Block;

    internal sealed record Gap(double Height) : Block;

    internal sealed record PageBreak : Block;
}
