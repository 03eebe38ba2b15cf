using System.Globalization;
using OfficeWorkflow.Workflows.Timing;
using Quartz;

namespace OfficeWorkflow.Server.Automation.Jobs;

/// <summary>When a job runs, on the clocks of Tokyo: the same text for Quartz, for the page and for a rehearsal.</summary>
/// <param name="Cron">As Quartz reads it.</param>
/// <param name="Words">As people say it.</param>
public sealed record JobTimes(string Cron, string Words)
{
    private readonly CronExpression expression = new(Cron, WorkCalendar.Tokyo);

    public static JobTimes DailyAt(int hour, int minute) => new(
        string.Create(CultureInfo.InvariantCulture, $"0 {minute} {hour} * * ?"),
        string.Create(CultureInfo.InvariantCulture, $"毎日 {hour}時{minute:00}分"));

    public static JobTimes EveryHours(int hours) => new(
        string.Create(CultureInfo.InvariantCulture, $"0 0 0/{hours} * * ?"),
        string.Create(CultureInfo.InvariantCulture, $"{hours}時間ごと"));

    public DateTimeOffset NextAfter(DateTimeOffset moment) =>
        expression.GetNextValidTimeAfter(moment) ?? throw new InvalidOperationException($"'{Cron}' never comes again.");
}
