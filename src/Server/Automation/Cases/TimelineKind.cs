namespace OfficeWorkflow.Server.Automation.Cases;

/// <summary>Who or what did it: drawn as a word and a shape.</summary>
public enum TimelineKind
{
    Person,

    /// <summary>Somebody outside of the office, by a link.</summary>
    Answer,
    Mail,
    Timer,
    System,
    Trouble,
}
