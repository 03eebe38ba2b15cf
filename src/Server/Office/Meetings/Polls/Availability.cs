namespace OfficeWorkflow.Server.Office.Meetings.Polls;

/// <summary>Whether somebody can come on a date.</summary>
public enum Availability
{
    /// <summary>○ 行けます.</summary>
    Yes,

    /// <summary>△ 調整すれば行けます.</summary>
    IfNeedBe,

    /// <summary>× 行けません.</summary>
    No,
}
