using OfficeWorkflow.Workflows.Expressions;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Timing;

namespace OfficeWorkflow.Workflows.Tests.Expressions;

/// <summary>Evaluates a text on Wednesday 1 April 2026, 10:30 in Tokyo, in an office that knows the public holidays and its own.</summary>
internal static class Feel
{
    public static WorkCalendar Office { get; } = WorkCalendar.WeekdaysInTokyo with
    {
        Holidays = JapaneseHolidays.Days(2025, 2028).Union(YearEnd(2025)).Union(YearEnd(2026)),
    };

    public static EvaluationMoment Moment { get; } = new(new DateTimeOffset(2026, 4, 1, 1, 30, 0, TimeSpan.Zero), Office);

    public static Expression Read(string text) =>
        Assert.IsType<ExpressionReading.Readable>(Expression.Parse(text)).Expression;

    public static ExpressionError Mistake(string text) =>
        Assert.IsType<ExpressionReading.Unreadable>(Expression.Parse(text)).Error;

    public static Evaluation Evaluate(string text, params (string Name, Value Value)[] variables) =>
        Read(text).Evaluate(variables.ToDictionary(variable => variable.Name, variable => variable.Value, StringComparer.Ordinal).GetValueOrDefault, Moment);

    /// <summary>The result as <c>string()</c> writes it, text in quotes.</summary>
    public static string Written(string text, params (string Name, Value Value)[] variables)
    {
        var list = Evaluate($"string([{text}])", variables).Value is Value.Text written ? written.Content : "?";

        return list[1..^1];
    }

    /// <summary>年末年始: 29 December to 3 January.</summary>
    private static IEnumerable<DateOnly> YearEnd(int year) => Enumerable.Range(0, 6).Select(day => new DateOnly(year, 12, 29).AddDays(day));
}
