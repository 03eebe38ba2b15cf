using System.Collections.Immutable;
using OfficeWorkflow.Workflows.Comparing;
using OfficeWorkflow.Workflows.Moving;
using OfficeWorkflow.Workflows.Tests.Support;

namespace OfficeWorkflow.Workflows.Tests.Moving;

public class ImpactsTests
{
    private static readonly DateTimeOffset Later = new(2026, 1, 22, 9, 0, 0, TimeSpan.FromHours(9));

    private static string File(string wait, string last = "last", string more = "") => Bpmn.File(
        $"""<startEvent id="s"/><userTask id="first"/><userTask id="ask"/><boundaryEvent id="remind" name="催促" attachedToRef="ask" cancelActivity="false"><timerEventDefinition><timeDuration>{wait}</timeDuration></timerEventDefinition></boundaryEvent>{more}<userTask id="{last}"/><endEvent id="e"/><endEvent id="r"/>""",
        $"s > first > ask > {last} > e\nremind > r");

    private static Impact Of(string before, string after, Func<Scenario, Scenario> play, MoveChoices? choices = null)
    {
        var (from, to) = (Bpmn.Read(before), Bpmn.Read(after));
        var changed = Differ.Compare(before, after, "p", Words.None).Differences.Select(static difference => difference.ElementId).ToHashSet(StringComparer.Ordinal);
        var scenario = play(new Scenario(from).Start());

        return new Impacts(from, to, changed).Of(scenario.State, choices ?? MoveChoices.None, Later, scenario.Calendar);
    }

    [Fact]
    public void What_differs_only_behind_a_case_leaves_it_unaffected()
    {
        Assert.Equal(ImpactKind.Unaffected, Of(File("P3D"), File("P5D"), static play => play.Finish("first").Finish("ask")).Kind);
        Assert.Equal(ImpactKind.Moves, Of(File("P3D"), File("P5D"), static play => play).Kind);
    }

    [Fact]
    public void K7_A_timer_whose_rule_changed_asks_with_both_dates()
    {
        var impact = Of(File("P3D"), File("P14D"), static play => play.Finish("first"));

        Assert.Equal(ImpactKind.NeedsChoice, impact.Kind);
        Assert.Equal(
            new TimerMove("remind", "remind", new DateTimeOffset(2026, 1, 22, 9, 0, 0, TimeSpan.FromHours(9)), new DateTimeOffset(2026, 2, 5, 9, 0, 0, TimeSpan.FromHours(9)), IsOpen: true),
            Assert.Single(impact.Timers));
        var chosen = MoveChoices.None with { Timers = ImmutableDictionary<string, TimerChoice>.Empty.Add("remind", TimerChoice.StartAgain) };
        Assert.Equal(ImpactKind.Moves, Of(File("P3D"), File("P14D"), static play => play.Finish("first"), chosen).Kind);
    }

    [Fact]
    public void A_timer_by_the_same_rule_keeps_its_date_unasked()
    {
        var impact = Of(File("P3D"), File("P3D", more: """<textAnnotation id="n"><text>x</text></textAnnotation>"""), static play => play.Finish("first"));

        Assert.Equal((ImpactKind.Unaffected, TimerChoice.Keep), (impact.Kind, impact.Choices.Timers["remind"]));
        Assert.False(Assert.Single(impact.Timers).IsOpen);
    }

    [Fact]
    public void A_timer_that_only_the_new_version_has_is_shown_with_its_date()
    {
        const string escalation = """<boundaryEvent id="escalate" attachedToRef="ask" cancelActivity="false"><timerEventDefinition><timeDuration>P10D</timeDuration></timerEventDefinition></boundaryEvent>""";
        var impact = Of(File("P3D"), File("P3D", more: escalation), static play => play.Finish("first"));

        Assert.Equal(ImpactKind.Moves, impact.Kind);
        Assert.Equal(Later.AddDays(10), impact.Timers.Single(static timer => timer.From is null).NewAt);
    }

    [Fact]
    public void Where_its_step_is_gone_a_case_needs_another_of_its_kind()
    {
        var impact = Of(File("P3D"), File("P3D", last: "other"), static play => play.Finish("first").Finish("ask"));

        Assert.Equal(ImpactKind.NeedsChoice, impact.Kind);
        var lost = Assert.Single(impact.Lost);
        Assert.Equal("last", lost.NodeId);
        Assert.Contains("other", lost.Possible);
        var chosen = MoveChoices.None with { Nodes = ImmutableDictionary<string, string>.Empty.Add("last", "other") };
        Assert.Equal(ImpactKind.Moves, Of(File("P3D"), File("P3D", last: "other"), static play => play.Finish("first").Finish("ask"), chosen).Kind);
    }

    [Fact]
    public void Where_there_is_no_other_of_its_kind_it_is_impossible_with_the_reason()
    {
        const string wait = """<receiveTask id="wait" messageRef="m"/>""";
        const string message = """<message id="m" name="x"/>""";
        var before = Bpmn.File($"""<startEvent id="s"/>{wait}<endEvent id="e"/>""", "s > wait > e", message);
        var after = Bpmn.File("""<startEvent id="s"/><userTask id="work"/><endEvent id="e"/>""", "s > work > e", message);
        var impact = Of(before, after, static play => play);

        Assert.Equal(ImpactKind.Impossible, impact.Kind);
        Assert.Equal("node-gone", Assert.Single(impact.Plan.Refusals).Code);
    }

    [Fact]
    public void A_role_that_changes_by_the_lane_alone_is_ahead_too()
    {
        static string Lane(string role) => Bpmn.File(
            $"""<laneSet id="ls"><lane id="l"><extensionElements><office:role key="{role}"/></extensionElements><flowNodeRef>b</flowNodeRef></lane></laneSet><startEvent id="s"/><userTask id="a"/><userTask id="b"/><endEvent id="e"/>""",
            "s > a > b > e");

        Assert.Equal(ImpactKind.Moves, Of(Lane("clerk"), Lane("manager"), static play => play).Kind);
    }

    [Theory]
    [InlineData("form", "form")]
    [InlineData("template", "wording")]
    public void A_step_whose_own_form_or_wording_changed_is_ahead_until_it_is_passed(string input, string text)
    {
        string Own(string content, string key = "k") => Bpmn.File(
            $"""<extensionElements><office:{text} key="{key}">{content}</office:{text}></extensionElements><startEvent id="s"/><userTask id="a"/><userTask id="b">{Bpmn.Binding("Office.Work", (input, "k"))}</userTask><userTask id="c"/><endEvent id="e"/>""",
            "s > a > b > c > e");

        Assert.Equal(ImpactKind.Moves, Of(Own("before"), Own("after"), static play => play).Kind);
        Assert.Equal(ImpactKind.Moves, Of(Own("before"), Own("after"), static play => play.Finish("a")).Kind);
        Assert.Equal(ImpactKind.Unaffected, Of(Own("before"), Own("after"), static play => play.Finish("a").Finish("b")).Kind);
        Assert.Equal(ImpactKind.Unaffected, Of(Own("before", "other"), Own("after", "other"), static play => play).Kind);
        Assert.Equal(ImpactKind.Moves, Of(Own("before", "other"), Own("before"), static play => play).Kind);
    }
}
