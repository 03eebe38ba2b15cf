namespace OfficeWorkflow.Server.Automation.Work;

/// <summary>Which work a list shows; in addresses the lower-case name.</summary>
public enum InboxScope
{
    /// <summary>What I have.</summary>
    Mine,

    /// <summary>What nobody has and one of my roles may take.</summary>
    Roles,

    /// <summary>All open work of the office.</summary>
    All,

    /// <summary>Open and past its due date.</summary>
    Overdue,

    /// <summary>What I finished.</summary>
    Done,
}
