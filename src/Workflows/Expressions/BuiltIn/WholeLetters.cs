using System.Text;

namespace OfficeWorkflow.Workflows.Expressions.BuiltIn;

/// <summary>
/// A pattern as people read it, for a reader that counts UTF-16 units: 𠮷 is one letter and never half of one, and it is a letter. What is not told apart here stays
/// as it is written; a range of such letters the reader refuses.
/// </summary>
internal static class WholeLetters
{
    private const string Halves = @"\uD800-\uDFFF";
    private const string Second = @"[\uDC00-\uDFFF]";

    /// <summary>The first halves of all letters beyond the basic plane, of the kanji among them (planes 2 and 3), and of the others.</summary>
    private const string All = @"\uD800-\uDBFF";
    private const string Kanji = @"\uD840-\uD8BF";
    private const string Others = @"\uD800-\uD83F\uD8C0-\uDBFF";

    /// <param name="isAnything">A dot is any letter, a line break too.</param>
    public static string In(string pattern, bool isAnything)
    {
        var made = new StringBuilder();
        for (var at = 0; at < pattern.Length;)
        {
            var length = LengthAt(pattern, at);
            made.Append(Read(pattern.Substring(at, length), isAnything));
            at += length;
        }

        return made.ToString();
    }

    private static string Read(string part, bool isAnything) => part switch
    {
        "." => $"(?:[{All}]{Second}|[^{(isAnything ? "" : @"\n")}{Halves}])",
        @"\D" or @"\S" => $"(?:[{All}]{Second}|[^{part.ToLowerInvariant()}{Halves}])",
        @"\W" => $@"(?:[{Others}]{Second}|[^\w{Halves}])",
        @"\w" or @"\p{L}" or @"\p{Lo}" => $"(?:[{Kanji}]{Second}|{part})",
        ['[', _, .., ']'] => Set(part),
        [var high, _] when char.IsHighSurrogate(high) => $"(?:{part})",
        _ => part,
    };

    private static string Set(string set)
    {
        var isNegated = set[1] == '^';
        var pairs = new List<string>();
        var basic = new StringBuilder();
        var from = isNegated ? 2 : 1;
        for (var at = from; at < set.Length - 1;)
        {
            var isPair = char.IsHighSurrogate(set[at]);
            var length = isPair || set[at] == '\\' ? 2 : 1;
            if (isPair)
            {
                pairs.Add(set.Substring(at, length));
            }
            else
            {
                basic.Append(set, at, length);
            }

            // A range that reaches there, or a set that is not one of single letters and words.
            if ((isPair && set[at - 1] == '-' && at - 1 > from) || (isPair && set[at + length] == '-' && set[at + length + 1] != ']')
                || (set[at] == '\\' && set[at + 1] is 'D' or 'S' or 'W' or 'P'))
            {
                return set;
            }

            at += length;
        }

        var isWord = set.Contains(@"\w", StringComparison.Ordinal) || set.Contains(@"\p{L", StringComparison.Ordinal);
        var ways = isNegated ? OtherThan(pairs, isWord ? Others : All) : isWord ? pairs.Append($"[{Kanji}]{Second}") : pairs;
        var rest = (isNegated, basic.Length) switch
        {
            (true, _) => $"[^{Halves}{(basic.Length > 0 && basic[0] == ']' ? @"\" : "")}{basic}]",
            (false, 0) => null,
            _ => $"[{basic}]",
        };
        var all = rest is null ? [.. ways] : ways.Append(rest).ToList();

        return all.Count == 1 ? all[0] : $"(?:{string.Join('|', all)})";
    }

    private static IEnumerable<string> OtherThan(List<string> pairs, string firsts)
    {
        if (pairs.Count == 0)
        {
            return [$"[{firsts}]{Second}"];
        }

        var known = pairs.GroupBy(static pair => pair[0], static pair => pair[1]).ToList();

        return known.Select(static same => $@"{same.Key}[\uDC00-\uDFFF-[{string.Concat(same)}]]").Prepend($"[{firsts}-[{string.Concat(known.Select(static same => same.Key))}]]{Second}");
    }

    /// <summary>How long the part of a pattern is that begins here: a set, an escape, a letter.</summary>
    private static int LengthAt(string pattern, int at) => pattern[at] switch
    {
        '[' => SetLength(pattern, at),
        '\\' when at + 2 < pattern.Length && pattern[at + 1] is 'p' or 'P' && pattern[at + 2] == '{' && pattern.IndexOf('}', at) is > 0 and var end => end - at + 1,
        '\\' when at + 1 < pattern.Length => 2,
        var high when char.IsHighSurrogate(high) && at + 1 < pattern.Length => 2,
        _ => 1,
    };

    private static int SetLength(string pattern, int from)
    {
        var at = from + 1;
        at += at < pattern.Length && pattern[at] == '^' ? 1 : 0;
        at += at < pattern.Length && pattern[at] == ']' ? 1 : 0;
        var depth = 1;
        while (at < pattern.Length && depth > 0)
        {
            depth += pattern[at] switch
            {
                '[' when pattern[at - 1] == '-' => 1,
                ']' => -1,
                _ => 0,
            };
            at += pattern[at] == '\\' ? 2 : 1;
        }

        return Math.Min(at, pattern.Length) - from;
    }
}
