using System.Globalization;
using System.Text.Json;

namespace OfficeWorkflow.Server.Automation.Procedures.Figures;

/// <summary>Figures as people read them.</summary>
internal static class FigureWords
{
    /// <summary>3日4時間, 5時間, 40分: what is smaller than the step above it is left out.</summary>
    public static string Of(TimeSpan length) => length switch
    {
        { TotalMinutes: < 1 } => "1分未満",
        { TotalHours: < 1 } => Text($"{length.Minutes}分"),
        { TotalDays: < 1 } => Text($"{length.Hours}時間"),
        { TotalDays: < 10, Hours: > 0 } => Text($"{length.Days}日{length.Hours}時間"),
        _ => Text($"{length.Days}日"),
    };

    /// <summary>What stands at the step in the drawing; empty when there is nothing to say.</summary>
    public static string NoteOf(StepFigures step) => string.Join('・', new[]
    {
        step.Cases > 0 ? Text($"{step.Cases}件") : null,
        step.Overdue > 0 ? Text($"超過{step.Overdue}") : null,
        step.Median is { } median ? Of(median) : null,
    }.OfType<string>());

    /// <summary>The notes of all steps as the viewer reads them.</summary>
    public static string NotesOf(IEnumerable<StepFigures> steps) => JsonSerializer.Serialize(
        steps.Where(static step => step is { IsDrawn: true, IsEmpty: false }).ToDictionary(static step => step.NodeId, NoteOf, StringComparer.Ordinal));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
