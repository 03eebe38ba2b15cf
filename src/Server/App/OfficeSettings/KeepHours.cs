using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Automation.Forms;
using OfficeWorkflow.Server.Offices;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.App.OfficeSettings;

/// <summary>When the office is open: the hours, and the days of the week on which it is closed.</summary>
public static class KeepHours
{
    public static IReadOnlyList<Option> Days { get; } =
    [
        new(nameof(DayOfWeek.Monday), "月曜日"),
        new(nameof(DayOfWeek.Tuesday), "火曜日"),
        new(nameof(DayOfWeek.Wednesday), "水曜日"),
        new(nameof(DayOfWeek.Thursday), "木曜日"),
        new(nameof(DayOfWeek.Friday), "金曜日"),
        new(nameof(DayOfWeek.Saturday), "土曜日"),
        new(nameof(DayOfWeek.Sunday), "日曜日"),
    ];

    public sealed record Form
    {
        public string? OpensAt { get; init; }

        public string? ClosesAt { get; init; }

        public IReadOnlyList<string>? Closed { get; init; }
    }

    /// <param name="Kept">Waiting moments that keep their dates, once something was changed.</param>
    public sealed record Model(Form Form, WaitingMoments.Model? Kept, IReadOnlyList<Refusal> Refusals);

    internal static async Task<Model> ShowAsync(
        Form? typed, bool isKept, IReadOnlyList<Refusal> refusals, Guid officeId, OfficeDb db, TimeProvider clock, CancellationToken stop)
    {
        var office = await db.Offices.AsNoTracking().SingleAsync(row => row.Id == officeId, stop);
        var stored = new Form
        {
            OpensAt = office.OpensAt.ToString("H:mm", CultureInfo.InvariantCulture),
            ClosesAt = office.ClosesAt.ToString("H:mm", CultureInfo.InvariantCulture),
            Closed = office.WeeklyDaysOff.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
        };
        var kept = isKept ? await WaitingMoments.HandleAsync(JapaneseEra.DayInTokyo(clock.GetUtcNow()), officeId, db, stop) : null;
        return new Model(typed ?? stored, kept, refusals);
    }

    internal static async Task<Refusal?> HandleAsync(Form form, Viewer viewer, OfficeDb db, TimeProvider clock, CancellationToken stop)
    {
        if (TypedText.Clock(form.OpensAt ?? "") is not { } opens || TypedText.Clock(form.ClosesAt ?? "") is not { } closes || opens >= closes)
        {
            return new Refusal("hours-wrong", "営業時間は、始まりより終わりが後になるように入れてください。例: 9:00 から 18:00", "opensAt");
        }

        var closed = (form.Closed ?? []).Distinct(StringComparer.Ordinal).ToList();
        if (!closed.TrueForAll(static day => Days.Any(known => string.Equals(known.Key, day, StringComparison.Ordinal))) || closed.Count == Days.Count)
        {
            return new Refusal("days-wrong", "少なくとも1つの曜日は開けてください。すべて休みにすると、期限を数えられません。", "closed");
        }

        var office = await db.Offices.SingleAsync(row => row.Id == viewer.OfficeId, stop);
        office.OpensAt = opens;
        office.ClosesAt = closes;
        office.WeeklyDaysOff = string.Join(',', closed);
        office.CalendarVersion++;
        db.Note(viewer.OfficeId, clock.GetUtcNow(), "office-changed", $"office:{office.Id}", "営業時間と休みの曜日の設定を変えた。");
        await db.SaveChangesAsync(stop);
        return null;
    }
}
