using System.Buffers.Binary;
using System.IO.Compression;

namespace OfficeWorkflow.Server.Channels.Documents.Pdf;

/// <summary>A JPEG or PNG as a PDF holds it: coded bytes passed through, except a PNG with transparency, which is laid on white.</summary>
internal sealed record Picture(int Width, int Height, string Entries, byte[] Coded)
{
    private const int LargestSide = 10_000;

    private static ReadOnlySpan<byte> PngMark => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>The picture, or null when the bytes are no JPEG or PNG that can be printed.</summary>
    public static Picture? Read(ReadOnlySpan<byte> file)
    {
        try
        {
            if (file.StartsWith(PngMark))
            {
                return Png(file);
            }

            return file.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? Jpeg(file) : null;
        }
        catch (Exception broken) when (broken is ArgumentException or IndexOutOfRangeException or InvalidDataException or EndOfStreamException)
        {
            return null;
        }
    }

    public int WriteTo(PdfFile file) =>
        file.AddCoded($"/Type /XObject /Subtype /Image /Width {Width} /Height {Height} {Entries}", Coded);

    private static Picture? Jpeg(ReadOnlySpan<byte> file)
    {
        for (var at = 2; at + 9 < file.Length && file[at] == 0xFF;)
        {
            var mark = file[at + 1];
            var isFrame = mark is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);
            if (isFrame)
            {
                var space = file[at + 9] switch { 1 => "/DeviceGray", 3 => "/DeviceRGB", _ => null };

                return space is null ? null : new Picture(
                    BinaryPrimitives.ReadUInt16BigEndian(file[(at + 7)..]),
                    BinaryPrimitives.ReadUInt16BigEndian(file[(at + 5)..]),
                    $"/ColorSpace {space} /BitsPerComponent 8 /Filter /DCTDecode",
                    file.ToArray());
            }

            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(file[(at + 2)..]);
        }

        return null;
    }

    private static Picture? Png(ReadOnlySpan<byte> file)
    {
        var (width, height) = (BinaryPrimitives.ReadInt32BigEndian(file[16..]), BinaryPrimitives.ReadInt32BigEndian(file[20..]));
        var (bits, kind, isInterlaced) = (file[24], file[25], file[28] != 0);
        if (isInterlaced || width is < 1 or > LargestSide || height is < 1 or > LargestSide)
        {
            return null;
        }

        var (data, palette) = Chunks(file);

        return (kind, bits) switch
        {
            (0, _) => Passed(width, height, 1, bits, "/DeviceGray", data),
            (2, _) => Passed(width, height, 3, bits, "/DeviceRGB", data),
            (3, _) => Passed(width, height, 1, bits, $"[/Indexed /DeviceRGB {(palette.Length / 3) - 1} <{Convert.ToHexString(palette)}>]", data),
            (4, 8) => OnWhite(width, height, 2, data),
            (6, 8) => OnWhite(width, height, 4, data),
            _ => null,
        };
    }

    private static Picture Passed(int width, int height, int colors, int bits, string space, byte[] data) => new(
        width,
        height,
        $"/ColorSpace {space} /BitsPerComponent {bits} /Filter /FlateDecode " +
        $"/DecodeParms << /Predictor 15 /Colors {colors} /BitsPerComponent {bits} /Columns {width} >>",
        data);

    private static (byte[] Data, byte[] Palette) Chunks(ReadOnlySpan<byte> file)
    {
        using var data = new MemoryStream();
        byte[] palette = [];
        for (var at = 8; at + 12 <= file.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(file[at..]);
            var chunk = file.Slice(at + 8, length);
            if (file.Slice(at + 4, 4).SequenceEqual("IDAT"u8))
            {
                data.Write(chunk);
            }
            else if (file.Slice(at + 4, 4).SequenceEqual("PLTE"u8))
            {
                palette = chunk.ToArray();
            }

            at += 12 + length;
        }

        return (data.ToArray(), palette);
    }

    /// <summary>Takes the filters off each row and mixes every point with white by its transparency.</summary>
    private static Picture OnWhite(int width, int height, int channels, byte[] data)
    {
        using var coded = new MemoryStream(data);
        using var rows = new ZLibStream(coded, CompressionMode.Decompress);
        using var mixed = new MemoryStream();
        using (var deflate = new ZLibStream(mixed, CompressionLevel.Optimal, leaveOpen: true))
        {
            var (before, row) = (new byte[width * channels], new byte[width * channels]);
            for (var y = 0; y < height; y++)
            {
                var filter = rows.ReadByte();
                rows.ReadExactly(row);
                Unfilter(row, before, channels, filter);
                WriteMixed(deflate, row, channels);
                (before, row) = (row, before);
            }
        }

        var space = channels == 4 ? "/DeviceRGB" : "/DeviceGray";

        return new Picture(width, height, $"/ColorSpace {space} /BitsPerComponent 8 /Filter /FlateDecode", mixed.ToArray());
    }

    private static void WriteMixed(ZLibStream target, byte[] row, int channels)
    {
        for (var point = 0; point < row.Length; point += channels)
        {
            var cover = row[point + channels - 1];
            for (var color = 0; color < channels - 1; color++)
            {
                target.WriteByte((byte)(((row[point + color] * cover) + (255 * (255 - cover))) / 255));
            }
        }
    }

    private static void Unfilter(byte[] row, byte[] above, int step, int filter)
    {
        for (var at = 0; at < row.Length; at++)
        {
            var left = at >= step ? row[at - step] : 0;
            var corner = at >= step ? above[at - step] : 0;
            row[at] += filter switch
            {
                0 => 0,
                1 => (byte)left,
                2 => above[at],
                3 => (byte)((left + above[at]) / 2),
                4 => (byte)Nearest(left, above[at], corner),
                _ => throw new InvalidDataException("Unknown PNG filter."),
            };
        }
    }

    /// <summary>Paeth: whichever neighbour is closest to left + above − corner.</summary>
    private static int Nearest(int left, int above, int corner)
    {
        var guess = left + above - corner;
        var (toLeft, toAbove, toCorner) = (Math.Abs(guess - left), Math.Abs(guess - above), Math.Abs(guess - corner));

        if (toLeft <= toAbove && toLeft <= toCorner)
        {
            return left;
        }

        return toAbove <= toCorner ? above : corner;
    }
}
