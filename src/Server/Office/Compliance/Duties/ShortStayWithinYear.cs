using System.Globalization;
using OfficeWorkflow.Server.Office.Compliance.Facts;

namespace OfficeWorkflow.Server.Office.Compliance.Duties;

/// <summary>短期入所 stays under half a year, or the plan says why not.</summary>
internal static class ShortStayWithinYear
{
    private const int MonthsOfYear = 12;

    public static Duty Duty { get; } = new(
        "C07",
        "短期入所の年間の日数",
        Duty.Warns,
        "運営基準「短期入所の位置付け」(年間おおむね180日以内)",
        "日数を見直すか、特に必要と認められる理由を計画に書いてください。",
        Check);

    private static Verdict Check(ClientFacts facts, DutySettings settings)
    {
        PlanFact?[] papers = [facts.Draft, facts.Plan];
        if (papers.OfType<PlanFact>().MaxBy(static paper => paper.ShortStayDays) is not { } most)
        {
            return Verdict.NotYet("計画案ができてから確かめます。");
        }

        var days = most.ShortStayDays * MonthsOfYear;
        var counted = string.Create(CultureInfo.InvariantCulture, $"短期入所は年間{days:0.##}日(月{most.ShortStayDays:0.##}日×12か月)");

        return days > settings.ShortStayDaysPerYear && string.IsNullOrWhiteSpace(most.ShortStayReason)
            ? Verdict.Violated(string.Create(CultureInfo.InvariantCulture, $"{counted}で、{settings.ShortStayDaysPerYear:0.##}日を超えますが、理由が書かれていません。"))
            : Verdict.Met($"{counted}です。");
    }
}
