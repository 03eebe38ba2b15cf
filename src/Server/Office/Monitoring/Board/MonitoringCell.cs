namespace OfficeWorkflow.Server.Office.Monitoring.Board;

/// <summary>One client in one month on the board.</summary>
/// <param name="Month">First day of the month.</param>
/// <param name="On">The day of the visit, done or arranged.</param>
/// <param name="ReportId">Where the report is read.</param>
public sealed record MonitoringCell(DateOnly Month, MonitoringState State, DateOnly? On = null, Guid? ReportId = null)
{
    /// <param name="today">The day in Tokyo.</param>
    public static MonitoringCell Of(DateOnly month, bool isDesignated, MonitoringReport? report, MonitoringVisit? visit, DateOnly today)
    {
        if (report is not null)
        {
            var on = Ui.JapaneseEra.DayInTokyo(report.VisitedAt);

            return new MonitoringCell(month, isDesignated ? MonitoringState.Done : MonitoringState.Outside, on, report.Id);
        }

        if (!isDesignated)
        {
            return new MonitoringCell(month, MonitoringState.None);
        }

        var current = MonitoringMonths.FirstDay(today);

        return month < current
            ? new MonitoringCell(month, MonitoringState.Late)
            : new MonitoringCell(month, (visit, month == current) switch
            {
                (not null, _) => MonitoringState.Planned,
                (null, true) => MonitoringState.Due,
                _ => MonitoringState.Ahead,
            }, visit?.VisitOn);
    }
}
