namespace OfficeWorkflow.Server.Channels.Documents.Layout;

/// <summary>How letters are set.</summary>
/// <param name="Size">Points.</param>
internal sealed record TextStyle(double Size, bool IsBold = false)
{
    /// <summary>From one line to the next, in points.</summary>
    public double Leading => Size * 1.42;

    /// <summary>A plain font is made bold by drawing its outline this thick.</summary>
    public double Weight => IsBold ? Size * 0.035 : 0;

    public static TextStyle Body { get; } = new(8.5);

    public static TextStyle Label { get; } = new(7.5);

    public static TextStyle Small { get; } = new(7);

    public static TextStyle Title { get; } = new(15, IsBold: true);
}
