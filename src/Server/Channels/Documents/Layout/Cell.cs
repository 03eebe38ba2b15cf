namespace OfficeWorkflow.Server.Channels.Documents.Layout;

/// <summary>One box of a table.</summary>
internal sealed record Cell(string Text)
{
    public TextStyle Style { get; init; } = TextStyle.Body;

    public Side Across { get; init; } = Side.Start;

    public Side Down { get; init; } = Side.Start;

    /// <summary>Columns it covers.</summary>
    public int Columns { get; init; } = 1;

    /// <summary>Rows it covers; only in a table's head.</summary>
    public int Rows { get; init; } = 1;

    public bool IsShaded { get; init; }

    public double LeastHeight { get; init; }

    /// <summary>A JPEG or PNG shown under the text, such as a signature.</summary>
    public ReadOnlyMemory<byte> Picture { get; init; }

    /// <summary>A box that names what stands beside or below it.</summary>
    public static Cell Label(string text) => new(text)
    {
        Style = TextStyle.Label,
        Across = Side.Center,
        Down = Side.Center,
        IsShaded = true,
    };

    /// <summary>A short fact in one line, set in the middle of its height.</summary>
    public static Cell Fact(string text) => new(text) { Down = Side.Center };
}
