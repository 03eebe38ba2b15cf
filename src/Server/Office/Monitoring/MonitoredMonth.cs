using OfficeWorkflow.Server.Automation.Forms;
using OfficeWorkflow.Server.Ui;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Office.Monitoring;

/// <summary>Which designated month a case of monitoring is about.</summary>
internal static class MonitoredMonth
{
    /// <summary>What the monthly round said; of a case that a person started, the month in which the act is done.</summary>
    public static DateOnly Of(ActContext context) =>
        MonitoringMonths.FirstDay(context.Variables["month"] is Value.Day day ? day.On : JapaneseEra.DayInTokyo(context.At));
}
