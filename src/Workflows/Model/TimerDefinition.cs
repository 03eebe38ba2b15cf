using OfficeWorkflow.Workflows.Expressions;
using OfficeWorkflow.Workflows.Timing;

namespace OfficeWorkflow.Workflows.Model;

/// <summary>When a timer fires. One that cannot be read is kept, so that the check can say why.</summary>
public sealed class TimerDefinition
{
    public TimerDefinition(TimerKind kind, string text)
    {
        Kind = kind;
        Text = text;
        switch (TimerSpec.Read(kind, text))
        {
            case TimerReading.Readable readable:
                Spec = readable.Timer;
                break;
            case TimerReading.Unreadable unreadable:
                Error = unreadable.Error;
                break;
        }
    }

    public TimerKind Kind { get; }

    /// <summary>As written.</summary>
    public string Text { get; }

    public TimerSpec? Spec { get; }

    public ExpressionError? Error { get; }

    public override string ToString() => Text;
}
