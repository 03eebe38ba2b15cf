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

    /// <summary>The key of what a choice's cell says; a blank cell means the first option. What is no option comes back as it is, to be refused.</summary>
    public string? Choice(string heading)
    {
        var options = layout.Columns.First(column => string.Equals(column.Heading, heading, StringComparison.Ordinal)).Options ?? [];
        return this[heading] is not { } typed ? options[0].Key : Matching(options, typed)?.Key ?? typed;
    }

    public bool IsTicked(string heading) => Choice(heading) is "true" || this[heading] is "○" or "〇" or "✓" or "1" or "有";

    /// <summary>Reasons name their field 「so」; pages and templates call fields the same.</summary>
    public string? ColumnNamedIn(string reason) =>
        layout.Columns.FirstOrDefault(column => reason.Contains($"「{column.Heading}」", StringComparison.Ordinal))?.Heading;

    private static Option? Matching(IReadOnlyList<Option> options, string typed)
    {
        var plain = Plain(typed);
        return options.FirstOrDefault(option => string.Equals(Plain(option.Label), plain, StringComparison.Ordinal))
            ?? options.FirstOrDefault(option => Plain(option.Label).StartsWith(plain, StringComparison.Ordinal));
    }

    private static string Plain(string text) => string.Concat(text.Normalize(NormalizationForm.FormKC).Where(static letter => !char.IsWhiteSpace(letter)));
}
