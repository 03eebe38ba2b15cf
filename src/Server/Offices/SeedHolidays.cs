using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Workflows.Timing;

namespace OfficeWorkflow.Server.Offices;

/// <summary>Fills an office's calendar with the public holidays of the coming years; what the office edited is left alone.</summary>
public static class SeedHolidays
{
    private const int YearsBack = 2;
    private const int YearsAhead = 10;

    public static async Task HandleAsync(OfficeDb db, Guid officeId, TimeProvider clock, CancellationToken stop)
    {
        var year = CivilTime.DayOf(clock.GetUtcNow(), WorkCalendar.Tokyo).Year;
        var last = await db.Holidays.Where(holiday => holiday.OfficeId == officeId).MaxAsync(static holiday => (DateOnly?)holiday.On, stop);
        var from = last is { } known ? known.Year + 1 : year - YearsBack;
        if (from > year + YearsAhead)
        {
            return;
        }

        foreach (var (day, name) in Enumerable.Range(from, year + YearsAhead - from + 1).SelectMany(JapaneseHolidays.In))
        {
            db.Holidays.Add(new Holiday { OfficeId = officeId, On = day, Name = name });
        }

        (await db.Offices.SingleAsync(office => office.Id == officeId, stop)).CalendarVersion++;
        await db.SaveChangesAsync(stop);
    }
}
