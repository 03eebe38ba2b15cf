using System.Collections.Immutable;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Workflows.Expressions;

/// <summary>One evaluation under way: its moment, what it may still cost, and why things came to null.</summary>
internal sealed class Work(EvaluationMoment moment)
{
    public const int MostSteps = 1_000_000;
    public const int MostCharacters = 100_000;
    private const int MostLevels = 40;
    private const int MostReasons = 5;

    private int steps;
    private ImmutableArray<string> trace = [];

    public EvaluationMoment Moment => moment;

    public ImmutableArray<string> Trace => trace;

    public bool IsExhausted => steps > MostSteps;

    /// <summary>Null, and why.</summary>
    public Value Fail(string reason)
    {
        if (trace.Length < MostReasons && !trace.Contains(reason, StringComparer.Ordinal))
        {
            trace = trace.Add(reason);
        }

        return Value.None;
    }

    /// <summary>False when the evaluation has become too long and must come to its end.</summary>
    public bool Spend(int cost)
    {
        if (IsExhausted)
        {
            return false;
        }

        steps = (int)Math.Min((long)steps + cost, MostSteps + 1L);

        if (IsExhausted)
        {
            trace = [$"計算が長すぎるため打ち切りました（{MostSteps:N0}段まで）。"];
        }

        return !IsExhausted;
    }

    /// <summary>Pays for a value that was made, by its whole content, so that no value can grow without limit, nor become deeper than a reader bears.</summary>
    public Value Made(Value value) => SpendOn(value, MostLevels) ? value : Value.None;

    /// <summary>Pays for going through a value.</summary>
    public bool SpendOn(Value value) => SpendOn(value, int.MaxValue);

    private bool SpendOn(Value value, int levels) => value switch
    {
        Value.List or Value.Record when levels == 0 => TooDeep(),
        Value.List list => Spend(list.Items.Length) && list.Items.All(item => SpendOn(item, levels - 1)),
        Value.Record record => Spend(record.Fields.Count) && record.Fields.All(field => SpendOn(field.Value, levels - 1)),
        Value.Text { Content.Length: > MostCharacters } => Spend(MostSteps),
        Value.Text text => Spend(text.Content.Length / 16),
        _ => true,
    };

    private bool TooDeep()
    {
        Fail($"リストやコンテキストの入れ子が深すぎます（{MostLevels}段まで）。");

        return false;
    }
}
