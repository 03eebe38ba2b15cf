using System.Collections.Immutable;
using OfficeWorkflow.Workflows.Expressions.Grammar;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Workflows.Expressions;

/// <summary>A FEEL expression of the subset that docs/feel.md declares. Immutable; evaluating it changes nothing.</summary>
public sealed class Expression
{
    private readonly Node root;

    private Expression(string text, Node root, ImmutableSortedDictionary<string, int> reads)
    {
        Text = text;
        this.root = root;
        Reads = reads;
        Names = [.. reads.Keys];
    }

    public string Text { get; }

    /// <summary>
    /// The names that it reads from outside. Bare names inside a filter are left out: they may be fields of the filtered items.
    /// </summary>
    public ImmutableSortedSet<string> Names { get; }

    /// <summary>Where each of these names stands first: an index into the text, from 0.</summary>
    public ImmutableSortedDictionary<string, int> Reads { get; }

    /// <summary>Reads an expression; one leading <c>=</c> is allowed.</summary>
    public static ExpressionReading Parse(string text)
    {
        var parser = new Parser(text);
        var parsed = parser.Read();

        return parser.Error is null
            ? new ExpressionReading.Readable(new Expression(text, parsed, parser.Names))
            : new ExpressionReading.Unreadable(parser.Error);
    }

    /// <param name="lookup">The value of a name, or null when there is no such name.</param>
    public Evaluation Evaluate(Func<string, Value?> lookup, EvaluationMoment moment)
    {
        var work = new Work(moment);
        var value = new Evaluator(work, lookup).Evaluate(root, scope: null);

        return work.IsExhausted
            ? new Evaluation(Value.None, work.Trace)
            : new Evaluation(value, work.Trace);
    }
}
