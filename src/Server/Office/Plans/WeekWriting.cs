using OfficeWorkflow.Server.Office.Plug;

namespace OfficeWorkflow.Server.Office.Plans;

/// <summary>One line of the weekly form as blocks: one a day, two where it passes midnight.</summary>
internal sealed class WeekWriting(Guid officeId, Guid planId, PlanCatalogue catalogue, ActReader row)
{
    private static readonly string[] WeekKeys = ["1", "2", "3", "4", "5", "last"];

    public IEnumerable<WeeklyRow> Blocks()
    {
        var days = WeekDays.InOrder.Where(day => row.Texts("days").Contains(WeekDays.Key(day), StringComparer.Ordinal)).ToList();
        row.RefuseIf(days.Count == 0, "required", "「曜日」を一つ以上選んでください。", "days");
        _ = row.Required("activity", "活動・サービス");
        var service = row.Text("service");
        row.RefuseIf(service is not null && catalogue.Kind(service) is null, "service-unknown", "「サービスの種類」を一覧から選んでください。", "service");
        if (row.Clock("start") is not { } start)
        {
            row.Refuse("required", "「開始」の時刻を入力してください。", "start");
            return [];
        }

        if (row.Clock("end") is not { } end)
        {
            row.Refuse("required", "「終了」の時刻を入力してください。", "end");
            return [];
        }

        row.RefuseIf(start == end, "end-not-after-start", "開始と終了が同じ時刻です。夜をまたぐときは終わる時刻を入力すると、0時で二つに分けます。", "end");
        return days.SelectMany(day => OnDay(day, start, end));
    }

    private IEnumerable<WeeklyRow> OnDay(DayOfWeek day, TimeOnly start, TimeOnly end)
    {
        if (end > start || end == TimeOnly.MinValue)
        {
            return [Block(day, start, end)];
        }

        var next = (DayOfWeek)(((int)day + 1) % 7);
        return [Block(day, start, TimeOnly.MinValue), Block(next, TimeOnly.MinValue, end)];
    }

    private WeeklyRow Block(DayOfWeek day, TimeOnly start, TimeOnly end) => new()
    {
        Id = Guid.CreateVersion7(),
        OfficeId = officeId,
        PlanId = planId,
        Day = day,
        Start = start,
        End = end,
        Activity = row.Text("activity") ?? string.Empty,
        ServiceKindId = catalogue.Kind(row.Text("service"))?.Id,
        ProviderId = catalogue.Provider(row.Text("provider"))?.Id,
        Weeks = string.Join(' ', WeekKeys.Where(week => row.Texts("weeks").Contains(week, StringComparer.Ordinal))),
    };
}
