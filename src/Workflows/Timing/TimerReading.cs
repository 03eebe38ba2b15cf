using OfficeWorkflow.Workflows.Expressions;

namespace OfficeWorkflow.Workflows.Timing;

/// <summary>The two faces of reading a timer definition.</summary>
public abstract record TimerReading
{
    private TimerReading()
    {
    }

    public sealed record Readable(TimerSpec Timer) : TimerReading;

    public sealed record Unreadable(ExpressionError Error) : TimerReading;
}
