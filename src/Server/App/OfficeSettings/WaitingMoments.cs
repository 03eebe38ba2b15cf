using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Server.Automation.Running;
using OfficeWorkflow.Server.Automation.Running.Timers;
using OfficeWorkflow.Server.Offices;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.App.OfficeSettings;

/// <summary>
/// A change of the calendar moves nothing that was counted before it. These are the moments that running cases wait for and that keep their
/// dates, so that a person can decide about each.
/// </summary>
public static class WaitingMoments
{
    private const int Most = 50;

    /// <param name="IsClosed">By the calendar as it is now, the office is closed on that day.</param>
    public sealed record Line(Guid CaseId, string CaseName, DateTimeOffset DueAt, bool IsClosed);

    public sealed record Model(IReadOnlyList<Line> Lines, int Count, DateOnly From);

    /// <param name="from">The earliest day that was changed: what is due before it was not counted over it.</param>
    internal static async Task<Model> HandleAsync(DateOnly from, Guid officeId, OfficeDb db, CancellationToken stop)
    {
        var office = await db.Offices.AsNoTracking().SingleAsync(row => row.Id == officeId, stop);
        var calendar = office.Calendar(await db.Holidays.Where(row => row.OfficeId == officeId).Select(static row => row.On).ToListAsync(stop));
        var start = new DateTimeOffset(from.ToDateTime(TimeOnly.MinValue), TimeSpan.FromHours(9));
        var waiting =
            from timer in db.Timers
            where timer.State == TimerState.Armed && timer.CaseId != null && timer.DueAt >= start
            join file in db.Cases on timer.CaseId equals file.Id
            orderby timer.DueAt
            select new { file.Id, file.ProcedureName, file.SubjectLabel, timer.DueAt };
        var rows = await waiting.Take(Most).ToListAsync(stop);
        return new Model(
            [.. rows.Select(row => new Line(
                row.Id,
                string.IsNullOrEmpty(row.SubjectLabel) ? row.ProcedureName : $"{row.ProcedureName}（{row.SubjectLabel}）",
                row.DueAt,
                !calendar.IsWorkingDay(JapaneseEra.DayInTokyo(row.DueAt))))],
            await waiting.CountAsync(stop),
            from);
    }
}
