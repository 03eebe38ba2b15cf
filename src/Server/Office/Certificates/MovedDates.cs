using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Server.Office.Monitoring;
using OfficeWorkflow.Server.Office.Notices;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;
using OfficeWorkflow.Workflows.Timing;

namespace OfficeWorkflow.Server.Office.Certificates;

/// <summary>What moves when a certificate replaces another: from when its end is noticed, and in which months monitoring begins. A sentence each.</summary>
internal static class MovedDates
{
    public static async Task<IReadOnlyList<string>> OfAsync(Certificate before, Certificate after, WorkCalendar calendar, DateOnly today, OfficeDb db, CancellationToken stop)
    {
        var month = MonitoringMonths.FirstDay(today);
        var (old, next) = (MonthsOf(before, month), MonthsOf(after, month));
        var subject = after.ClientId.ToString();
        var begun = await db.Cases.AnyAsync(file => file.ProcedureKey == MonitoringDueWorker.Procedure && file.Status == CaseStatus.Open && file.Subject == subject, stop);
        return
        [
            .. Notice(PeriodEnds.Of(before), PeriodEnds.Of(after)),
            .. old.Except(next).Select(static gone => $"{JapaneseEra.Month(gone)}のモニタリングは、始まらなくなります。"),
            .. next.Except(old).Select(added => $"{JapaneseEra.Month(added)}のモニタリングが、{Beginning(added, calendar)}に始まるようになります。"),
            .. begun && !old.SequenceEqual(next) ? ["いま進行中のモニタリングの案件は、そのまま続きます。"] : (string[])[],
        ];
    }

    private static IEnumerable<string> Notice(DateOnly? before, DateOnly? after)
    {
        if (before != after && after is { } end)
        {
            var until = before is { } known ? $"（いままでは{JapaneseEra.Long(known.AddDays(-ScanCertificates.Ahead))}から）" : "";
            yield return $"期間の終わりのお知らせは、{JapaneseEra.Long(end.AddDays(-ScanCertificates.Ahead))}から出るようになります{until}。";
        }
    }

    /// <summary>Those that are still to come.</summary>
    private static List<DateOnly> MonthsOf(Certificate certificate, DateOnly from) =>
        [.. certificate.MonitoringMonths.Select(static row => row.Month).Where(month => month >= from).Order()];

    /// <summary>The day on which the monthly round begins it.</summary>
    private static string Beginning(DateOnly month, WorkCalendar calendar) => JapaneseEra.Long(BusinessDays.OnOrAfter(month, calendar) ?? month);
}
