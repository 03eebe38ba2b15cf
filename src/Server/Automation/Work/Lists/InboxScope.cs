namespace OfficeWorkflow.Server.Automation.Work.Lists;

/// <summary>Which work a list shows; in addresses the lower-case name.</summary>
public enum InboxScope
{
    /// <summary>What I have, and what I stand in for, and do not see again only later.</summary>
    Mine,

    /// <summary>What I have and put off (再開日).</summary>
    Later,

    /// <summary>What nobody has and one of my roles may take.</summary>
    Roles,

    /// <summary>What I wait for from others: what they prepare for me, and what they have of cases that I started.</summary>
    Waiting,

    /// <summary>All open work of the office.</summary>
    All,

    /// <summary>Open and past its due date.</summary>
    Overdue,

    /// <summary>What I finished.</summary>
    Done,
}
