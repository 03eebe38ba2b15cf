using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;

namespace OfficeWorkflow.Server.Office.Consents.ByLink;

/// <summary>Text in which a reading stands in brackets behind its kanji, 漢字（かんじ）, shown with the reading above them.</summary>
public static partial class Furigana
{
    public static MarkupString Of(string text) =>
        new(Reading().Replace(WebUtility.HtmlEncode(text), "<ruby>${kanji}<rp>（</rp><rt>${kana}</rt><rp>）</rp></ruby>").ReplaceLineEndings("<br />"));

    [GeneratedRegex("(?<kanji>[々〆一-鿿豈-﫿]+)（(?<kana>[ぁ-ゖー]+)）", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 500)]
    private static partial Regex Reading();
}
