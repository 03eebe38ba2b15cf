using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Workflows.Timing;

namespace OfficeWorkflow.Server.Offices;

/// <summary>The working days of each office, read again when its calendar has changed, in whichever process.</summary>
public sealed class OfficeCalendars
{
    private readonly ConcurrentDictionary<Guid, (int Version, WorkCalendar Calendar)> read = new();

    /// <summary>An office that is unknown works on weekdays.</summary>
    public async Task<WorkCalendar> OfAsync(OfficeDb db, Guid officeId, CancellationToken stop)
    {
        var version = await db.Offices
            .Where(office => office.Id == officeId)
            .Select(static office => (int?)office.CalendarVersion)
            .SingleOrDefaultAsync(stop);
        return await OfAsync(db, officeId, version, stop);
    }

    /// <param name="version">Of its calendar, as just read; null where there is no such office.</param>
    public async Task<WorkCalendar> OfAsync(OfficeDb db, Guid officeId, int? version, CancellationToken stop)
    {
        if (version is null)
        {
            return WorkCalendar.WeekdaysInTokyo;
        }

        if (read.TryGetValue(officeId, out var known) && known.Version == version)
        {
            return known.Calendar;
        }

        var file = await db.Offices.AsNoTracking().SingleAsync(office => office.Id == officeId, stop);
        var holidays = await db.Holidays.Where(holiday => holiday.OfficeId == officeId).Select(static holiday => holiday.On).ToListAsync(stop);
        var calendar = file.Calendar(holidays);
        read[officeId] = (file.CalendarVersion, calendar);
        return calendar;
    }
}
