using System.Buffers.Binary;
using System.Text;

namespace OfficeWorkflow.Server.Channels.Documents.Pdf;

/// <summary>A TrueType font as far as a PDF needs it: which glyph, how wide, how high, and its outline to embed.</summary>
internal sealed class TrueTypeFont
{
    private readonly byte[] _file;
    private readonly Dictionary<string, Range> _tables = new(StringComparer.Ordinal);
    private readonly CharacterMap _characters;

    public TrueTypeFont(byte[] file)
    {
        _file = file;
        for (var record = 0; record < BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(4)); record++)
        {
            var entry = file.AsSpan(12 + (16 * record), 16);
            var start = BinaryPrimitives.ReadInt32BigEndian(entry[8..]);
            _tables[Encoding.ASCII.GetString(entry[..4])] = start..(start + BinaryPrimitives.ReadInt32BigEndian(entry[12..]));
        }

        _characters = new CharacterMap(Table("cmap").ToArray());
        GlyphCount = BinaryPrimitives.ReadUInt16BigEndian(Table("maxp")[4..]);
        UnitsPerEm = BinaryPrimitives.ReadUInt16BigEndian(Table("head")[18..]);
        Box = [.. Enumerable.Range(0, 4).Select(side => Scaled("head", 36 + (2 * side)))];
        Ascent = Scaled("OS/2", 68);
        Descent = Scaled("OS/2", 70);
        CapHeight = Scaled("OS/2", 88);
    }

    public int GlyphCount { get; }

    public int UnitsPerEm { get; }

    /// <summary>xMin, yMin, xMax, yMax of all glyphs, in thousandths of the size.</summary>
    public IReadOnlyList<int> Box { get; }

    public int Ascent { get; }

    public int Descent { get; }

    public int CapHeight { get; }

    public int Glyph(Rune character) => _characters.Glyph(character);

    public int? Glyph(Rune character, Rune selector) => _characters.Glyph(character, selector);

    /// <summary>How far the pen moves, in thousandths of the size.</summary>
    public int Advance(int glyph)
    {
        var measured = BinaryPrimitives.ReadUInt16BigEndian(Table("hhea")[34..]);
        var at = 4 * Math.Min(glyph, measured - 1);

        return BinaryPrimitives.ReadUInt16BigEndian(Table("hmtx")[at..]) * 1000 / UnitsPerEm;
    }

    /// <summary>The glyph's advance and bearing as they stand in <c>hmtx</c>.</summary>
    public (int Advance, int Bearing) Metrics(int glyph)
    {
        var measured = BinaryPrimitives.ReadUInt16BigEndian(Table("hhea")[34..]);
        var table = Table("hmtx");

        return glyph < measured
            ? (BinaryPrimitives.ReadUInt16BigEndian(table[(4 * glyph)..]), BinaryPrimitives.ReadInt16BigEndian(table[((4 * glyph) + 2)..]))
            : (BinaryPrimitives.ReadUInt16BigEndian(table[(4 * (measured - 1))..]),
                BinaryPrimitives.ReadInt16BigEndian(table[((4 * measured) + (2 * (glyph - measured)))..]));
    }

    /// <summary>The outline as it stands in the file; empty for a blank.</summary>
    public ReadOnlySpan<byte> Outline(int glyph) => Table("glyf")[Location(glyph)..Location(glyph + 1)];

    public ReadOnlySpan<byte> Table(string tag) => _tables.TryGetValue(tag, out var range) ? _file.AsSpan(range) : default;

    private int Location(int glyph)
    {
        var loca = Table("loca");

        return BinaryPrimitives.ReadInt16BigEndian(Table("head")[50..]) == 0
            ? 2 * BinaryPrimitives.ReadUInt16BigEndian(loca[(2 * glyph)..])
            : BinaryPrimitives.ReadInt32BigEndian(loca[(4 * glyph)..]);
    }

    private int Scaled(string table, int at) => BinaryPrimitives.ReadInt16BigEndian(Table(table)[at..]) * 1000 / UnitsPerEm;
}
