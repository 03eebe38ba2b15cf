using System.Globalization;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Automation.Forms;
using OfficeWorkflow.Server.Office.Clients;
using OfficeWorkflow.Server.Office.Plans;
using OfficeWorkflow.Server.Office.Plug;

namespace OfficeWorkflow.Server.Office.Arriving.Sheets;

/// <summary>Lines of 計画, each with its lines of needs and of the week: written by the same rules as a plan that is made here.</summary>
internal static class PlanLines
{
    /// <summary>A client's lines in the order in which the versions were made: by day, and the draft before the plan.</summary>
    public static IEnumerable<SheetLine> InOrder(IEnumerable<SheetLine> lines) =>
        lines.OrderBy(static line => DayIn(line, "作成日") ?? DateOnly.MinValue).ThenBy(static line => StageOf(line) ?? PlanStage.Final);

    public static void Plan(SheetLine line, ILookup<SheetKind, SheetLine> book, ArrivalReading reading)
    {
        if (reading.ClientOf(line) is not { } client)
        {
            return;
        }

        if (StageOf(line) is not { } stage)
        {
            reading.Refuse(line, "「種類」は「計画案」か「計画」で書いてください。");
            return;
        }

        var known = reading.Plans.Where(plan => plan.ClientId == client.Id).ToList();
        if (known.Find(plan => plan.Stage == stage && plan.WrittenOn == DayIn(line, "作成日")) is { } same)
        {
            reading.Repeat(line, $"{client.Name}さんの{Words.Of(stage)}", same);
            return;
        }

        var needs = Mine(book[SheetKind.PlanNeeds], line);
        var week = Mine(book[SheetKind.PlanWeek], line);
        var answers = new PlanAnswers(line, needs, week, reading);
        var read = new ActReader(answers.Of(), reading.Around.Now);
        var plan = Write(stage, client, known, read, reading);
        Agree(plan, line, read);
        Take(line, needs, week, plan, read, reading);
    }

    /// <summary>Lines of needs or of the week whose plan is in no line.</summary>
    public static IEnumerable<SheetLine> Stray(ILookup<SheetKind, SheetLine> book) =>
        from line in book[SheetKind.PlanNeeds].Concat(book[SheetKind.PlanWeek])
        where !book[SheetKind.Plans].Any(plan => IsOf(line, plan))
        select line;

    private static ServicePlan Write(PlanStage stage, Client client, List<ServicePlan> known, ActReader read, ArrivalReading reading)
    {
        var viewer = reading.Around.Viewer;
        var origin = new PlanOrigin(viewer.OfficeId, CaseId: null, client.SpecialistId ?? viewer.PersonId, reading.Around.Now);
        var catalogue = new PlanCatalogue(reading.Around.ServiceKinds, [.. reading.Providers]);
        var certificate = reading.Certificates.Where(row => row.ClientId == client.Id).MaxBy(static row => row.RecordedAt);

        return new PlanWriting(origin, client, catalogue, read).Write(stage, known.MaxBy(static plan => plan.Version), assessmentId: null, certificate?.Id);
    }

    private static void Agree(ServicePlan plan, SheetLine line, ActReader read)
    {
        if (DayIn(line, "同意日") is not { } day)
        {
            read.RefuseIf(line["同意日"] is not null, "not-a-date", $"「同意日」の日付が読めません。{SheetLayouts.Day}", "consentedOn");
            return;
        }

        read.NotBefore(day, "consentedOn", "同意日", plan.WrittenOn, "consent-before-writing", "作成日");
        read.RefuseIf(day > read.Today, "day-ahead", "「同意日」にまだ来ていない日が入っています。", "consentedOn");
        _ = plan.Agree(day);
    }

    private static void Take(
        SheetLine line, List<SheetLine> needs, List<SheetLine> week, ServicePlan plan, ActReader read, ArrivalReading reading)
    {
        if (!read.IsWrong && !reading.IsWrongAbout([line, .. needs, .. week]))
        {
            reading.Take(line, plan.Id, plan);
            return;
        }

        foreach (var refusal in read.IsWrong ? read.Refusal.All : [])
        {
            reading.Refuse(LineOf(refusal, line, needs, week), refusal.Reason);
        }
    }

    /// <summary>What is wrong with a row is said of its own line.</summary>
    private static SheetLine LineOf(Refusal refusal, SheetLine line, List<SheetLine> needs, List<SheetLine> week) =>
        refusal.Field?.Split('.') is [var rows, var index, ..] && int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
            ? (rows is "needs" ? needs : week)[at]
            : line;

    private static List<SheetLine> Mine(IEnumerable<SheetLine> lines, SheetLine plan) => [.. lines.Where(line => IsOf(line, plan))];

    private static bool IsOf(SheetLine line, SheetLine plan) =>
        ArrivalReading.IsSame(line[SheetLayouts.ClientName], plan[SheetLayouts.ClientName])
        && (line[SheetLayouts.ClientBirth] is null || (DayIn(line, SheetLayouts.ClientBirth) is { } birth && (plan[SheetLayouts.ClientBirth] is null || birth == DayIn(plan, SheetLayouts.ClientBirth))))
        && StageOf(line) == StageOf(plan)
        && (line["作成日"] is null || DayIn(line, "作成日") == DayIn(plan, "作成日"));

    private static PlanStage? StageOf(SheetLine line) => line["種類"] is not null && Enum.TryParse<PlanStage>(line.Choice("種類"), out var stage) ? stage : null;

    private static DateOnly? DayIn(SheetLine line, string heading) => line[heading] is { } typed ? TypedText.Day(typed) : null;
}
