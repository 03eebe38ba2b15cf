namespace OfficeWorkflow.Server.Automation.Running.Inbox;

public enum InboxKind
{
    /// <summary>A case is to begin.</summary>
    Start,

    /// <summary>The case is no longer needed by the one that called it.</summary>
    Cancel,

    /// <summary>A called case came to its end.</summary>
    ChildEnded,

    /// <summary>A called case ended with an error.</summary>
    ChildFailed,

    /// <summary>A called case, which goes on, had something to tell that nobody in it heard.</summary>
    ChildEscalated,

    /// <summary>A signal of another case or from outside.</summary>
    Signal,
}
