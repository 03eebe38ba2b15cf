using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Office.Plug;
using OfficeWorkflow.Server.Offices;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.App.OfficeSettings;

/// <summary>The days on which the office is closed beside its weekly days off: seen by year, added, taken away, read from the Cabinet Office's file.</summary>
public static class KeepHolidays
{
    public sealed record Form
    {
        public string? On { get; init; }

        public string? Name { get; init; }
    }

    /// <param name="Kept">Waiting moments that keep their dates, once something was changed.</param>
    /// <param name="Imported">What a file brought, once one was read.</param>
    public sealed record Model(
        int Year, int FirstYear, int LastYear, IReadOnlyList<Holiday> Days, Form Form, WaitingMoments.Model? Kept, ImportHolidays.Report? Imported, IReadOnlyList<Refusal> Refusals);

    internal static async Task<Model> ShowAsync(
        int? year, Form? typed, DateOnly? changedFrom, ImportHolidays.Report? imported, IReadOnlyList<Refusal> refusals, Guid officeId, OfficeDb db, TimeProvider clock, CancellationToken stop)
    {
        var shown = year is >= 1900 and <= 2200 ? year.Value : JapaneseEra.DayInTokyo(clock.GetUtcNow()).Year;
        var (first, last) = (new DateOnly(shown, 1, 1), new DateOnly(shown, 12, 31));
        return new Model(
            shown,
            (await db.Holidays.MinAsync(static row => (DateOnly?)row.On, stop))?.Year ?? shown,
            (await db.Holidays.MaxAsync(static row => (DateOnly?)row.On, stop))?.Year ?? shown,
            await db.Holidays.AsNoTracking().Where(row => row.On >= first && row.On <= last).OrderBy(static row => row.On).ToListAsync(stop),
            typed ?? new Form(),
            changedFrom is { } from ? await WaitingMoments.HandleAsync(from, officeId, db, stop) : null,
            imported,
            refusals);
    }

    /// <returns>The day that was added.</returns>
    internal static async Task<Outcome<DateOnly>> AddAsync(Form form, Viewer viewer, OfficeDb db, TimeProvider clock, CancellationToken stop)
    {
        var read = new PageReader();
        var on = read.RequiredDay(form.On, nameof(form.On), "休みの日");
        var name = read.Required(form.Name, nameof(form.Name), "名前");
        if (!read.IsWrong)
        {
            read.RefuseIf(
                await db.Holidays.AnyAsync(row => row.OfficeId == viewer.OfficeId && row.On == on, stop),
                "holiday-known", $"{JapaneseEra.Long(on)}はもう休日に入っています。", nameof(form.On));
        }

        if (read.IsWrong)
        {
            return read.Refusal;
        }

        db.Holidays.Add(new Holiday { OfficeId = viewer.OfficeId, On = on, Name = name });
        await SaveAsync($"休日に{JapaneseEra.Date(on)}を加えた。", viewer, db, clock, stop);
        return on;
    }

    /// <returns>Whether there was such a day.</returns>
    internal static async Task<bool> RemoveAsync(DateOnly on, Viewer viewer, OfficeDb db, TimeProvider clock, CancellationToken stop)
    {
        if (await db.Holidays.SingleOrDefaultAsync(row => row.OfficeId == viewer.OfficeId && row.On == on, stop) is not { } holiday)
        {
            return false;
        }

        db.Holidays.Remove(holiday);
        await SaveAsync($"休日から{JapaneseEra.Date(on)}を外した。", viewer, db, clock, stop);
        return true;
    }

    internal static async Task SaveAsync(string text, Viewer viewer, OfficeDb db, TimeProvider clock, CancellationToken stop)
    {
        var office = await db.Offices.SingleAsync(row => row.Id == viewer.OfficeId, stop);
        office.CalendarVersion++;
        db.Note(viewer.OfficeId, clock.GetUtcNow(), "holidays-changed", $"office:{office.Id}", text);
        await db.SaveChangesAsync(stop);
    }
}
