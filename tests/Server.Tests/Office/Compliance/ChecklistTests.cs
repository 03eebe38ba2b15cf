using OfficeWorkflow.Server.Office.Compliance;
using OfficeWorkflow.Server.Office.Compliance.Facts;

namespace OfficeWorkflow.Server.Tests.Office.Compliance;

public sealed class ChecklistTests
{
    private static readonly DutySettings Usual = new();

    [Fact]
    public void G18_Case_A_meets_all_eighteen_duties_in_the_order_of_the_steps()
    {
        var checklist = Checklist.Of(CaseAFacts.Complete, Usual);

        Assert.Equal(Enumerable.Range(1, 18).Select(static number => $"C{number:D2}"), checklist.Items.Select(static item => item.Code));
        Assert.All(checklist.Items, static item => Assert.Equal((item.Code, DutyState.Met), (item.Code, item.State)));
        Assert.Empty(checklist.Blocks);
    }

    /// <summary>Every finding of each copy with one planted defect: code, level, state, and the finding that it follows from.</summary>
    [Theory]
    [InlineData('a', "C08 Stop Missing", "C10 Warning Violated <- C08")]
    [InlineData('b', "C12 Stop Violated", "C13 Stop Violated <- C12", "C14 Warning Violated <- C12", "C16 Warning Violated <- C12", "C17 Stop Violated <- C12")]
    [InlineData('d', "C18 Stop Missing")]
    [InlineData('e', "C15 Stop Violated")]
    [InlineData('f', "C17 Stop Violated", "C18 Stop Violated <- C17")]
    [InlineData('i', "C07 Warning Violated")]
    public void A_planted_defect_gives_exactly_its_findings(char defect, params string[] findings)
    {
        var checklist = Checklist.Of(CaseAFacts.Defects[defect](CaseAFacts.Complete), Usual);

        Assert.Equal(findings, Told(checklist));
    }

    [Fact]
    public void All_defects_at_once_give_exactly_these_findings()
    {
        var facts = CaseAFacts.Defects.Values.Aggregate(CaseAFacts.Complete, static (planted, defect) => defect(planted));

        var checklist = Checklist.Of(facts, Usual);

        Assert.Equal(
            [
                "C07 Warning Violated",
                "C08 Stop Missing",
                "C10 Warning Violated <- C08",
                "C12 Stop Violated",
                "C13 Stop Violated <- C12",
                "C14 Warning Violated <- C12",
                "C15 Stop Violated",
                "C16 Warning Violated <- C12",
                "C17 Stop Violated",
                "C18 Stop Missing",
            ],
            Told(checklist));
        Assert.Equal("C08 C12 C13 C15 C17 C18", string.Join(' ', checklist.Blocks.Select(static item => item.Code)));
    }

    [Theory]
    [InlineData('b', "C17", "支給決定の後の有効な会議がないため、会議の後の同意になりません。")]
    [InlineData('a', "C10", "有効な同意のない計画案が市町村へ出されています。同意を受けた版を出し直してください。")]
    [InlineData('d', "C18", "事業所Rに計画を交付した記録がありません。")]
    [InlineData('e', "C15", "民生委員N(民生委員・児童委員)に本人の情報を示すことへの同意がありません。")]
    [InlineData('f', "C17", "計画作成日(令和8年3月20日)が同意の日(令和8年3月26日)と違います。")]
    [InlineData('i', "C07", "短期入所は年間240日(月20日×12か月)で、180日を超えますが、理由が書かれていません。")]
    public void A_finding_says_what_is_wrong_and_what_to_do(char defect, string code, string sentence)
    {
        var finding = Checklist.Of(CaseAFacts.Defects[defect](CaseAFacts.Complete), Usual).Findings.Single(item => item.Code == code);

        Assert.Equal(sentence, finding.Sentence);
        Assert.NotEmpty(finding.NextStep);
    }

    [Fact]
    public void Nobody_is_blamed_for_a_step_whose_turn_has_not_come()
    {
        var whole = CaseAFacts.Complete;
        ClientFacts[] way =
        [
            new ClientFacts(CaseAFacts.Day(1, 19)),
            new ClientFacts(CaseAFacts.Day(1, 19)) { Contract = whole.Contract },
            Until(CaseAFacts.Day(1, 26)) with { Draft = null, DraftConsent = null, DraftDeliveredOn = null, DraftSubmittedOn = null },
            Until(CaseAFacts.Day(2, 9)) with { DraftConsent = null, DraftDeliveredOn = null, DraftSubmittedOn = null },
            Until(CaseAFacts.Day(2, 12)) with { DraftDeliveredOn = null, DraftSubmittedOn = null },
            Until(CaseAFacts.Day(2, 16)),
            Until(CaseAFacts.Day(3, 13)) with { Decision = whole.Decision },
            Until(CaseAFacts.Day(3, 16)) with { Decision = whole.Decision, Meeting = whole.Meeting! with { HeldOn = null, Minutes = null } },
            Until(CaseAFacts.Day(3, 24)) with { Decision = whole.Decision, Meeting = whole.Meeting with { Minutes = null } },
            whole with { Today = CaseAFacts.Day(3, 26), PlanDeliveries = [] },
            whole with { Today = CaseAFacts.Day(3, 27) },
        ];

        Assert.All(way, static facts => Assert.Empty(Told(Checklist.Of(facts, Usual))));
    }

    [Fact]
    public void Every_duty_has_a_page_that_explains_it()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "OfficeWorkflow.sln")))
        {
            folder = folder.Parent!;
        }

        Assert.All(DutyList.All, duty => Assert.StartsWith(
            $"# {duty.Code} {duty.Title}\n", File.ReadAllText(Path.Combine(folder.FullName, "docs/duties", $"{duty.Code}.md")), StringComparison.Ordinal));
    }

    private static ClientFacts Until(DateOnly today) => CaseAFacts.Complete with
    {
        Today = today,
        Decision = null,
        Meeting = null,
        Plan = null,
        PlanConsent = null,
        PlanDeliveries = [],
    };

    private static IEnumerable<string> Told(Checklist checklist) => checklist.Findings.Select(static item =>
        $"{item.Code} {item.Level} {item.State}{(item.FollowsFrom is null ? string.Empty : $" <- {item.FollowsFrom}")}");
}
