namespace OfficeWorkflow.Server.Office.Clients;

/// <summary>ふりがな are kept in hiragana, so that a search finds them however they are typed.</summary>
internal static class KanaText
{
    private const int Distance = 'ァ' - 'ぁ';

    public static string Fold(string typed) => string.Concat(
        typed.Normalize(System.Text.NormalizationForm.FormKC).Trim().Select(letter => letter is >= 'ァ' and <= 'ヶ' ? (char)(letter - Distance) : letter));
}
