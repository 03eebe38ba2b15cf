using System.Text;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Office.Arriving.Sheets;

/// <summary>A line below the headings, asked by heading.</summary>
internal sealed class SheetLine(SheetLayout layout, string sheet, int number, IReadOnlyDictionary<string, string> cells)
{
    public SheetKind Kind => layout.Kind;

    public string Sheet => sheet;

    public int Number => number;

    public string? this[string heading] => cells.TryGetValue(heading, out var text) && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;

    /// <summary>Digits and letters as they are counted: full-width ones made narrow, hyphens and spaces of numbers kept.</summary>
    public string? Narrow(string heading) => this[heading]?.Normalize(NormalizationForm.FormKC);

    /// <summary>The key of what a choice's cell says; a blank cell means the first option. Null for what is no option, to be refused: read as it stands, a 3 would be the third of them.</summary>
    public string? Choice(string heading)
    {
        var options = layout.Columns.First(column => string.Equals(column.Heading, heading, StringComparison.Ordinal)).Options ?? [];
        return this[heading] is not { } typed ? options[0].Key : Matching(options, typed)?.Key;
    }

    public bool IsTicked(string heading) => Choice(heading) is "true" || this[heading] is "○" or "〇" or "✓" or "1" or "有";

    /// <summary>Reasons name their field 「so」; pages and templates call fields the same.</summary>
    public string? ColumnNamedIn(string reason) =>
        layout.Columns.FirstOrDefault(column => reason.Contains($"「{column.Heading}」", StringComparison.Ordinal))?.Heading;

    // The beginning of a label will do where only one begins so.
    private static Option? Matching(IReadOnlyList<Option> options, string typed)
    {
        var plain = Plain(typed);
        var begun = options.Where(option => Plain(option.Label).StartsWith(plain, StringComparison.Ordinal)).ToList();
        return begun.Find(option => string.Equals(Plain(option.Label), plain, StringComparison.Ordinal)) ?? (begun.Count == 1 ? begun[0] : null);
    }

    private static string Plain(string text) => string.Concat(text.Normalize(NormalizationForm.FormKC).Where(static letter => !char.IsWhiteSpace(letter)));
}
