using System.Text;
using OfficeWorkflow.Server.Automation.Cases;

namespace OfficeWorkflow.Server.Automation.Work;

/// <summary>Folds text for search: width, case and the two kana do not matter.</summary>
public static class SearchWords
{
    public const int Longest = 400;

    private const int MostWords = 5;

    private const char FirstKatakana = 'ァ';
    private const char LastKatakana = 'ヶ';
    private const int ToHiragana = 'ァ' - 'ぁ';

    /// <summary>What a work item is found by. It stands in an index, whose entries have a limit: of a very long label the end is not found.</summary>
    public static string Of(string name, string about, CaseFile file)
    {
        var all = Fold($"{file.SubjectLabel} {file.SubjectReading} {name} {file.ProcedureName} {about}");
        return all.Length <= Longest ? all : all[..(char.IsHighSurrogate(all[Longest - 1]) ? Longest - 1 : Longest)];
    }

    /// <summary>The words that somebody typed, folded; so many of them count.</summary>
    public static IEnumerable<string> Asked(string? text) =>
        Fold(text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(MostWords);

    public static string Fold(string text) =>
        string.Concat(text.Normalize(NormalizationForm.FormKC).ToUpperInvariant().Select(Fold));

    private static char Fold(char letter) => letter is >= FirstKatakana and <= LastKatakana ? (char)(letter - ToHiragana) : letter;
}
