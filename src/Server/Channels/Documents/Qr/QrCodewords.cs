namespace OfficeWorkflow.Server.Channels.Documents.Qr;

/// <summary>Text as codewords: counted, filled up, cut into blocks, each with its Reed-Solomon check, and interleaved.</summary>
internal static class QrCodewords
{
    private const int ByteMode = 0b0100;
    private const int Field = 0x11D;

    private static readonly byte[] Fill = [0xEC, 0x11];

    public static byte[] Of(ReadOnlySpan<byte> octets, QrVersion version)
    {
        var data = Data(octets, version);
        List<(byte[] Data, byte[] Checks)> blocks = [];
        var start = 0;
        foreach (var length in version.Blocks)
        {
            var block = data[start..(start + length)];
            blocks.Add((block, Checks(block, version.Checks)));
            start += length;
        }

        return
        [
            .. Enumerable.Range(0, version.Blocks.Max()).SelectMany(at => blocks.Where(block => at < block.Data.Length).Select(block => block.Data[at])),
            .. Enumerable.Range(0, version.Checks).SelectMany(at => blocks.Select(block => block.Checks[at])),
        ];
    }

    private static byte[] Data(ReadOnlySpan<byte> octets, QrVersion version)
    {
        List<bool> bits = [];
        Add(bits, ByteMode, 4);
        Add(bits, octets.Length, version.CountBits);
        foreach (var octet in octets)
        {
            Add(bits, octet, 8);
        }

        Add(bits, 0, Math.Min(4, (8 * version.DataLength) - bits.Count));
        Add(bits, 0, (8 - (bits.Count % 8)) % 8);
        var data = bits.Chunk(8).Select(static eight => (byte)eight.Aggregate(0, static (read, bit) => (read << 1) | (bit ? 1 : 0))).ToList();

        return [.. data, .. Enumerable.Range(0, version.DataLength - data.Count).Select(static turn => Fill[turn % 2])];
    }

    private static void Add(List<bool> bits, int value, int count)
    {
        for (var bit = count - 1; bit >= 0; bit--)
        {
            bits.Add(((value >> bit) & 1) == 1);
        }
    }

    /// <summary>The rest of the division by the generator polynomial.</summary>
    private static byte[] Checks(byte[] block, int count)
    {
        var generator = Generator(count);
        var rest = new byte[count];
        foreach (var octet in block)
        {
            var factor = (byte)(octet ^ rest[0]);
            Array.Copy(rest, 1, rest, 0, count - 1);
            rest[^1] = 0;
            for (var at = 0; at < count; at++)
            {
                rest[at] ^= Multiply(generator[at], factor);
            }
        }

        return rest;
    }

    private static byte[] Generator(int count)
    {
        var made = new byte[count];
        made[^1] = 1;
        byte root = 1;
        for (var turn = 0; turn < count; turn++)
        {
            for (var at = 0; at < count; at++)
            {
                made[at] = (byte)(Multiply(made[at], root) ^ (at + 1 < count ? made[at + 1] : 0));
            }

            root = Multiply(root, 2);
        }

        return made;
    }

    private static byte Multiply(byte one, byte other)
    {
        var product = 0;
        for (var bit = 7; bit >= 0; bit--)
        {
            product = (product << 1) ^ ((product >> 7) * Field);
            product ^= ((other >> bit) & 1) * one;
        }

        return (byte)product;
    }
}
