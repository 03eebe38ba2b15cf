namespace OfficeWorkflow.Workflows.Model.Events;

/// <summary>What an event waits for, or what it does: the closed set of event definitions.</summary>
public abstract record Trigger
{
    private Trigger()
    {
    }

    /// <summary>No event definition at all.</summary>
    public sealed record Blank : Trigger;

    public sealed record Message(MessageDefinition Definition) : Trigger;

    public sealed record Timer(TimerDefinition Definition) : Trigger;

    /// <param name="Code">Null catches every error.</param>
    public sealed record Error(string? Code, string Name) : Trigger;

    /// <param name="Code">Null catches every escalation.</param>
    public sealed record Escalation(string? Code, string Name) : Trigger;

    /// <summary>Leads from where it is thrown to the one catch event of the same name in the same frame.</summary>
    public sealed record Link(string Name) : Trigger;

    /// <summary>Told to everyone who waits for it at that moment, in this case and in the others of the office.</summary>
    /// <param name="Name">Empty where the model names no signal.</param>
    public sealed record Signal(string Name) : Trigger;

    /// <summary>Happens when a condition comes to hold.</summary>
    /// <param name="Condition">Null where none is written.</param>
    public sealed record Conditional(Formula? Condition) : Trigger;

    /// <summary>Undoes what was completed.</summary>
    /// <param name="ActivityId">What to undo; null for all that was completed in the frame.</param>
    public sealed record Compensation(string? ActivityId) : Trigger;

    public sealed record Terminate : Trigger;

    /// <summary>An event definition that is not run; kept so that the check can name it.</summary>
    public sealed record Unknown(string Element) : Trigger;
}
