using OfficeWorkflow.Server.Automation.Forms;
using OfficeWorkflow.Server.Office.Plug;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Office.Plans;

/// <summary>A version as the answers of the plan form: where the next version starts from.</summary>
internal static class PlanForm
{
    public static IReadOnlyDictionary<string, IReadOnlyList<FormOption>> Options(PlanCatalogue catalogue) =>
        new Dictionary<string, IReadOnlyList<FormOption>>(StringComparer.Ordinal)
        {
            ["needs.service"] = catalogue.KindOptions,
            ["needs.provider"] = catalogue.ProviderOptions,
            ["week.service"] = catalogue.KindOptions,
            ["week.provider"] = catalogue.ProviderOptions,
        };

    public static Value.Record Values(ServicePlan plan, PlanCatalogue catalogue) => Record(
        ("startsOn", Of(plan.StartsOn)), ("userWish", Of(plan.UserWish)), ("familyWish", Of(plan.FamilyWish)), ("policy", Of(plan.Policy)),
        ("longGoal", Of(plan.LongGoal)), ("longGoalBy", Of(plan.LongGoalBy)), ("shortGoal", Of(plan.ShortGoal)), ("shortGoalBy", Of(plan.ShortGoalBy)),
        ("monitoringProposal", Of(plan.MonitoringProposal)), ("monitoringInterval", Of(plan.MonitoringInterval)), ("monitoringFrom", Of(plan.MonitoringFrom)),
        ("shortStayReason", Of(plan.ShortStayReason)), ("mainActivities", Of(plan.MainActivities)),
        ("outsideWeek", Of(plan.OutsideWeek)), ("wholePicture", Of(plan.WholePicture)),
        ("needs", Value.Of(plan.Needs.OrderBy(row => row.Rank).Select(row => Need(row, catalogue)))),
        ("week", Value.Of(Week([.. plan.Week], catalogue))));

    public static Value.Record Record(params (string Key, Value Value)[] values) =>
        new(Value.Record.Empty.Fields.AddRange(values.Select(entry => KeyValuePair.Create(entry.Key, entry.Value))));

    private static Value Need(NeedRow row, PlanCatalogue catalogue) => Record(
        ("need", Of(row.Need)), ("goal", Of(row.Goal)), ("achieveBy", Of(row.AchieveBy)),
        ("service", Of(catalogue.Kind(row.ServiceKindId)?.Code)), ("content", Of(row.Content)),
        ("amount", row.Amount is { } amount ? Value.Of(amount) : Value.None), ("unit", Of(ActReader.Key(row.Unit))),
        ("provider", Of(catalogue.Provider(row.ProviderId)?.Number)), ("providerContact", Of(row.ProviderContact)),
        ("clientRole", Of(row.ClientRole)), ("reviewOn", Of(row.ReviewOn)), ("note", Of(row.Note)));

    // One line of the form stands for the same block on several days.
    private static IEnumerable<Value> Week(IReadOnlyCollection<WeeklyRow> week, PlanCatalogue catalogue) =>
        from block in WeekSpan.Of(week)
        group block by (block.Row.Start, block.End, block.Row.Activity, block.Row.ServiceKindId, block.Row.ProviderId, block.Row.Weeks) into same
        orderby same.Key.Start, same.Key.End
        select (Value)Record(
            ("days", Value.Of(WeekDays.InOrder.Where(day => same.Any(block => block.Row.Day == day)).Select(day => Value.Of(WeekDays.Key(day))))),
            ("start", new Value.Clock(same.Key.Start)), ("end", new Value.Clock(same.Key.End)), ("activity", Of(same.Key.Activity)),
            ("service", Of(catalogue.Kind(same.Key.ServiceKindId)?.Code)), ("provider", Of(catalogue.Provider(same.Key.ProviderId)?.Number)),
            ("weeks", Value.Of(same.Key.Weeks.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Value.Of))));

    private static Value Of(string? text) => text is null ? Value.None : Value.Of(text);

    private static Value Of(DateOnly? day) => day is { } on ? Value.Of(on) : Value.None;

    private static Value Of(int? number) => number is { } count ? Value.Of((decimal)count) : Value.None;
}
