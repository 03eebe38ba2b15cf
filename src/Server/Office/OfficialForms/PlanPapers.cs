using OfficeWorkflow.Server.Office.OfficialForms.Papers;
using OfficeWorkflow.Server.Office.Plans;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Office.OfficialForms;

/// <summary>A version of a plan as it is written on 様式1-1 or 2-1.</summary>
internal static class PlanPapers
{
    /// <param name="plan">With its needs and week.</param>
    public static async Task<PlanPaper> OfAsync(OfficeDb db, ServicePlan plan, CancellationToken stop) =>
        new(await PaperHeads.OfAsync(db, plan.ClientId, plan.WrittenBy, plan.WrittenOn, stop))
        {
            IsDraft = plan.Stage is PlanStage.Draft,
            Version = plan.Version,

            // 計画作成日は同意日: it is written by hand with the signature, so the printed final plan leaves it open.
            MadeOn = plan.Stage is PlanStage.Draft ? plan.WrittenOn : plan.ConsentedOn,
            Monitoring = plan.MonitoringProposal + (plan.MonitoringFrom is { } from ? $"\n({JapaneseEra.Month(from)}から)" : string.Empty),
            UserWish = plan.UserWish,
            FamilyWish = plan.FamilyWish,
            Policy = plan.Policy,
            LongGoal = plan.LongGoal,
            LongGoalBy = plan.LongGoalBy,
            ShortGoal = plan.ShortGoal,
            ShortGoalBy = plan.ShortGoalBy,
            Needs = [.. plan.Needs.OrderBy(static row => row.Rank).Select(Line)],
            Week = new WeekPaper
            {
                StartsOn = plan.StartsOn,
                Blocks = [.. plan.Week.Select(static row => new WeekBlock(row.Day, row.Start, row.End, row.Activity + Weeks(row), row.IsService))],
                MainActivities = plan.MainActivities ?? string.Empty,
                OutsideWeek = plan.OutsideWeek ?? string.Empty,
                WholePicture = plan.WholePicture ?? string.Empty,
            },
        };

    private static NeedLine Line(NeedRow row) => new(row.Rank, row.Need, row.Goal)
    {
        By = row.AchieveBy,
        Service = $"{row.ServiceName} {row.PrintedAmount}".TrimEnd() + $"\n{row.Content}",
        Provider = (row.ProviderName ?? string.Empty) + (row.ProviderContact is { } contact ? $"\n({contact})" : string.Empty),
        ClientRole = row.ClientRole,
        ReviewOn = row.ReviewOn,
        Note = row.Note ?? string.Empty,
    };

    private static string Weeks(WeeklyRow row)
    {
        var weeks = row.Weeks.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(static week => string.Equals(week, "last", StringComparison.Ordinal) ? "最終" : $"第{week}");
        var named = string.Join('・', weeks);

        return named.Length == 0 ? string.Empty : $"({named})";
    }
}
