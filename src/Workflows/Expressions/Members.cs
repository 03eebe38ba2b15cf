using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Timing;

namespace OfficeWorkflow.Workflows.Expressions;

/// <summary><c>a.b</c>: fields of records, parts of dates and durations. Of a list: of each item.</summary>
internal static class Members
{
    public static Value Of(Value source, string member, Work work) => source switch
    {
        Value.Nothing => work.Fail($"値がないので「{member}」を読めません。"),
        Value.List list => work.Made(new Value.List([.. list.Items.Select(item => Of(item, member, work))])),
        Value.Record record => record.Fields.TryGetValue(member, out var field) ? field : work.Fail($"「{member}」という項目はありません。"),
        Value.Day day => OfDay(day.On, member) ?? Missing(source, member, work),
        Value.Moment moment => OfMoment(moment.At, member, work.Moment.Calendar.Zone) ?? Missing(source, member, work),
        Value.Clock clock => OfClock(clock.At, member) ?? Missing(source, member, work),
        Value.Span span => OfSpan(span.Length, member) ?? Missing(source, member, work),
        Value.Months months => OfMonths(months.Count, member) ?? Missing(source, member, work),
        _ => Missing(source, member, work),
    };

    private static Value Missing(Value source, string member, Work work) => work.Fail($"{Kinds.Of(source)}に「{member}」はありません。");

    private static Value? OfDay(DateOnly day, string member) => member switch
    {
        "year" => Value.Of(day.Year),
        "month" => Value.Of(day.Month),
        "day" => Value.Of(day.Day),
        "weekday" => Value.Of(day.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)day.DayOfWeek),
        _ => null,
    };

    private static Value? OfMoment(DateTimeOffset moment, string member, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(moment, zone);

        return member is "time offset"
            ? new Value.Span(local.Offset)
            : OfDay(CivilTime.DayOf(moment, zone), member) ?? OfClock(TimeOnly.FromTimeSpan(local.TimeOfDay), member);
    }

    private static Value? OfClock(TimeOnly clock, string member) => member switch
    {
        "hour" => Value.Of(clock.Hour),
        "minute" => Value.Of(clock.Minute),
        "second" => Value.Of(clock.Second),
        _ => null,
    };

    private static Value? OfSpan(TimeSpan span, string member) => member switch
    {
        "days" => Value.Of(span.Days),
        "hours" => Value.Of(span.Hours),
        "minutes" => Value.Of(span.Minutes),
        "seconds" => Value.Of(span.Seconds),
        _ => null,
    };

    private static Value? OfMonths(int months, string member) => member switch
    {
        "years" => Value.Of(decimal.Truncate(months / 12m)),
        "months" => Value.Of(months % 12),
        _ => null,
    };
}
