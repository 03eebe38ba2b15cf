using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace OfficeWorkflow.Server.Channels.Documents.Pdf;

/// <summary>A font in one document: turns text into letters and remembers which of them must be embedded.</summary>
internal sealed class Typeface(TrueTypeFont font)
{
    private const string Geta = "〓";

    private readonly Dictionary<(int Glyph, string Text), int> _numbers = new() { [(0, string.Empty)] = 0 };
    private readonly List<(int Glyph, string Text)> _used = [(0, string.Empty)];
    private readonly Dictionary<string, Letter> _letters = new(StringComparer.Ordinal);
    private readonly List<MissingCharacter> _missing = [];

    public TrueTypeFont Font => font;

    public IReadOnlyList<MissingCharacter> Missing => _missing;

    public IReadOnlyList<Letter> Letters(string text)
    {
        List<Letter> letters = [];
        foreach (var character in Characters(Composed(text)))
        {
            letters.Add(LetterOf(character));
        }

        return letters;
    }

    /// <summary>The letters as a PDF string of two-byte glyph numbers.</summary>
    public string Encode(IEnumerable<Letter> letters)
    {
        var hex = new StringBuilder("<");
        foreach (var letter in letters)
        {
            hex.Append(NumberOf(letter).ToString("X4", CultureInfo.InvariantCulture));
        }

        return hex.Append('>').ToString();
    }

    /// <summary>Writes the font's objects; to be called when all text is set.</summary>
    public int WriteTo(PdfFile file)
    {
        var subset = FontSubset.Build(font, [.. _used.Select(static used => used.Glyph)]);
        var name = $"{Tag(subset)}+NotoSansJP-Regular";
        var program = file.AddStream($"/Length1 {subset.Length}", subset);
        var box = string.Join(' ', font.Box);
        var descriptor = file.Add(
            $"<< /Type /FontDescriptor /FontName /{name} /Flags 4 /FontBBox [{box}] /ItalicAngle 0 /Ascent {font.Ascent} " +
            $"/Descent {font.Descent} /CapHeight {font.CapHeight} /StemV 80 /FontFile2 {program} 0 R >>");
        var widths = string.Join(' ', _used.Select(used => font.Advance(used.Glyph)));
        var descendant = file.Add(
            $"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{name} /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> " +
            $"/FontDescriptor {descriptor} 0 R /DW 1000 /W [0 [{widths}]] /CIDToGIDMap /Identity >>");
        var unicode = file.AddStream(string.Empty, Encoding.ASCII.GetBytes(ToUnicode()));

        return file.Add(
            $"<< /Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding /Identity-H /DescendantFonts [{descendant} 0 R] /ToUnicode {unicode} 0 R >>");
    }

    /// <summary>Kana with a loose voicing mark become one character; nothing else is touched, for names must stay as they are written.</summary>
    private static string Composed(string text)
    {
        if (!text.AsSpan().ContainsAny('\u3099', '\u309A'))
        {
            return text;
        }

        var composed = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (character is '\u3099' or '\u309A' && composed.Length > 0
                && $"{composed[^1]}{character}".Normalize(NormalizationForm.FormC) is { Length: 1 } one)
            {
                composed[^1] = one[0];
                continue;
            }

            composed.Append(character);
        }

        return composed.ToString();
    }

    private static IEnumerable<(Rune Character, Rune? Selector)> Characters(string text)
    {
        Rune? held = null;
        foreach (var rune in text.EnumerateRunes())
        {
            if (held is { } before)
            {
                held = IsSelector(rune) ? null : rune;
                yield return (before, IsSelector(rune) ? rune : null);
            }
            else
            {
                held = rune;
            }
        }

        if (held is { } last)
        {
            yield return (last, null);
        }
    }

    private static bool IsSelector(Rune rune) => rune.Value is (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF);

    private static string Tag(byte[] subset) =>
        string.Concat(SHA256.HashData(subset).Take(6).Select(static part => (char)('A' + (part % 26))));

    private Letter LetterOf((Rune Character, Rune? Selector) character)
    {
        var text = character.Character.ToString() + character.Selector?.ToString();
        if (!_letters.TryGetValue(text, out var letter))
        {
            var glyph = GlyphOf(character.Character, character.Selector, text);
            letter = new Letter(text, glyph, font.Advance(glyph));
            _letters[text] = letter;
        }

        return letter;
    }

    private int GlyphOf(Rune character, Rune? selector, string text)
    {
        var plain = font.Glyph(Rune.IsControl(character) ? new Rune(' ') : character);
        var wanted = selector is { } chosen ? font.Glyph(character, chosen) : plain;
        if (wanted is null or 0)
        {
            _missing.Add(new MissingCharacter(text));
        }

        if (wanted is > 0)
        {
            return wanted.Value;
        }

        return plain > 0 ? plain : font.Glyph(Geta.EnumerateRunes().First());
    }

    private int NumberOf(Letter letter)
    {
        if (!_numbers.TryGetValue((letter.Glyph, letter.Text), out var number))
        {
            number = _used.Count;
            _numbers[(letter.Glyph, letter.Text)] = number;
            _used.Add((letter.Glyph, letter.Text));
        }

        return number;
    }

    private string ToUnicode()
    {
        var map = new StringBuilder(
            "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n" +
            "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");
        foreach (var part in Enumerable.Range(1, _used.Count - 1).Chunk(100))
        {
            map.Append(CultureInfo.InvariantCulture, $"{part.Length} beginbfchar\n");
            foreach (var number in part)
            {
                map.Append(CultureInfo.InvariantCulture, $"<{number:X4}> <{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(_used[number].Text))}>\n");
            }

            map.Append("endbfchar\n");
        }

        return map.Append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n").ToString();
    }
}
