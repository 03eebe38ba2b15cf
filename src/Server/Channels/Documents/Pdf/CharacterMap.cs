using System.Buffers.Binary;
using System.Text;

namespace OfficeWorkflow.Server.Channels.Documents.Pdf;

/// <summary>Which glyph a character has: formats 4, 12 and 14 (variation sequences) of a font's <c>cmap</c>.</summary>
internal sealed class CharacterMap
{
    private readonly byte[] _table;
    private readonly int _wide;
    private readonly int _narrow;
    private readonly int _variations;

    public CharacterMap(byte[] table)
    {
        _table = table;
        for (var record = 0; record < Short(2); record++)
        {
            var start = Long(4 + (8 * record) + 4);
            switch (Short(start))
            {
                case 4:
                    _narrow = start;
                    break;
                case 12:
                    _wide = start;
                    break;
                case 14:
                    _variations = start;
                    break;
            }
        }
    }

    /// <summary>The glyph, or 0 when the font has none.</summary>
    public int Glyph(Rune character) => (_wide, _narrow) switch
    {
        ( > 0, _) => InGroups(character.Value),
        (_, > 0) when character.Value <= 0xFFFF => InSegments(character.Value),
        _ => 0,
    };

    /// <summary>The glyph of a variation sequence (異体字), or null when the font does not know the sequence.</summary>
    public int? Glyph(Rune character, Rune selector)
    {
        for (var record = 0; _variations > 0 && record < Long(_variations + 6); record++)
        {
            var at = _variations + 10 + (11 * record);
            if (Triple(at) == selector.Value)
            {
                return Special(Long(at + 7), character.Value)
                    ?? (IsDefault(Long(at + 3), character.Value) ? Glyph(character) : null);
            }
        }

        return null;
    }

    private int InGroups(int code)
    {
        var (low, high) = (0, Long(_wide + 12) - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var at = _wide + 16 + (12 * middle);
            if (code < Long(at))
            {
                high = middle - 1;
            }
            else if (code > Long(at + 4))
            {
                low = middle + 1;
            }
            else
            {
                return Long(at + 8) + code - Long(at);
            }
        }

        return 0;
    }

    private int InSegments(int code)
    {
        var doubled = Short(_narrow + 6);
        for (var at = 0; at < doubled; at += 2)
        {
            var ends = _narrow + 14 + at;
            if (code > Short(ends))
            {
                continue;
            }

            var starts = ends + doubled + 2;
            if (code < Short(starts))
            {
                return 0;
            }

            var offsets = starts + (2 * doubled);
            var offset = Short(offsets);
            var glyph = offset == 0 ? code : Short(offsets + offset + (2 * (code - Short(starts))));

            return glyph == 0 ? 0 : (glyph + Short(starts + doubled)) & 0xFFFF;
        }

        return 0;
    }

    private int? Special(int offset, int code)
    {
        if (offset == 0)
        {
            return null;
        }

        for (var entry = 0; entry < Long(_variations + offset); entry++)
        {
            var at = _variations + offset + 4 + (5 * entry);
            if (Triple(at) == code)
            {
                return Short(at + 3);
            }
        }

        return null;
    }

    private bool IsDefault(int offset, int code)
    {
        for (var range = 0; offset > 0 && range < Long(_variations + offset); range++)
        {
            var at = _variations + offset + 4 + (4 * range);
            if (code >= Triple(at) && code <= Triple(at) + _table[at + 3])
            {
                return true;
            }
        }

        return false;
    }

    private int Short(int at) => BinaryPrimitives.ReadUInt16BigEndian(_table.AsSpan(at));

    private int Triple(int at) => (_table[at] << 16) | Short(at + 1);

    private int Long(int at) => BinaryPrimitives.ReadInt32BigEndian(_table.AsSpan(at));
}
