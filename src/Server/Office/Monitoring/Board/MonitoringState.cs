namespace OfficeWorkflow.Server.Office.Monitoring.Board;

/// <summary>How one client stands in one month.</summary>
public enum MonitoringState
{
    /// <summary>Not a designated month, and nothing was done.</summary>
    None,

    /// <summary>予定: a designated month ahead.</summary>
    Ahead,

    /// <summary>今月: nothing arranged yet.</summary>
    Due,

    /// <summary>訪問予定: a day is arranged.</summary>
    Planned,

    /// <summary>済.</summary>
    Done,

    /// <summary>遅れ: the month is over without a report.</summary>
    Late,

    /// <summary>指定外: done in a month that was not designated.</summary>
    Outside,
}
