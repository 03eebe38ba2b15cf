using System.Collections.Immutable;
using OfficeWorkflow.Server.Channels.Documents.Layout;
using OfficeWorkflow.Server.Office.OfficialForms.Papers;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Office.OfficialForms.Sheets;

/// <summary>Boxes that several sheets share.</summary>
internal static class Boxes
{
    /// <summary>Three labels and three facts a line.</summary>
    public static ImmutableArray<double> HeadWidths { get; } = [14, 18, 14, 16, 13, 25];

    public static ImmutableArray<Cell> Line(params ReadOnlySpan<(string Label, string Fact)> pairs)
    {
        List<Cell> line = [];
        foreach (var (label, fact) in pairs)
        {
            line.Add(Cell.Label(label));
            line.Add(Cell.Fact(fact));
        }

        return [.. line];
    }

    /// <summary>Labels at the left, long texts at the right.</summary>
    public static Block Texts(params ImmutableArray<(string Label, string Text, double Height)> rows) => new Block.Table(
        [16, 84],
        [],
        [.. rows.Select(static row => (ImmutableArray<Cell>)[Cell.Label(row.Label), new Cell(row.Text) { LeastHeight = row.Height }])]);

    public static ImmutableArray<Cell> Head(params ImmutableArray<string> labels) => [.. labels.Select(Cell.Label)];

    public static Cell Signature(SignatureBox box)
    {
        var day = box.SignedOn is { } on ? JapaneseEra.Date(on) : "            年        月        日";
        var name = box.SignerName.Length > 0 ? box.SignerName : new string(' ', 30);

        return new Cell($"{day}\n氏名 {name}") { Down = Side.Center, LeastHeight = 32, Picture = box.Drawn };
    }

    public static string Day(DateOnly? on) => on is { } day ? JapaneseEra.Date(day) : string.Empty;

    public static string Month(DateOnly? on) => on is { } day ? JapaneseEra.Month(day) : string.Empty;

    public static string Running(string title, PaperHead head) => $"{title} {head.ClientName} 様";

    public static string Foot(string form, PaperHead head) => $"{form}  {head.OfficeName}";
}
