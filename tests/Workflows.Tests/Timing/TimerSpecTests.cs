using System.Globalization;
using OfficeWorkflow.Workflows.Expressions;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Tests.Expressions;
using OfficeWorkflow.Workflows.Timing;

namespace OfficeWorkflow.Workflows.Tests.Timing;

public class TimerSpecTests
{
    [Theory]
    [InlineData(TimerKind.Date, "2026-05-01T09:00:00+09:00", "2026-05-01T09:00:00+09:00")]
    [InlineData(TimerKind.Date, "2026-05-01T09:00", "2026-05-01T09:00:00+09:00")]
    [InlineData(TimerKind.Date, "2026-05-01", "2026-05-01T09:00:00+09:00")]
    [InlineData(TimerKind.Date, "end of month(today())", "2026-04-30T09:00:00+09:00")]
    [InlineData(TimerKind.Date, "=at opening(add working days(today(), 3))", "2026-04-06T09:00:00+09:00")]
    [InlineData(TimerKind.Date, "=meetingAt - duration(\"P1D\")", "2026-04-14T13:00:00+09:00")]
    [InlineData(TimerKind.Date, "2020-01-01T00:00:00Z", "2020-01-01T00:00:00Z")]
    [InlineData(TimerKind.Duration, "P3D", "2026-04-04T10:30:00+09:00")]
    [InlineData(TimerKind.Duration, "PT2H", "2026-04-01T12:30:00+09:00")]
    [InlineData(TimerKind.Duration, "=duration(\"P1M\")", "2026-05-01T10:30:00+09:00")]
    [InlineData(TimerKind.Duration, "working days(3)", "2026-04-06T09:00:00+09:00")]
    [InlineData(TimerKind.Duration, "if urgent then working days(1) else working days(3)", "2026-04-02T09:00:00+09:00")]
    [InlineData(TimerKind.Duration, "\"PT\" + string(hours) + \"H\"", "2026-04-01T14:30:00+09:00")]
    [InlineData(TimerKind.Cycle, "R3/P3D", "2026-04-04T10:30:00+09:00")]
    [InlineData(TimerKind.Cycle, "repeat working days(2, 3)", "2026-04-03T09:00:00+09:00")]
    public void D1_Dates_durations_and_cycles_fall_due_first(TimerKind kind, string text, string expected) => Assert.Equal(Moment(expected), First(kind, text).At);

    [Fact]
    public void A_cycle_fires_as_often_as_it_says() =>
        Assert.Equal(["04-04 10:30", "04-07 10:30", "04-10 10:30"], All("R3/P3D"));

    [Fact]
    public void A_cycle_of_months_keeps_the_end_of_the_month() =>
        Assert.Equal(
            ["01-31 10:00", "02-28 10:00", "03-31 10:00", "04-30 10:00"],
            All("R4/2026-01-31T10:00:00+09:00/P1M", at: Moment("2026-01-01T00:00:00Z")));

    [Fact]
    public void A_cycle_with_a_start_fires_there_first() =>
        Assert.Equal(["04-01 09:00", "04-02 09:00", "04-03 09:00"], All("R3/2026-04-01T09:00+09:00/P1D", at: Moment("2026-03-31T00:00:00Z")));

    [Fact]
    public void D1_Of_a_cycle_with_a_start_the_times_before_the_arming_count_but_do_not_fire() =>
        Assert.Equal(["04-02 09:00", "04-03 09:00", "04-04 09:00", "04-05 09:00"], All("R5/2026-04-01T09:00+09:00/P1D"));

    [Fact]
    public void A_cycle_whose_times_have_all_passed_never_fires() =>
        Assert.IsType<DueReading.Never>(Timer(TimerKind.Cycle, "R2/2020-04-01T09:00+09:00/P1D").First(Variables, Feel.Moment));

    [Fact]
    public void A_start_that_is_now_still_fires() =>
        Assert.Equal(Feel.Moment.At, First(TimerKind.Cycle, "R2/2026-04-01T10:30+09:00/P1D").At);

    [Fact]
    public void Reminders_every_two_working_days_pass_over_golden_week() =>
        Assert.Equal(
            ["05-01 09:00", "05-08 09:00", "05-12 09:00"],
            All("repeat working days(2, 3)", at: Moment("2026-04-28T12:00:00+09:00")));

    [Fact]
    public void Reminders_may_begin_earlier_than_they_repeat()
    {
        var at = Moment("2026-04-28T12:00:00+09:00");

        Assert.Equal(["04-30 09:00", "05-07 09:00", "05-11 09:00"], All("repeat working days(1, 2, 3)", at));
        Assert.Equal("working-days:2:3:1", First(TimerKind.Cycle, "repeat working days(1, 2, 3)").Rule);
    }

    [Fact]
    public void D1_A_start_and_an_end_make_an_exact_interval() =>
        Assert.Equal(["04-02 00:00", "04-03 12:00"], All("R2/2026-04-02T00:00+09:00/2026-04-03T12:00+09:00"));

    [Theory]
    [InlineData("R3/P1D/2026-04-10T17:00", "04-08 17:00", "04-09 17:00", "04-10 17:00")]
    [InlineData("R2/PT36H/2026-04-10", "04-08 12:00", "04-10 00:00")]
    [InlineData("R3/P1M/2026-06-30T10:00+09:00", "04-30 10:00", "05-30 10:00", "06-30 10:00")]
    [InlineData("R5/P1D/2026-04-02T09:00+09:00", "04-02 09:00")]
    public void D1_A_cycle_with_an_end_falls_due_for_the_last_time_there(string text, params string[] expected) => Assert.Equal(expected, All(text));

    [Fact]
    public void D4_A_cycle_is_anchored_after_a_thousand_rounds_each_of_which_came_late()
    {
        var due = First(TimerKind.Cycle, "R/P1D");

        for (var round = 1; round < 1000; round++)
        {
            due = due.Next(Feel.Office, due.At.AddMinutes(round))!;
        }

        Assert.Equal((Feel.Moment.At.AddDays(1000), 1000), (due.At, due.Ordinal));
    }

    [Fact]
    [Trait("Trap", "9")]
    public void After_a_stop_of_three_days_it_fires_once_and_then_keeps_its_grid()
    {
        var first = First(TimerKind.Cycle, "R5/P1D");

        var next = first.Next(Feel.Office, first.At.AddDays(2).AddHours(1));

        Assert.Equal(new Due(Feel.Moment.At.AddDays(4), Feel.Moment.At, "R5/P1D", Ordinal: 4), next);
    }

    [Fact]
    public void A_long_stop_does_not_make_a_short_cycle_search_for_ever()
    {
        var first = First(TimerKind.Cycle, "R/PT1M");

        var next = first.Next(Feel.Office, first.At.AddYears(50))!;

        Assert.InRange(next.At - first.At.AddYears(50), TimeSpan.Zero, TimeSpan.FromMinutes(1));
    }

    [Fact]
    public void What_was_read_from_variables_is_settled_when_it_is_armed()
    {
        var due = First(TimerKind.Cycle, "repeat working days(hours, hours)");

        Assert.Equal("working-days:4:4", due.Rule);
        Assert.Equal(2, due.Next(Feel.Office, due.At)?.Ordinal);
    }

    [Fact]
    public void A_timer_that_falls_due_once_has_no_next() => Assert.Null(First(TimerKind.Duration, "P1D").Next(Feel.Office, Feel.Moment.At.AddDays(9)));

    [Theory]
    [InlineData("Europe/Berlin", "R2/2026-03-28T12:00/P1D", "2026-03-28T11:00:00Z", "2026-03-29T10:00:00Z")]
    [InlineData("Europe/Berlin", "R2/2026-03-28T12:00/PT24H", "2026-03-28T11:00:00Z", "2026-03-29T11:00:00Z")]
    [InlineData("Asia/Tokyo", "R2/2026-03-28T12:00/P1D", "2026-03-28T03:00:00Z", "2026-03-29T03:00:00Z")]
    public void Civil_days_follow_the_clocks_of_the_office(string zone, string text, string first, string second)
    {
        var calendar = WorkCalendar.WeekdaysInTokyo with { Zone = TimeZoneInfo.FindSystemTimeZoneById(zone) };
        var reading = Timer(TimerKind.Cycle, text).First(Variables, new EvaluationMoment(Moment("2026-03-01T00:00:00Z"), calendar));
        var due = Assert.IsType<DueReading.Falls>(reading).Due;

        Assert.Equal(Moment(first), due.At);
        Assert.Equal(Moment(second), due.Next(calendar, due.At)?.At);
    }

    [Theory]
    [InlineData(TimerKind.Date, "P3D")]
    [InlineData(TimerKind.Date, "2026-02-30")]
    [InlineData(TimerKind.Date, "working days(3)")]
    [InlineData(TimerKind.Date, "1 + 1")]
    [InlineData(TimerKind.Date, "２０２６-04-01")]
    [InlineData(TimerKind.Duration, "R3/P3D")]
    [InlineData(TimerKind.Duration, "P3")]
    [InlineData(TimerKind.Duration, "working days(0)")]
    [InlineData(TimerKind.Duration, "repeat working days(2, 3)")]
    [InlineData(TimerKind.Duration, "today()")]
    [InlineData(TimerKind.Duration, "")]
    [InlineData(TimerKind.Cycle, "P3D")]
    [InlineData(TimerKind.Cycle, "R0/P1D")]
    [InlineData(TimerKind.Cycle, "R3/P0D")]
    [InlineData(TimerKind.Cycle, "R/PT1S")]
    [InlineData(TimerKind.Cycle, "R/P1D/2026-04-01")]
    [InlineData(TimerKind.Cycle, "R2/P1M/2026-03-31")]
    [InlineData(TimerKind.Cycle, "0 0 9 * * ?")]
    [InlineData(TimerKind.Cycle, "working days(3)")]
    [InlineData(TimerKind.Cycle, "repeat working days(2, 0)")]
    public void What_is_no_timer_of_its_kind_is_found_before_it_runs(TimerKind kind, string text) =>
        Assert.NotEmpty(Assert.IsType<TimerReading.Unreadable>(TimerSpec.Read(kind, text)).Error.Sentence);

    [Fact]
    public void What_only_a_case_can_tell_fails_with_a_reason_when_it_is_armed()
    {
        var timer = Timer(TimerKind.Duration, "working days(missing)");

        Assert.Equal(["missing"], timer.Names);
        Assert.Contains("missing", Assert.IsType<DueReading.Failed>(timer.First(Variables, Feel.Moment)).Reason, StringComparison.Ordinal);
    }

    private static Value? Variables(string name) => name switch
    {
        "meetingAt" => Value.Of(Moment("2026-04-15T04:00:00Z")),
        "urgent" => Value.Of(true),
        "hours" => Value.Of(4),
        _ => null,
    };

    private static TimerSpec Timer(TimerKind kind, string text) => Assert.IsType<TimerReading.Readable>(TimerSpec.Read(kind, text)).Timer;

    private static Due First(TimerKind kind, string text, DateTimeOffset? at = null) =>
        Assert.IsType<DueReading.Falls>(Timer(kind, text).First(Variables, Feel.Moment with { At = at ?? Feel.Moment.At })).Due;

    private static List<string> All(string text, DateTimeOffset? at = null)
    {
        var all = new List<string>();

        for (var due = First(TimerKind.Cycle, text, at); due is not null; due = due.Next(Feel.Office, due.At))
        {
            all.Add(TimeZoneInfo.ConvertTime(due.At, WorkCalendar.Tokyo).ToString("MM-dd HH:mm", CultureInfo.InvariantCulture));
        }

        return all;
    }

    private static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
