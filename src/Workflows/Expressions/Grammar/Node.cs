using System.Collections.Immutable;
using OfficeWorkflow.Workflows.Expressions.BuiltIn;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Workflows.Expressions.Grammar;

/// <summary>The parsed form of an expression.</summary>
internal abstract record Node
{
    private Node()
    {
    }

    public sealed record Literal(Value Value) : Node;

    public sealed record Name(string Word) : Node;

    public sealed record Path(Node Source, string Member) : Node;

    public sealed record Filter(Node Source, Node Condition) : Node;

    public sealed record ListOf(ImmutableArray<Node> Items) : Node;

    public sealed record ContextOf(ImmutableArray<(string Key, Node Value)> Entries) : Node;

    public sealed record Negation(Node Operand) : Node;

    /// <param name="Operator">+ - * / ** = != &lt; &lt;= &gt; &gt;=</param>
    public sealed record Binary(string Operator, Node Left, Node Right) : Node;

    public sealed record Logic(bool IsAnd, Node Left, Node Right) : Node;

    /// <summary><c>x in (test, test)</c> and <c>x between a and b</c>.</summary>
    public sealed record In(Node Subject, ImmutableArray<Test> Tests) : Node;

    public sealed record InstanceOf(Node Subject, FeelType Type) : Node;

    public sealed record Choice(Node Condition, Node Then, Node Otherwise) : Node;

    public sealed record For(ImmutableArray<Iterator> Iterators, Node Result) : Node;

    public sealed record Quantified(bool IsEvery, ImmutableArray<Iterator> Iterators, Node Condition) : Node;

    public sealed record Call(Function Function, ImmutableArray<Node> Arguments) : Node;

    /// <param name="To">Set when the iterator runs over a range of whole numbers or days.</param>
    public sealed record Iterator(string Name, Node From, Node? To);

    /// <summary>One of the things that <c>in</c> compares with.</summary>
    public abstract record Test
    {
        private Test()
        {
        }

        public sealed record Comparison(string Operator, Node Operand) : Test;

        /// <summary>Equal to it, or a member of it.</summary>
        public sealed record Member(Node Of) : Test;

        public sealed record Range(Node From, bool WithFrom, Node To, bool WithTo) : Test;
    }
}
