using System.Text.RegularExpressions;
using OfficeWorkflow.Workflows.Tests.Generating;

namespace OfficeWorkflow.Workflows.Tests.Fuzzing;

/// <summary>A file, made wrong in a few places.</summary>
internal static partial class Mutation
{
    private static readonly string[] Pieces =
    [
        "", "<", ">", "\"", "&", "&#0;", "&amp;", "\0", "\uD842", "𠮷", "]]>", "<![CDATA[", "<?x ?>", "<!--", "99999999999999999999", "-1", "NaN", "=", "null", "R/PT0S", "P99999999Y",
        "true", "[1..", "x.y.z", "((((", "if", "repeat working days(0)", "<userTask/>", "<process id=\"p\"/>", "<subProcess id=\"z\" triggeredByEvent=\"1\"/>", " id=\"p\"",
    ];

    public static string Of(string xml, Dice dice)
    {
        for (var times = 1 + dice.Below(6); times > 0; times--)
        {
            xml = Once(xml, dice);
        }

        return xml;
    }

    private static string Once(string xml, Dice dice) => dice.Below(6) switch
    {
        0 => Text(xml, dice),
        1 => Cut(xml, dice),
        2 => Double(xml, dice),
        3 => Swap(xml, dice, Values()),
        4 => Swap(xml, dice, ElementNames()),
        _ => Replace(xml, dice, Values()),
    };

    private static string Text(string xml, Dice dice) => xml.Insert(dice.Below(xml.Length + 1), dice.Pick(Pieces));

    private static string Cut(string xml, Dice dice)
    {
        var from = dice.Below(xml.Length + 1);

        return xml.Remove(from, dice.Below(Math.Min(200, xml.Length - from) + 1));
    }

    private static string Double(string xml, Dice dice)
    {
        var from = dice.Below(xml.Length + 1);

        return xml.Insert(from, xml.Substring(from, dice.Below(Math.Min(400, xml.Length - from) + 1)));
    }

    /// <summary>One attribute's value, or one element's name, in the place of another: references go astray, ids collide.</summary>
    private static string Swap(string xml, Dice dice, Regex what)
    {
        var found = what.Matches(xml);

        return found.Count == 0 ? xml : Put(xml, found[dice.Below(found.Count)], found[dice.Below(found.Count)].Value);
    }

    private static string Replace(string xml, Dice dice, Regex what)
    {
        var found = what.Matches(xml);

        return found.Count == 0 ? xml : Put(xml, found[dice.Below(found.Count)], $"\"{System.Security.SecurityElement.Escape(dice.Pick(Pieces))}\"");
    }

    private static string Put(string xml, Capture at, string text) => string.Concat(xml.AsSpan(0, at.Index), text, xml.AsSpan(at.Index + at.Length));

    [GeneratedRegex("\"[^\"<>]*\"", RegexOptions.NonBacktracking)]
    private static partial Regex Values();

    [GeneratedRegex("(?:start|end|boundary)Event|[a-z]+Task|[a-zA-Z]+Gateway|subProcess|callActivity|[a-z]+EventDefinition", RegexOptions.NonBacktracking)]
    private static partial Regex ElementNames();
}
