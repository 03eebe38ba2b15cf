using System.Collections.Immutable;
using OfficeWorkflow.Workflows.Tests.Support;

namespace OfficeWorkflow.Workflows.Tests.Checking;

/// <summary>What is checked about signals, conditions, compensation, ad-hoc subprocesses, decision tables and joins.</summary>
public class ElementRulesTests
{
    private static string Service(string id, string attributes = "") => $"<serviceTask id=\"{id}\" {attributes}>{Bpmn.Binding("Office.SendMail")}</serviceTask>";

    private static string Between(string element, string more = "", string declarations = "") =>
        Checks.Of($"""<startEvent id="s"/>{element}<endEvent id="e"/>{more}""", "s > a > e", declarations);

    [Fact]
    public void A_signal_has_a_name_and_a_conditional_event_a_condition()
    {
        Assert.Equal("signal-has-a-name a", Between("""<intermediateThrowEvent id="a"><signalEventDefinition/></intermediateThrowEvent>"""));
        Assert.Equal("conditional-event-has-a-condition a", Between("""<intermediateCatchEvent id="a"><conditionalEventDefinition/></intermediateCatchEvent>"""));
        Assert.Equal(
            "formulas-are-readable a",
            Between("""<intermediateCatchEvent id="a"><conditionalEventDefinition><condition>x &gt;</condition></conditionalEventDefinition></intermediateCatchEvent>"""));
    }

    [Fact]
    public void What_undoes_an_activity_is_tied_to_it_and_outside_the_flow()
    {
        const string undo = """<boundaryEvent id="b" attachedToRef="a"><compensateEventDefinition/></boundaryEvent>""";
        const string tie = """<association id="l" sourceRef="b" targetRef="u"/>""";

        Assert.Equal("", Between(Service("a"), undo + Service("u", "isForCompensation='true'") + tie));
        Assert.Equal("compensation-has-its-handler b\ncompensation-has-its-handler u", Between(Service("a"), undo + Service("u", "isForCompensation='true'")));
        Assert.Equal(
            "compensation-has-its-handler u",
            Checks.Of($"""<startEvent id="s"/>{Service("a")}<endEvent id="e"/>{undo}{Service("u", "isForCompensation='true'")}{tie}""", "s > a > e\nu > e"));
        Assert.Equal("compensation-has-its-handler a", Between("""<intermediateThrowEvent id="a"><compensateEventDefinition activityRef="nowhere"/></intermediateThrowEvent>"""));
    }

    [Fact]
    public void In_an_ad_hoc_subprocess_lie_things_to_do_and_nothing_else()
    {
        Assert.Equal("", Between($"""<adHocSubProcess id="a">{Service("x")}{Service("y")}{Bpmn.Flows("x > y")}</adHocSubProcess>"""));
        Assert.Equal("ad-hoc-holds-activities a", Between("""<adHocSubProcess id="a"/>"""));
        Assert.Equal("ad-hoc-holds-activities s2", Between($"""<adHocSubProcess id="a">{Service("x")}<startEvent id="s2"/></adHocSubProcess>"""));
    }

    [Theory]
    [InlineData("U", "<office:when>-</office:when><office:then>1</office:then>", "")]
    [InlineData("X", "<office:when>-</office:when><office:then>1</office:then>", "decision-table-is-whole a")]
    [InlineData("U", "<office:when>-</office:when>", "decision-table-is-whole a")]
    [InlineData("U", "<office:when>&lt; </office:when><office:then>1</office:then>", "decision-table-is-whole a")]
    [InlineData("U", "<office:when>-</office:when><office:then>1 +</office:then>", "formulas-are-readable a")]
    public void A_decision_table_is_filled_in(string policy, string cells, string findings)
    {
        Assert.Equal(findings, Between(
            $"""<businessRuleTask id="a"><extensionElements><office:decisionTable hitPolicy="{policy}"><office:input expression="n"/><office:output name="x"/><office:rule>{cells}</office:rule></office:decisionTable></extensionElements></businessRuleTask>"""));
    }

    [Fact]
    public void A_business_rule_task_has_a_table_or_a_mapping()
    {
        Assert.Equal("decision-table-is-whole a", Between("""<businessRuleTask id="a"/>"""));
        Assert.Equal(
            "",
            Between("""<businessRuleTask id="a"><extensionElements><office:mapping><office:output target="x" expression="=1"/></office:mapping></extensionElements></businessRuleTask>"""));
    }

    [Fact]
    public void A_call_of_a_fixed_version_says_which()
    {
        Assert.Equal("", Between("""<callActivity id="a" calledElement="consent" office:binding="version" office:version="2"/>"""));
        Assert.Equal("call-names-a-procedure a", Between("""<callActivity id="a" calledElement="consent" office:binding="version"/>"""));
    }

    [Fact]
    [Trait("Trap", "19")]
    public void Procedures_that_call_one_another_in_a_circle_are_found()
    {
        const string call = """<startEvent id="s"/><callActivity id="a" calledElement="consent"/><endEvent id="e"/>""";
        var circle = Checks.Catalogue with { Calls = ImmutableDictionary<string, ImmutableHashSet<string>>.Empty.Add("consent", ["meeting"]).Add("meeting", ["p"]) };
        var none = Checks.Catalogue with { Calls = ImmutableDictionary<string, ImmutableHashSet<string>>.Empty.Add("consent", ["meeting"]).Add("meeting", ["consent"]) };

        Assert.Equal("call-names-a-procedure a", Checks.Of(call, "s > a > e", catalogue: circle));
        Assert.Equal("", Checks.Of(call, "s > a > e", catalogue: none));
    }

    [Fact]
    public void A_join_whose_ways_are_never_gone_together_is_found()
    {
        const string elements = """<startEvent id="s"/><exclusiveGateway id="x" default="x-c"/><parallelGateway id="j"/><endEvent id="e"/>""";

        Assert.Equal("join-can-fire j", Checks.Of(elements + Service("b") + Service("c"), "s > x\nx > b : n = 1\nx > c\nb > j\nc > j\nj > e"));
    }

    [Fact]
    public void A_join_that_may_wait_for_ever_is_doubted_and_one_that_cannot_is_not()
    {
        static string Findings(string split, string join) => Checks.Of(
            $"""<startEvent id="s"/><{split} id="x"/><{join} id="j"/><endEvent id="e"/>{Service("b")}{Service("c")}""",
            split is "parallelGateway" ? "s > x\nx > b > j\nx > c > j\nj > e" : "s > x\nx > b : n = 1\nx > c : n < 2\nb > j\nc > j\nj > e");

        Assert.Equal("join-can-fire j ?\nevery-way-has-a-condition x ?", Findings("inclusiveGateway", "parallelGateway"));
        Assert.Equal("every-way-has-a-condition x ?", Findings("inclusiveGateway", "inclusiveGateway"));
        Assert.Equal("", Findings("parallelGateway", "parallelGateway"));
    }

    [Fact]
    public void A_token_that_an_event_on_the_edge_leads_away_leaves_the_join_waiting()
    {
        Assert.Equal("join-can-fire j ?", Checks.Of(
            $"""
            <startEvent id="s"/><parallelGateway id="x"/>{Service("b")}{Service("c")}<parallelGateway id="j"/><endEvent id="e"/><endEvent id="e2"/>
            <boundaryEvent id="t" attachedToRef="b"><timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition></boundaryEvent>
            """,
            "s > x\nx > b > j\nx > c > j\nj > e\nt > e2"));
    }
}
