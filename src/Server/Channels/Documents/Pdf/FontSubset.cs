using System.Buffers.Binary;
using System.Text;

namespace OfficeWorkflow.Server.Channels.Documents.Pdf;

/// <summary>A small font with only the glyphs a document uses, numbered in the order of their first use.</summary>
internal static class FontSubset
{
    private const int MoreComponents = 0x20;

    /// <param name="glyphs">Old glyph numbers by new number; the first is always 0. One old glyph may stand twice.</param>
    public static byte[] Build(TrueTypeFont font, IReadOnlyList<int> glyphs)
    {
        var (outlines, count) = Outlines(font, glyphs);
        var tables = new SortedDictionary<string, byte[]>(StringComparer.Ordinal)
        {
            ["glyf"] = [.. outlines.SelectMany(static outline => outline)],
            ["loca"] = Locations(outlines),
            ["hmtx"] = Metrics(font, count),
            ["head"] = Head(font),
            ["hhea"] = WithShort(font.Table("hhea").ToArray(), 34, count.Count),
            ["maxp"] = WithShort(font.Table("maxp").ToArray(), 4, count.Count),
        };
        foreach (var tag in (string[])["cvt ", "fpgm", "prep"])
        {
            if (font.Table(tag).Length > 0)
            {
                tables[tag] = font.Table(tag).ToArray();
            }
        }

        return Assemble(tables);
    }

    private static (List<byte[]> Outlines, List<int> Glyphs) Outlines(TrueTypeFont font, IReadOnlyList<int> glyphs)
    {
        List<int> all = [.. glyphs];
        List<byte[]> outlines = [];
        for (var glyph = 0; glyph < all.Count; glyph++)
        {
            outlines.Add(Padded(Renumbered(font.Outline(all[glyph]).ToArray(), all)));
        }

        return (outlines, all);
    }

    /// <summary>A composite names its parts by number: they are added behind and named anew.</summary>
    private static byte[] Renumbered(byte[] outline, List<int> all)
    {
        if (outline.Length < 10 || BinaryPrimitives.ReadInt16BigEndian(outline) >= 0)
        {
            return outline;
        }

        var (at, flags) = (10, MoreComponents);
        while ((flags & MoreComponents) != 0)
        {
            flags = BinaryPrimitives.ReadUInt16BigEndian(outline.AsSpan(at));
            var part = all.LastIndexOf(BinaryPrimitives.ReadUInt16BigEndian(outline.AsSpan(at + 2)));
            if (part < 0)
            {
                all.Add(BinaryPrimitives.ReadUInt16BigEndian(outline.AsSpan(at + 2)));
                part = all.Count - 1;
            }

            BinaryPrimitives.WriteUInt16BigEndian(outline.AsSpan(at + 2), (ushort)part);
            at += 4 + ((flags & 0x01) != 0 ? 4 : 2) + Scale(flags);
        }

        return outline;
    }

    private static int Scale(int flags) => flags switch
    {
        _ when (flags & 0x08) != 0 => 2,
        _ when (flags & 0x40) != 0 => 4,
        _ when (flags & 0x80) != 0 => 8,
        _ => 0,
    };

    private static byte[] Locations(List<byte[]> outlines)
    {
        var loca = new byte[4 * (outlines.Count + 1)];
        var end = 0;
        for (var glyph = 0; glyph < outlines.Count; glyph++)
        {
            end += outlines[glyph].Length;
            BinaryPrimitives.WriteInt32BigEndian(loca.AsSpan(4 * (glyph + 1)), end);
        }

        return loca;
    }

    private static byte[] Metrics(TrueTypeFont font, List<int> glyphs)
    {
        var hmtx = new byte[4 * glyphs.Count];
        for (var glyph = 0; glyph < glyphs.Count; glyph++)
        {
            var (advance, bearing) = font.Metrics(glyphs[glyph]);
            BinaryPrimitives.WriteUInt16BigEndian(hmtx.AsSpan(4 * glyph), (ushort)advance);
            BinaryPrimitives.WriteInt16BigEndian(hmtx.AsSpan((4 * glyph) + 2), (short)bearing);
        }

        return hmtx;
    }

    private static byte[] Head(TrueTypeFont font)
    {
        var head = WithShort(font.Table("head").ToArray(), 50, 1);
        BinaryPrimitives.WriteUInt32BigEndian(head.AsSpan(8), 0);

        return head;
    }

    private static byte[] WithShort(byte[] table, int at, int value)
    {
        BinaryPrimitives.WriteUInt16BigEndian(table.AsSpan(at), (ushort)value);

        return table;
    }

    private static byte[] Assemble(SortedDictionary<string, byte[]> tables)
    {
        var start = 12 + (16 * tables.Count);
        var file = new byte[start + tables.Values.Sum(static table => Padded(table).Length)];
        var power = (int)Math.Pow(2, Math.Floor(Math.Log2(tables.Count)));
        BinaryPrimitives.WriteUInt32BigEndian(file, 0x00010000);
        WithShort(file, 4, tables.Count);
        WithShort(file, 6, 16 * power);
        WithShort(file, 8, (int)Math.Log2(power));
        WithShort(file, 10, 16 * (tables.Count - power));
        var (entry, at) = (12, start);
        foreach (var (tag, table) in tables)
        {
            Encoding.ASCII.GetBytes(tag, file.AsSpan(entry));
            BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(entry + 4), Checksum(table));
            BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(entry + 8), at);
            BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(entry + 12), table.Length);
            table.CopyTo(file, at);
            at += Padded(table).Length;
            entry += 16;
        }

        return file;
    }

    private static uint Checksum(byte[] table)
    {
        var padded = Padded(table).AsSpan();
        var sum = 0u;
        for (var at = 0; at < padded.Length; at += 4)
        {
            sum = unchecked(sum + BinaryPrimitives.ReadUInt32BigEndian(padded[at..]));
        }

        return sum;
    }

    private static byte[] Padded(byte[] bytes)
    {
        if (bytes.Length % 4 != 0)
        {
            Array.Resize(ref bytes, bytes.Length + 4 - (bytes.Length % 4));
        }

        return bytes;
    }
}
