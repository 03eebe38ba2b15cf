using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Offices;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.App.OfficeSettings;

/// <summary>Takes the public holidays from the Cabinet Office's file: adds and renames. What is not in the file is shown and left, for it may be the office's own.</summary>
public static class ImportHolidays
{
    private const int YearsBack = 2;

    /// <param name="Others">Days of the file's years that are not in it.</param>
    public sealed record Report(int Added, int Renamed, IReadOnlyList<Holiday> Others, DateOnly? ChangedFrom);

    internal static async Task<Outcome<Report>> HandleAsync(byte[] file, Viewer viewer, OfficeDb db, TimeProvider clock, CancellationToken stop)
    {
        return HolidayFile.Read(file) switch
        {
            Outcome<IReadOnlyList<(DateOnly On, string Name)>>.Done read => await TakeAsync(read.Value, viewer, db, clock, stop),
            Outcome<IReadOnlyList<(DateOnly On, string Name)>>.Refused no => no.Refusal,
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static async Task<Outcome<Report>> TakeAsync(
        IReadOnlyList<(DateOnly On, string Name)> read, Viewer viewer, OfficeDb db, TimeProvider clock, CancellationToken stop)
    {
        var first = new DateOnly(JapaneseEra.DayInTokyo(clock.GetUtcNow()).Year - YearsBack, 1, 1);
        var days = read.Where(day => day.On >= first).ToList();
        if (days.Count == 0)
        {
            return new Refusal("holiday-file-old", $"このファイルには{JapaneseEra.Date(first)}より前の日しかありません。新しいファイルを選んでください。", "file");
        }

        var last = new DateOnly(days[^1].On.Year, 12, 31);
        var start = new DateOnly(days[0].On.Year, 1, 1);
        var known = await db.Holidays.Where(row => row.OfficeId == viewer.OfficeId && row.On >= start && row.On <= last).ToDictionaryAsync(static row => row.On, stop);
        var added = days.Where(day => !known.ContainsKey(day.On)).ToList();
        var renamed = days.Where(day => known.TryGetValue(day.On, out var row) && !string.Equals(row.Name, day.Name, StringComparison.Ordinal)).ToList();
        db.Holidays.AddRange(added.Select(day => new Holiday { OfficeId = viewer.OfficeId, On = day.On, Name = day.Name }));
        foreach (var (on, name) in renamed)
        {
            known[on].Name = name;
        }

        var inFile = days.Select(static day => day.On).ToHashSet();
        await KeepHolidays.SaveAsync($"国民の祝日のファイルから休日を {added.Count} 日加え、{renamed.Count} 日の名前を変えた。", viewer, db, clock, stop);
        return new Report(
            added.Count, renamed.Count, [.. known.Values.Where(row => !inFile.Contains(row.On)).OrderBy(static row => row.On)], added.Count == 0 ? null : added[0].On);
    }
}
