namespace OfficeWorkflow.Workflows.Expressions;

/// <summary>The two faces of reading an expression.</summary>
public abstract record ExpressionReading
{
    private ExpressionReading()
    {
    }

    public sealed record Readable(Expression Expression) : ExpressionReading;

    public sealed record Unreadable(ExpressionError Error) : ExpressionReading;
}
