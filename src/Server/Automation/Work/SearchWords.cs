using System.Text;

namespace OfficeWorkflow.Server.Automation.Work;

/// <summary>Folds text for search: width, case and the two kana do not matter.</summary>
public static class SearchWords
{
    private const char FirstKatakana = 'ァ';
    private const char LastKatakana = 'ヶ';
    private const int ToHiragana = 'ァ' - 'ぁ';

    public static string Fold(string text) =>
        string.Concat(text.Normalize(NormalizationForm.FormKC).ToUpperInvariant().Select(Fold));

    private static char Fold(char letter) => letter is >= FirstKatakana and <= LastKatakana ? (char)(letter - ToHiragana) : letter;
}
