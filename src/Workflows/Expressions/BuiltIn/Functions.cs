using System.Collections.Frozen;

namespace OfficeWorkflow.Workflows.Expressions.BuiltIn;

/// <summary>Every function of the language.</summary>
internal static class Functions
{
    /// <summary>Most words in the name of a function.</summary>
    public const int MostWords = 5;

    private static readonly FrozenDictionary<string, Function> All =
        TextFunctions.All
            .Concat(NumberFunctions.All)
            .Concat(ListFunctions.All)
            .Concat(StatisticFunctions.All)
            .Concat(ContextFunctions.All)
            .Concat(PatternFunctions.All)
            .Concat(LogicFunctions.All)
            .Concat(TimeFunctions.All)
            .Concat(CalendarFunctions.All)
            .ToFrozenDictionary(function => function.Name, StringComparer.Ordinal);

    /// <summary>What <c>@"…"</c> means.</summary>
    public static Function TimeLiteral { get; } = new("@", "text", TimeFunctions.Literal);

    public static IEnumerable<string> Names => All.Keys;

    public static bool TryFind(string name, out Function function)
    {
        var isKnown = All.TryGetValue(name, out var known);
        function = known ?? TimeLiteral;

        return isKnown;
    }
}
