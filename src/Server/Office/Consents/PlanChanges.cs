using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Office.Plans;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.Consents;

/// <summary>What changed between the version that was agreed to before and the one that is to be agreed to now, part by part.</summary>
public static class PlanChanges
{
    /// <param name="Before">Null for what is new.</param>
    /// <param name="After">Null for what is left out.</param>
    public sealed record Change(string Heading, string? Before, string? After)
    {
        /// <summary>In one text, for where there is no room for two columns.</summary>
        public string Sentence => (Before, After) switch
        {
            (null, _) => $"新しく入った: {After}",
            (_, null) => $"なくなった: {Before}",
            _ => $"前: {Before}\n今: {After}",
        };
    }

    /// <returns>Empty for a plan before which none of its stage was agreed to.</returns>
    internal static async Task<IReadOnlyList<Change>> OfAsync(OfficeDb db, ServicePlan plan, CancellationToken stop) =>
        await db.WholePlans
            .Where(row => row.ClientId == plan.ClientId && row.Stage == plan.Stage && row.Version < plan.Version && row.ConsentedOn != null)
            .OrderByDescending(static row => row.Version)
            .FirstOrDefaultAsync(stop) is { } before
            ? Of(before, plan)
            : [];

    public static IReadOnlyList<Change> Of(ServicePlan before, ServicePlan after) =>
    [
        .. Texts(before).Zip(Texts(after), static (old, now) => new Change(old.Heading, Shown(old.Text), Shown(now.Text))).Where(static change => !IsSame(change)),
        .. Needs(before, after).Where(static change => !IsSame(change)),
    ];

    private static IEnumerable<(string Heading, string? Text)> Texts(ServicePlan plan) =>
    [
        ("本人の希望", plan.UserWish),
        ("家族の希望", plan.FamilyWish),
        ("援助の方針", plan.Policy),
        ("長い目標", plan.LongGoal),
        ("近い目標", plan.ShortGoal),
        ("生活の全体像", plan.WholePicture),
        ("モニタリング", plan.MonitoringProposal),
    ];

    /// <summary>A need is the same one while its words are; what was rewritten shows as left out and new.</summary>
    private static IEnumerable<Change> Needs(ServicePlan before, ServicePlan after)
    {
        foreach (var now in after.Needs)
        {
            var old = before.Needs.FirstOrDefault(need => string.Equals(need.Need, now.Need, StringComparison.Ordinal));
            yield return new Change($"支援: {now.Need}", old is null ? null : Said(old), Said(now));
        }

        foreach (var gone in before.Needs.Where(old => after.Needs.All(now => !string.Equals(now.Need, old.Need, StringComparison.Ordinal))))
        {
            yield return new Change($"支援: {gone.Need}", Said(gone), null);
        }
    }

    private static string Said(NeedRow need) => string.Join(
        '\n',
        $"目標: {need.Goal}",
        $"支援: {need.ServiceName} {need.PrintedAmount} {need.Content}".Replace("  ", " ", StringComparison.Ordinal),
        $"だれが: {need.ProviderName ?? "―"}",
        $"本人の役割: {need.ClientRole}");

    private static string? Shown(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static bool IsSame(Change change) => string.Equals(change.Before, change.After, StringComparison.Ordinal);
}
