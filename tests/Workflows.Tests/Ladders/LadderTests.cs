using OfficeWorkflow.Workflows.Ladders;
using OfficeWorkflow.Workflows.Procedures;
using OfficeWorkflow.Workflows.Reading;
using OfficeWorkflow.Workflows.Tests.Procedures;

namespace OfficeWorkflow.Workflows.Tests.Ladders;

public sealed class LadderTests
{
    private static readonly string Consent = Shipped.Procedure("consent").Source;

    [Fact]
    public void Reads_what_a_step_does_while_it_waits()
    {
        var ladder = Assert.Single(LadderReader.Read(Consent));

        Assert.Equal("await-answer", ladder.StepId);
        Assert.Equal(["3営業日ごとに3回まで", "7営業日たったら", "14営業日で終わり"], ladder.Rungs.Select(static rung => rung.Words));
        Assert.Equal("同意の返事をうながす", ladder.Rungs[0].Leads);
        Assert.Equal(new Told("notify-manager", "遅れを管理者に知らせる", "manager"), Assert.Single(((Rung.Escalation)ladder.Rungs[1]).Told));
    }

    [Fact]
    public void Every_shipped_procedure_that_reminds_has_its_ladders() =>
        Assert.Equal(
            ["consent: await-answer 3", "meeting: meeting-choose 2", "monitoring: visit-plan 1", "plan-creation: decision 2"],
            from procedure in BuiltIns.All
            from ladder in LadderReader.Read(procedure.Source)
            orderby procedure.Key
            select $"{procedure.Key}: {ladder.StepId} {ladder.Rungs.Length}");

    [Fact]
    public void Changes_the_numbers_the_role_and_the_labels_that_say_them_and_nothing_else()
    {
        var changed = LadderText.Change(Consent, [
            new Rung.Reminder("consent-reminder", "", First: 1, Every: 2, Most: 5),
            new Rung.Escalation("consent-escalation", "", After: 5, [new Told("notify-manager", "", "administrator")]),
            new Rung.Deadline("consent-expiry", "", After: 10)])!;

        var expected = Consent
            .Replace("repeat working days(3, 3)", "repeat working days(1, 2, 5)", StringComparison.Ordinal)
            .Replace("3営業日ごとに3回まで", "1営業日後から2営業日ごとに5回まで", StringComparison.Ordinal)
            .Replace("working days(7)", "working days(5)", StringComparison.Ordinal)
            .Replace("7営業日返事なし", "5営業日返事なし", StringComparison.Ordinal)
            .Replace("\"value\":\"manager\"", "\"value\":\"administrator\"", StringComparison.Ordinal)
            .Replace("working days(14)", "working days(10)", StringComparison.Ordinal)
            .Replace("14営業日で終わる", "10営業日で終わる", StringComparison.Ordinal);
        Assert.Equal(expected, changed);
        Assert.Empty(BpmnReader.Read(changed).Findings);
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\n")]
    public void Finds_its_place_whatever_the_line_ends_the_comments_and_the_first_mark(string lineEnd)
    {
        const string Trap = "<!-- <bpmn:boundaryEvent id=\"consent-reminder\"><bpmn:timeCycle>repeat working days(3, 3)</bpmn:timeCycle> -->";
        var source = '\uFEFF' + Consent.ReplaceLineEndings(lineEnd).Replace("<bpmn:startEvent", Trap + "<bpmn:startEvent", StringComparison.Ordinal);

        var changed = LadderText.Change(source, [new Rung.Reminder("consent-reminder", "", 4, 4, 2)])!;

        Assert.Contains(Trap, changed, StringComparison.Ordinal);
        Assert.Contains(">repeat working days(4, 2)<", changed, StringComparison.Ordinal);
        Assert.Equal(source.Length, changed.Length);
    }

    [Fact]
    public void A_formula_that_says_more_than_numbers_is_no_rung() =>
        Assert.DoesNotContain(
            LadderReader.Read(Consent.Replace("repeat working days(3, 3)", "repeat working days(if urgent then 1 else 3, 3)", StringComparison.Ordinal)).SelectMany(static ladder => ladder.Rungs),
            static rung => rung.Id is "consent-reminder");

    [Fact]
    public void A_formula_that_is_written_otherwise_is_left_to_the_designer() =>
        Assert.Null(LadderText.Change(
            Consent.Replace("repeat working days(3, 3)", "<![CDATA[repeat working days(3, 3)]]>", StringComparison.Ordinal),
            [new Rung.Reminder("consent-reminder", "", 4, 4, 2)]));

    [Fact]
    public void A_step_that_is_not_there_is_not_changed() =>
        Assert.Null(LadderText.Change(Consent, [new Rung.Deadline("elsewhere", "", 3)]));

    [Fact]
    public void Says_what_changed()
    {
        var before = LadderReader.Read(Consent);
        var words = LadderDifference.Words(
            before,
            [
                ((Rung.Reminder)before[0].Rungs[0]) with { First = 1, Every = 2, Most = 5 },
                ((Rung.Escalation)before[0].Rungs[1]) with { After = 5, Told = [new Told("notify-manager", "遅れを管理者に知らせる", "administrator")] },
            ],
            static role => role is "manager" ? "管理者" : "事務管理者");

        Assert.Equal(
            "「同意の返事を待つ」: 「同意の返事をうながす」を「3営業日ごとに3回まで」から「1営業日後から2営業日ごとに5回まで」に変えた。"
            + "「同意の返事を待つ」: 「同意の返事がないことを確かめる、遅れを管理者に知らせる」を7営業日から5営業日に変えた、「遅れを管理者に知らせる」の相手を管理者から事務管理者に変えた。",
            words);
    }
}
