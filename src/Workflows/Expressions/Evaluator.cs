using System.Collections.Immutable;
using System.Diagnostics;
using OfficeWorkflow.Workflows.Expressions.BuiltIn;
using OfficeWorkflow.Workflows.Expressions.Grammar;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Workflows.Expressions;

/// <summary><see cref="Node"/> → <see cref="Value"/>. Whatever fails is null, and the work knows why.</summary>
internal sealed class Evaluator(Work work, Func<string, Value?> lookup)
{
    public Value Evaluate(Node node, NameScope? scope) => work.Spend(1) ? Inner(node, scope) : Value.None;

    private Value Inner(Node node, NameScope? scope) => node switch
    {
        Node.Literal literal => literal.Value,
        Node.Name name => Read(name, scope),
        Node.Path path => Members.Of(Evaluate(path.Source, scope), path.Member, work),
        Node.Filter filter => Filter(filter, scope),
        Node.ListOf list => work.Made(new Value.List(EvaluateAll(list.Items, scope))),
        Node.ContextOf context => Context(context, scope),
        Node.Negation negation => Arithmetic.Negate(Evaluate(negation.Operand, scope), work),
        Node.Binary binary => Binary(binary, scope),
        Node.Logic logic => Logic(logic, scope),
        Node.In test => In(test, scope),
        Node.InstanceOf test => Evaluate(test.Subject, scope) is var subject && work.SpendOn(subject) ? Value.Of(test.Type.Has(subject)) : Value.None,
        Node.Choice choice => Evaluate(IsTrue(choice.Condition, scope) ? choice.Then : choice.Otherwise, scope),
        Node.For loop => For(loop, scope),
        Node.Quantified quantified => Quantified(quantified, scope),
        Node.Call call => Call(call, scope),
        _ => throw new UnreachableException($"No evaluation of {node.GetType().Name}."),
    };

    private Value Read(Node.Name name, NameScope? scope) =>
        scope?.Find(name.Word) ?? lookup(name.Word) ?? work.Fail($"「{name.Word}」という値はありません。");

    private ImmutableArray<Value> EvaluateAll(ImmutableArray<Node> nodes, NameScope? scope)
    {
        var values = ImmutableArray.CreateBuilder<Value>(nodes.Length);

        foreach (var node in nodes)
        {
            values.Add(Evaluate(node, scope));
        }

        return values.MoveToImmutable();
    }

    private Value Context(Node.ContextOf context, NameScope? scope)
    {
        var record = Value.Record.Empty;

        foreach (var (key, node) in context.Entries)
        {
            var value = Evaluate(node, scope);
            record = record.With(key, value);
            scope = new NameScope(key, value, Fields: null, scope);
        }

        return work.Made(record);
    }

    private Value Binary(Node.Binary binary, NameScope? scope)
    {
        var left = Evaluate(binary.Left, scope);
        var right = Evaluate(binary.Right, scope);

        return binary.Operator is "=" or "!=" or "<" or "<=" or ">" or ">="
            ? Comparing.Compare(binary.Operator, left, right, work)
            : work.Made(Arithmetic.Apply(binary.Operator, left, right, work));
    }

    /// <summary>Three-valued: what is not a boolean is unknown.</summary>
    private Value Logic(Node.Logic logic, NameScope? scope)
    {
        var deciding = !logic.IsAnd;
        var left = Truth(logic.Left, scope);

        if (left == deciding)
        {
            return Value.Of(deciding);
        }

        var right = Truth(logic.Right, scope);

        if (right == deciding)
        {
            return Value.Of(deciding);
        }

        return left is null || right is null ? Value.None : Value.Of(!deciding);
    }

    private bool? Truth(Node node, NameScope? scope)
    {
        switch (Evaluate(node, scope))
        {
            case Value.YesNo answer:
                return answer.Answer;
            case Value.Nothing:
                return null;
            case var other:
                work.Fail($"条件が「はい・いいえ」ではなく{Kinds.Of(other)}です。");
                return null;
        }
    }

    private bool IsTrue(Node condition, NameScope? scope) => Truth(condition, scope) == true;

    private Value In(Node.In test, NameScope? scope)
    {
        var subject = Evaluate(test.Subject, scope);
        var isUnknown = false;

        foreach (var one in test.Tests)
        {
            switch (Holds(subject, one, scope))
            {
                case Value.YesNo { Answer: true } yes:
                    return yes;
                case Value.Nothing:
                    isUnknown = true;
                    break;
            }
        }

        return isUnknown ? Value.None : Value.Of(false);
    }

    private Value Holds(Value subject, Node.Test test, NameScope? scope)
    {
        switch (test)
        {
            case Node.Test.Comparison comparison:
                return Comparing.Compare(comparison.Operator, subject, Evaluate(comparison.Operand, scope), work);
            case Node.Test.Range range:
                var above = Comparing.Compare(range.WithFrom ? ">=" : ">", subject, Evaluate(range.From, scope), work);
                var below = Comparing.Compare(range.WithTo ? "<=" : "<", subject, Evaluate(range.To, scope), work);
                return above is Value.YesNo from && below is Value.YesNo to ? Value.Of(from.Answer && to.Answer) : Value.None;
            case Node.Test.Member member:
                return IsMember(subject, Evaluate(member.Of, scope));
            default:
                throw new UnreachableException();
        }
    }

    private Value IsMember(Value subject, Value of) =>
        of is Value.List list && (subject is not Value.List || list.Items.Any(static item => item is Value.List))
            ? work.Spend(list.Items.Length) ? Value.Of(list.Items.Any(item => Comparing.AreEqual(item, subject, work) == true)) : Value.None
            : Comparing.Compare("=", subject, of, work);

    private Value Filter(Node.Filter filter, NameScope? scope)
    {
        var source = Evaluate(filter.Source, scope);
        var items = source is Value.List list ? list.Items : ImmutableArray.Create(source).Remove(Value.None);

        if (items.IsEmpty)
        {
            return filter.Condition is Node.Literal { Value: Value.Number } || source is Value.Nothing
                ? work.Fail("リストが空なので取り出せません。")
                : new Value.List([]);
        }

        var first = EvaluateFor(items[0], filter.Condition, scope);

        return first is Value.Number index ? At(items, index.Amount) : Filtered(items, first, filter.Condition, scope);
    }

    private Value At(ImmutableArray<Value> items, decimal index)
    {
        var position = index < 0 ? items.Length + index : index - 1;

        return position >= 0 && position < items.Length && decimal.IsInteger(position)
            ? items[(int)position]
            : work.Fail($"リストに{index:0.##}番目はありません（{items.Length}個です）。");
    }

    private Value Filtered(ImmutableArray<Value> items, Value first, Node condition, NameScope? scope)
    {
        var kept = ImmutableArray.CreateBuilder<Value>();

        for (var i = 0; i < items.Length && !work.IsExhausted; i++)
        {
            if ((i == 0 ? first : EvaluateFor(items[i], condition, scope)) is Value.YesNo { Answer: true })
            {
                kept.Add(items[i]);
            }
        }

        return work.Made(new Value.List(kept.ToImmutable()));
    }

    private Value EvaluateFor(Value item, Node condition, NameScope? scope) =>
        Evaluate(condition, new NameScope("item", item, item as Value.Record, scope));

    private Value For(Node.For loop, NameScope? scope)
    {
        var results = ImmutableArray.CreateBuilder<Value>();

        return Iteration.Run(loop.Iterators, scope, this, work, inner => results.Add(Evaluate(loop.Result, inner)))
            ? work.Made(new Value.List(results.ToImmutable()))
            : Value.None;
    }

    private Value Quantified(Node.Quantified quantified, NameScope? scope)
    {
        var isDecided = false;
        var isUnknown = false;
        var ran = Iteration.Run(quantified.Iterators, scope, this, work, inner =>
        {
            if (!isDecided)
            {
                var truth = Truth(quantified.Condition, inner);
                isDecided = truth == !quantified.IsEvery;
                isUnknown |= truth is null;
            }
        });

        if (!ran)
        {
            return Value.None;
        }

        if (isDecided)
        {
            return Value.Of(!quantified.IsEvery);
        }

        return isUnknown ? Value.None : Value.Of(quantified.IsEvery);
    }

    private Value Call(Node.Call call, NameScope? scope)
    {
        var arguments = EvaluateAll(call.Arguments, scope);
        var size = arguments.Sum(static argument => argument switch
        {
            Value.List list => list.Items.Length,
            Value.Text text => text.Content.Length / 16,
            _ => 0,
        });

        return work.Spend(size) ? work.Made(call.Function.Body(new FunctionCall(call.Function.Name, arguments, work))) : Value.None;
    }
}
