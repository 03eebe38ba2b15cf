using OfficeWorkflow.Workflows.Timing;

namespace OfficeWorkflow.Workflows.Expressions;

/// <summary>When, and by whose working days, an expression is evaluated: all that today(), now() and the working-day functions know.</summary>
public readonly record struct EvaluationMoment(DateTimeOffset At, WorkCalendar Calendar)
{
    public DateTimeOffset Now => TimeZoneInfo.ConvertTime(At, Calendar.Zone);

    public DateOnly Today => CivilTime.DayOf(At, Calendar.Zone);
}
