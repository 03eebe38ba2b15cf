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

    public sealed record Terminate : Trigger;

    /// <summary>An event definition that is not run; kept so that the check can name it.</summary>
    public sealed record Unknown(string Element) : Trigger;
}
