using System.Collections.Immutable;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Workflows.Expressions.BuiltIn;

/// <summary>Reading and making contexts (項目のまとまり).</summary>
internal static class ContextFunctions
{
    private const string Key = "key";
    private const string Content = "value";

    public static ImmutableArray<Function> All { get; } =
    [
        new("get value", "m, key", GetValue),
        new("get entries", "m", static call => call[0] is Value.Record record ? Value.Of(record.Fields.Select(Entry)) : NoContext(call)),
        new("context", "entries", Made),
        new("context put", "context, key, value | context, keys, value", Put),
        new("context merge", "contexts", Merged),
    ];

    private static Value NoContext(FunctionCall call) => call.Fail("項目のまとまりが要ります。");

    private static Value GetValue(FunctionCall call) => (call[0], call[1]) switch
    {
        (Value.Record record, Value.Text key) => record[key.Content],
        _ => call.Fail("項目のまとまりと、項目の名前が要ります。"),
    };

    private static Value Entry(KeyValuePair<string, Value> field) => Value.Record.Empty.With(Key, Value.Of(field.Key)).With(Content, field.Value);

    private static Value Made(FunctionCall call)
    {
        if (call.List(0) is not { } entries)
        {
            return Value.None;
        }

        var made = Value.Record.Empty;

        foreach (var item in entries)
        {
            if (item is not Value.Record entry || entry[Key] is not Value.Text key || !entry.Fields.TryGetValue(Content, out var value) || made.Fields.ContainsKey(key.Content))
            {
                return call.Fail("「{key: 名前, value: 値}」のリストが要ります。同じ名前は一度だけです。");
            }

            made = made.With(key.Content, value);
        }

        return made;
    }

    private static Value Put(FunctionCall call)
    {
        var keys = call[1] switch
        {
            Value.Text key => [key.Content],
            Value.List { Items: { IsEmpty: false } items } when items.All(static item => item is Value.Text) => [.. items.Select(static item => ((Value.Text)item).Content)],
            _ => ImmutableArray<string>.Empty,
        };

        return call[0] is Value.Record record && !keys.IsEmpty && Put(record, keys, call[2]) is { } made
            ? made
            : call.Fail("項目のまとまりと、項目の名前(奥の項目なら名前のリスト)が要ります。");
    }

    private static Value.Record? Put(Value.Record into, ImmutableArray<string> keys, Value value)
    {
        if (keys.Length == 1)
        {
            return into.With(keys[0], value);
        }

        return into[keys[0]] is Value.Record inner && Put(inner, keys[1..], value) is { } made ? into.With(keys[0], made) : null;
    }

    private static Value Merged(FunctionCall call)
    {
        if (call.List(0) is not { } contexts)
        {
            return Value.None;
        }

        return contexts.All(static context => context is Value.Record)
            ? contexts.Cast<Value.Record>().Aggregate(Value.Record.Empty, static (merged, context) => merged.With(context))
            : NoContext(call);
    }
}
