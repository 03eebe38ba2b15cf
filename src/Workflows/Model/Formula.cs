using OfficeWorkflow.Workflows.Expressions;

namespace OfficeWorkflow.Workflows.Model;

/// <summary>A FEEL text of the model, read once. One that cannot be read is kept, so that the check can say why.</summary>
public sealed class Formula
{
    public Formula(string text)
    {
        Text = text.Trim();
        switch (Expression.Parse(Text))
        {
            case ExpressionReading.Readable readable:
                Expression = readable.Expression;
                break;
            case ExpressionReading.Unreadable unreadable:
                Error = unreadable.Error;
                break;
        }
    }

    /// <summary>As written, a leading <c>=</c> included.</summary>
    public string Text { get; }

    public Expression? Expression { get; }

    public ExpressionError? Error { get; }

    public override string ToString() => Text;
}
