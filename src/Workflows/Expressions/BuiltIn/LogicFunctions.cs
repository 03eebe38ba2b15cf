using System.Collections.Immutable;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Workflows.Expressions.BuiltIn;

/// <summary>Functions of yes and no, three-valued: what is not known stays unknown unless the rest decides.</summary>
internal static class LogicFunctions
{
    public static ImmutableArray<Function> All { get; } =
    [
        new("not", "negand", static call => call[0] is Value.YesNo answer ? Value.Of(!answer.Answer) : Value.None),
        new("all", "list...", static call => Decided(call, deciding: false)),
        new("any", "list...", static call => Decided(call, deciding: true)),
        new("is defined", "value", static call => Value.Of(call[0] is not Value.Nothing)),
        new("is", "value1, value2", static call => Value.Of(IsSame(call[0], call[1]))),
    ];

    private static Value Decided(FunctionCall call, bool deciding)
    {
        if (call.ListOrAll() is not { } items)
        {
            return Value.None;
        }

        if (items.Any(item => item is Value.YesNo answer && answer.Answer == deciding))
        {
            return Value.Of(deciding);
        }

        return items.All(static item => item is Value.YesNo) ? Value.Of(!deciding) : call.Fail("「はい・いいえ」でない値が入っています。");
    }

    /// <summary>The same value of the same type; of moments with the same offset too.</summary>
    private static bool IsSame(Value left, Value right) => (left, right) switch
    {
        (Value.Moment a, Value.Moment b) => a.At.EqualsExact(b.At),
        _ => left.Equals(right),
    };
}
