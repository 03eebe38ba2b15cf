using System.Globalization;
using OfficeWorkflow.Server.Channels.Books;
using OfficeWorkflow.Server.Office.Certificates;
using OfficeWorkflow.Server.Office.Clients;
using OfficeWorkflow.Server.Office.Plans;

namespace OfficeWorkflow.Server.Office.Arriving.Sheets;

/// <summary>The newest draft and the newest plan of each client, written as the templates want them.</summary>
internal static class PlanSheets
{
    public static IEnumerable<BookSheet> Write(Surroundings around, Dictionary<Guid, Client> clients)
    {
        var plans = around.Plans
            .GroupBy(static plan => (plan.ClientId, plan.Stage))
            .Select(static versions => versions.MaxBy(static plan => plan.Version)!)
            .OrderBy(plan => clients[plan.ClientId].Kana, StringComparer.Ordinal)
            .ThenBy(static plan => plan.Version)
            .ToList();
        var providers = around.Providers.ToDictionary(static provider => provider.Id, static provider => provider.Number);
        var kinds = around.ServiceKinds.ToDictionary(static kind => kind.Id, static kind => kind.Name);

        yield return BookOfOffice.Sheet(SheetKind.Plans, plans, plan => Plan(plan, clients[plan.ClientId]));
        yield return BookOfOffice.Sheet(
            SheetKind.PlanNeeds,
            from plan in plans from need in plan.Needs.OrderBy(static need => need.Rank) select (plan, need),
            pair => Need(pair.plan, pair.need, clients[pair.plan.ClientId], providers, kinds));
        yield return BookOfOffice.Sheet(
            SheetKind.PlanWeek,
            from plan in plans from span in WeekSpan.Of([.. plan.Week]).OrderBy(static span => (int)(span.Row.Day + 6) % 7).ThenBy(static span => span.Row.Start).ThenBy(static span => span.Row.Activity, StringComparer.Ordinal) select (plan, span),
            pair => Block(pair.plan, pair.span, clients[pair.plan.ClientId], providers, kinds));
    }

    private static Dictionary<string, string?> Plan(ServicePlan plan, Client client) => new(Key(plan, client), StringComparer.Ordinal)
    {
        ["同意日"] = BookOfOffice.Day(plan.ConsentedOn),
        ["計画開始年月"] = BookOfOffice.Day(plan.StartsOn),
        ["本人の意向"] = plan.UserWish,
        ["家族の意向"] = plan.FamilyWish,
        ["総合的な援助の方針"] = plan.Policy,
        ["長期目標"] = plan.LongGoal,
        ["長期目標の達成時期"] = BookOfOffice.Day(plan.LongGoalBy),
        ["短期目標"] = plan.ShortGoal,
        ["短期目標の達成時期"] = BookOfOffice.Day(plan.ShortGoalBy),
        ["モニタリング期間の提案"] = plan.MonitoringProposal,
        ["短期入所が年180日を超える理由"] = plan.ShortStayReason,
        ["主な日常生活上の活動"] = plan.MainActivities,
        ["週単位以外のサービス"] = plan.OutsideWeek,
        ["生活の全体像"] = plan.WholePicture,
    };

    private static Dictionary<string, string?> Need(
        ServicePlan plan, NeedRow need, Client client, Dictionary<Guid, string> providers, Dictionary<Guid, string> kinds) => new(Key(plan, client), StringComparer.Ordinal)
        {
            ["解決すべき課題"] = need.Need,
            ["支援目標"] = need.Goal,
            ["達成時期"] = BookOfOffice.Day(need.AchieveBy),
            ["サービスの種類"] = kinds.GetValueOrDefault(need.ServiceKindId, need.ServiceName),
            ["内容・頻度・時間"] = need.Content,
            ["量"] = need.Amount?.ToString("0.##", CultureInfo.InvariantCulture),
            ["単位"] = AmountUnits.Label(need.Unit),
            ["提供事業者"] = need.ProviderId is { } id ? providers.GetValueOrDefault(id) : null,
            ["担当者名・電話"] = need.ProviderContact,
            ["本人の役割"] = need.ClientRole,
            ["評価時期"] = BookOfOffice.Day(need.ReviewOn),
            ["その他留意事項"] = need.Note,
        };

    private static Dictionary<string, string?> Block(
        ServicePlan plan, WeekSpan span, Client client, Dictionary<Guid, string> providers, Dictionary<Guid, string> kinds) => new(Key(plan, client), StringComparer.Ordinal)
        {
            ["曜日"] = WeekDays.Label(span.Row.Day),
            ["開始"] = Clock(span.Row.Start),
            ["終了"] = Clock(span.End),
            ["活動・サービス"] = span.Row.Activity,
            ["サービスの種類"] = span.Row.ServiceKindId is { } kind ? kinds.GetValueOrDefault(kind) : null,
            ["提供事業者"] = span.Row.ProviderId is { } id ? providers.GetValueOrDefault(id) : null,
            ["何週目"] = string.Join('、', span.Row.Weeks.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(static week => week is "last" ? "最終" : week)),
        };

    private static Dictionary<string, string?> Key(ServicePlan plan, Client client) => new(StringComparer.Ordinal)
    {
        [SheetLayouts.ClientName] = client.Name,
        [SheetLayouts.ClientBirth] = BookOfOffice.Day(client.BirthOn),
        ["種類"] = Words.Of(plan.Stage),
        ["作成日"] = BookOfOffice.Day(plan.WrittenOn),
    };

    private static string Clock(TimeOnly at) => at.ToString("H:mm", CultureInfo.InvariantCulture);
}
