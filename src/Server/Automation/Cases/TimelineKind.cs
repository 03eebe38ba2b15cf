namespace OfficeWorkflow.Server.Automation.Cases;

/// <summary>Who or what did it: drawn as a word and a shape.</summary>
public enum TimelineKind
{
    Person,
    Mail,
    Timer,
    System,
    Trouble,
}
