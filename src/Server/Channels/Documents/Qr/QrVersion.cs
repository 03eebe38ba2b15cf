using System.Collections.Immutable;

namespace OfficeWorkflow.Server.Channels.Documents.Qr;

/// <summary>One size of code at level M.</summary>
/// <param name="Checks">Error correction codewords of each block.</param>
/// <param name="Blocks">Data codewords of each block.</param>
/// <param name="Alignments">Centres of the alignment patterns.</param>
internal sealed record QrVersion(int Number, int Checks, ImmutableArray<int> Blocks, ImmutableArray<int> Alignments)
{
    private const int LongCountFrom = 10;

    public int Size => 17 + (4 * Number);

    public int DataLength => Blocks.Sum();

    /// <summary>Bits that say how long the text is.</summary>
    public int CountBits => Number < LongCountFrom ? 8 : 16;

    private static ImmutableArray<QrVersion> All { get; } =
    [
        new(1, 10, [16], []),
        new(2, 16, [28], [6, 18]),
        new(3, 26, [44], [6, 22]),
        new(4, 18, [32, 32], [6, 26]),
        new(5, 24, [43, 43], [6, 30]),
        new(6, 16, [27, 27, 27, 27], [6, 34]),
        new(7, 18, [31, 31, 31, 31], [6, 22, 38]),
        new(8, 22, [38, 38, 39, 39], [6, 24, 42]),
        new(9, 22, [36, 36, 36, 37, 37], [6, 26, 46]),
        new(10, 26, [43, 43, 43, 43, 44], [6, 28, 50]),
    ];

    public static QrVersion? For(int octets) => All.FirstOrDefault(version => 4 + version.CountBits + (8 * octets) <= 8 * version.DataLength);
}
