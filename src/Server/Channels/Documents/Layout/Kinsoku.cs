using System.Buffers;
using OfficeWorkflow.Server.Channels.Documents.Pdf;

namespace OfficeWorkflow.Server.Channels.Documents.Layout;

/// <summary>禁則処理: between which two characters a Japanese line may be broken.</summary>
internal static class Kinsoku
{
    private static readonly SearchValues<char> NeverFirst = SearchValues.Create(
        "、。，．・：；？！ー」』）】〕〉》］｝’”〙〗ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ々〻ゝゞヽヾ‐゠–〜～%％‰℃°,.)]}!?:;｡｣､･ｰｧｨｩｪｫｬｭｮｯﾞﾟ");

    private static readonly SearchValues<char> NeverLast = SearchValues.Create("「『（【〔〈《［｛‘“〘〖([{￥＄$¥№｢");

    private static readonly SearchValues<char> NeverParted = SearchValues.Create("―—…‥");

    public static bool MayBreak(Letter before, Letter after)
    {
        var (last, first) = (before.Text[0], after.Text[0]);

        return !IsSpace(first)
            && (IsSpace(last) || (!NeverFirst.Contains(first)
                && !NeverLast.Contains(last)
                && !(last == first && NeverParted.Contains(last))
                && !IsInsideWord(last, first)));
    }

    public static bool IsSpace(char character) => character is ' ' or '\u3000' or '\t';

    /// <summary>Latin words and numbers stay whole; after a slash or hyphen a new word may begin.</summary>
    private static bool IsInsideWord(char last, char first) =>
        IsOfWord(last) && IsOfWord(first) && !(last is '/' or '-' && char.IsAsciiLetter(first));

    private static bool IsOfWord(char character) =>
        character is (> ' ' and <= '\u024F') or (>= '０' and <= '９') or (>= 'Ａ' and <= 'Ｚ') or (>= 'ａ' and <= 'ｚ');
}
