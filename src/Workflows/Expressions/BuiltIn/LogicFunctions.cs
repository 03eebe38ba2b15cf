using System.Collections.Immutable;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Workflows.Expressions.BuiltIn;

/// <summary>Functions of yes and no, three-valued: what is not known stays unknown unless the rest decides.</summary>
internal static class LogicFunctions
{
    public static ImmutableArray<Function> All { get; } =
    [
        new("not", 1, 1, static call => call[0] is Value.YesNo answer ? Value.Of(!answer.Answer) : Value.None),
        new("all", 1, int.MaxValue, static call => Decided(call, deciding: false)),
        new("any", 1, int.MaxValue, static call => Decided(call, deciding: true)),
        new("is defined", 1, 1, static call => Value.Of(call[0] is not Value.Nothing)),
        new("get value", 2, 2, GetValue),
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

    private static Value GetValue(FunctionCall call) => (call[0], call[1]) switch
    {
        (Value.Record record, Value.Text key) => record[key.Content],
        _ => call.Fail("項目のまとまりと、項目の名前が要ります。"),
    };
}
