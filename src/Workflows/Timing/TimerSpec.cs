using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.RegularExpressions;
using OfficeWorkflow.Workflows.Expressions;
using OfficeWorkflow.Workflows.Expressions.BuiltIn;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Workflows.Timing;

/// <summary>A timer definition of a procedure: FEEL, or a bare text of ISO 8601.</summary>
public sealed partial class TimerSpec
{
    private static readonly TimeSpan ShortestCycle = TimeSpan.FromMinutes(1);

    private readonly Expression? expression;

    private TimerSpec(TimerKind kind, string text, Expression? expression)
    {
        Kind = kind;
        Text = text;
        this.expression = expression;
    }

    public TimerKind Kind { get; }

    public string Text { get; }

    /// <summary>The names that its expression reads; none for a bare text.</summary>
    public ImmutableSortedSet<string> Names => expression?.Names ?? [];

    /// <summary>Where each of these names stands first.</summary>
    public ImmutableSortedDictionary<string, int> Reads => expression?.Reads ?? ImmutableSortedDictionary<string, int>.Empty;

    /// <summary>Reads a definition; what can be told without a case (texts, constants) is checked here.</summary>
    public static TimerReading Read(TimerKind kind, string text)
    {
        var trimmed = text.Trim();
        TimerSpec timer;

        if (IsoShape().IsMatch(trimmed))
        {
            timer = new TimerSpec(kind, trimmed, expression: null);
        }
        else
        {
            switch (Expression.Parse(trimmed))
            {
                case ExpressionReading.Readable readable:
                    timer = new TimerSpec(kind, trimmed, readable.Expression);
                    break;
                case ExpressionReading.Unreadable unreadable:
                    return new TimerReading.Unreadable(unreadable.Error);
                default:
                    throw new UnreachableException();
            }
        }

        return timer.Names.IsEmpty && timer.First(static _ => null, Trial) is DueReading.Failed failed
            ? new TimerReading.Unreadable(new ExpressionError(0, failed.Reason))
            : new TimerReading.Readable(timer);
    }

    /// <summary>When the timer falls due for the first time, if it is armed now.</summary>
    public DueReading First(Func<string, Value?> lookup, EvaluationMoment moment)
    {
        if (expression is null)
        {
            return FromText(Text, moment);
        }

        var evaluated = expression.Evaluate(lookup, moment);

        return evaluated.Value switch
        {
            Value.Text text => FromText(text.Content, moment),
            Value.Nothing => new DueReading.Failed($"タイマー「{Text}」の値がありません。{evaluated.Why}"),
            var value => FromValue(value, moment),
        };
    }

    private static EvaluationMoment Trial { get; } = new(new DateTimeOffset(2026, 4, 1, 12, 0, 0, TimeSpan.FromHours(9)), WorkCalendar.WeekdaysInTokyo);

    private DueReading FromText(string text, EvaluationMoment moment)
    {
        var zone = moment.Calendar.Zone;

        switch (Kind)
        {
            case TimerKind.Date when TimeText.Moment(text, zone) is { } at:
                return Once(at, moment);
            case TimerKind.Date when TimeText.Day(text) is { } day:
                return Once(CivilTime.At(day, moment.Calendar.OpensAt, zone), moment);
            case TimerKind.Duration when IsoDuration.Read(text) is { } duration:
                return Once(duration.After(moment.At, zone), moment);
            case TimerKind.Cycle when IsoRepeat.Read(text, zone) is { } repeat:
                return Repeated(new Recurrence.Iso(repeat), moment);
            default:
                return new DueReading.Failed($"「{text}」は{Wanted}");
        }
    }

    private DueReading FromValue(Value value, EvaluationMoment moment) => (Kind, value) switch
    {
        (TimerKind.Date, Value.Moment at) => Once(at.At, moment),
        (TimerKind.Date, Value.Day day) => Once(CivilTime.At(day.On, moment.Calendar.OpensAt, moment.Calendar.Zone), moment),
        (TimerKind.Duration, Value.Span span) => Once(new IsoDuration(0, 0, span.Length).After(moment.At, moment.Calendar.Zone), moment),
        (TimerKind.Duration, Value.Months months) => Once(IsoDuration.OfMonths(months.Count).After(moment.At, moment.Calendar.Zone), moment),
        (TimerKind.Duration, Value.Record timer) when Days(timer) is { } days && !timer.Fields.ContainsKey(CalendarFunctions.Times) =>
            Once(new Recurrence.WorkingDays(days, days, Limit: 1).At(moment.At, 1, moment.Calendar), moment),
        (TimerKind.Cycle, Value.Record timer) when Days(timer) is { } days && timer.Fields.TryGetValue(CalendarFunctions.Times, out var times) =>
            Repeated(new Recurrence.WorkingDays(timer[CalendarFunctions.First] is Value.Number first ? (int)first.Amount : days, days, times is Value.Number number ? (int)number.Amount : null), moment),
        _ => new DueReading.Failed($"タイマー「{Text}」の値は{Kinds.Of(value)}です。{Wanted}"),
    };

    private static int? Days(Value.Record timer) => timer[CalendarFunctions.WorkingDays] is Value.Number days ? (int)days.Amount : null;

    private static DueReading Once(DateTimeOffset? at, EvaluationMoment moment) => at is { } found
        ? new DueReading.Falls(new Due(found, moment.At, Rule: string.Empty, Ordinal: 1))
        : new DueReading.Failed("扱える日付の範囲を超えます。");

    private static DueReading Repeated(Recurrence cycle, EvaluationMoment moment)
    {
        if (cycle is Recurrence.Iso { Repeat.Every: { Months: 0, Days: 0 } every } && every.Time < ShortestCycle)
        {
            return new DueReading.Failed("繰り返しの間隔が短すぎます。1分（PT1M）以上にしてください。");
        }

        // A start that is this very moment still counts.
        return Due.Seek(cycle, moment.At, from: 1, moment.At - TimeSpan.FromTicks(1), moment.Calendar) is { } due
            ? new DueReading.Falls(due)
            : new DueReading.Never();
    }

    private string Wanted => Kind switch
    {
        TimerKind.Date => "日時ではありません。2026-04-01T09:00:00+09:00 のように書くか、日付や日時になる式を書いてください。",
        TimerKind.Duration => "期間ではありません。P3D・PT2H・P1M・working days(3) のように書いてください。",
        _ => "繰り返しではありません。R3/P3D（3日ごとに3回）・R/P1M・repeat working days(2, 3) のように書いてください。",
    };

    [GeneratedRegex(@"^(-?P[0-9T]|R[0-9]*/|[0-9]{4}-[0-9]{2}-[0-9]{2})", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex IsoShape();
}
