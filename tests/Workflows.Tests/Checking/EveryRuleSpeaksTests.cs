using System.Collections.Immutable;
using OfficeWorkflow.Workflows.Checking;
using OfficeWorkflow.Workflows.Reading;
using OfficeWorkflow.Workflows.Tests.Support;

namespace OfficeWorkflow.Workflows.Tests.Checking;

/// <summary>Each rule on a procedure in which it finds something. A new rule fails here until it has a sample.</summary>
public class EveryRuleSpeaksTests
{
    private static readonly ImmutableDictionary<string, ImmutableHashSet<string>> None = ImmutableDictionary<string, ImmutableHashSet<string>>.Empty;

    /// <summary>A name that nothing sets is doubted only where all that could set it is known.</summary>
    private static readonly StepCatalogue Catalogue = Checks.Catalogue with { Givers = new VariableGivers([], None, None, None) };

    private static readonly string Service = Bpmn.Binding("Office.SendMail");

    private static readonly Dictionary<string, string> Samples = new(StringComparer.Ordinal)
    {
        ["xml-is-readable"] = "<definitions",
        ["file-is-bpmn"] = "<a/>",
        ["file-has-a-process"] = """<definitions id="d" xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"/>""",
        ["ids-are-unique"] = Between("""<receiveTask id="a" messageRef="m"/><receiveTask id="a" messageRef="m"/>"""),
        ["flow-has-two-ends"] = Bpmn.File("""<startEvent id="s"/>""", "s > nowhere"),
        ["boundary-has-a-host"] = Bpmn.File("""<startEvent id="s"/><boundaryEvent id="b" attachedToRef="nowhere"/>""", ""),
        ["escalation-is-declared"] = Between("""<intermediateThrowEvent id="a"><escalationEventDefinition escalationRef="nowhere"/></intermediateThrowEvent>"""),
        ["step-inputs-are-readable"] = Between("""<userTask id="a"><extensionElements><elsa:activityBinding activityType="Office.Work"><elsa:input name="form">{</elsa:input></elsa:activityBinding></extensionElements></userTask>"""),
        ["only-what-the-engine-runs"] = Between("""<task id="a"/>"""),
        ["one-blank-start"] = Bpmn.File("""<startEvent id="s"/><startEvent id="s2"/><endEvent id="e"/>""", "s > e\ns2 > e"),
        ["no-disconnected-node"] = Bpmn.File("""<startEvent id="s"/><exclusiveGateway id="x"/>""", "s > x"),
        ["every-element-reachable"] = Bpmn.File("""<startEvent id="s"/><endEvent id="e"/><receiveTask id="b"/><receiveTask id="c"/>""", "s > e\nb > c > b"),
        ["every-way-ends"] = Bpmn.File("""<startEvent id="s"/><receiveTask id="a"/>""", "s > a > a"),
        ["join-can-fire"] = Bpmn.File($"""<startEvent id="s"/><exclusiveGateway id="x" default="x-c"/><serviceTask id="b">{Service}</serviceTask><serviceTask id="c">{Service}</serviceTask><parallelGateway id="j"/><endEvent id="e"/>""", "s > x\nx > b : n = 1\nx > c\nb > j\nc > j\nj > e"),
        ["events-keep-their-side"] = Bpmn.File("""<startEvent id="s"/><endEvent id="e"/>""", "s > e > s"),
        ["no-implicit-merge"] = Bpmn.File("""<startEvent id="s"/><receiveTask id="a"/>""", "s > a > a"),
        ["no-loop-without-wait"] = Bpmn.File("""<startEvent id="s"/><exclusiveGateway id="x"/><exclusiveGateway id="y" default="y-e"/><endEvent id="e"/>""", "s > x > y\ny > x : again\ny > e"),
        ["default-flow-leaves-its-node"] = Bpmn.File("""<startEvent id="s"/><exclusiveGateway id="x" default="s-x"/><endEvent id="e"/>""", "s > x > e"),
        ["every-way-has-a-condition"] = Bpmn.File("""<startEvent id="s"/><exclusiveGateway id="x"/><endEvent id="a"/><endEvent id="b"/>""", "s > x\nx > a : n = 1\nx > b"),
        ["formulas-are-readable"] = Bpmn.File("""<startEvent id="s"/><exclusiveGateway id="x" default="x-b"/><endEvent id="a"/><endEvent id="b"/>""", "s > x\nx > a : n >\nx > b"),
        ["condition-reads-known-variables"] = Bpmn.File("""<startEvent id="s"/><exclusiveGateway id="x" default="x-b"/><endEvent id="a"/><endEvent id="b"/>""", "s > x\nx > a : nobodySetsThis = 1\nx > b"),
        ["timer-is-readable"] = Between("""<intermediateCatchEvent id="a"><timerEventDefinition><timeDuration>three days</timeDuration></timerEventDefinition></intermediateCatchEvent>"""),
        ["cycle-only-where-it-may-repeat"] = Between("""<intermediateCatchEvent id="a"><timerEventDefinition><timeCycle>R3/P1D</timeCycle></timerEventDefinition></intermediateCatchEvent>"""),
        ["boundary-has-one-trigger"] = Between("""<receiveTask id="a"/><boundaryEvent id="b" attachedToRef="a"/>"""),
        ["event-gateway-waits-for-events"] = Bpmn.File($"""<startEvent id="s"/><eventBasedGateway id="g"/><serviceTask id="b">{Service}</serviceTask><serviceTask id="c">{Service}</serviceTask><endEvent id="e"/>""", "s > g\ng > b > e\ng > c > e"),
        ["message-has-a-name"] = Between("""<receiveTask id="a"/>"""),
        ["error-has-a-code"] = Bpmn.File("""<startEvent id="s"/><endEvent id="e"><errorEventDefinition/></endEvent>""", "s > e"),
        ["signal-has-a-name"] = Between("""<intermediateThrowEvent id="a"><signalEventDefinition/></intermediateThrowEvent>"""),
        ["conditional-event-has-a-condition"] = Between("""<intermediateCatchEvent id="a"><conditionalEventDefinition/></intermediateCatchEvent>"""),
        ["compensation-has-its-handler"] = Between("""<intermediateThrowEvent id="a"><compensateEventDefinition activityRef="nowhere"/></intermediateThrowEvent>"""),
        ["ad-hoc-holds-activities"] = Between("""<adHocSubProcess id="a"/>"""),
        ["decision-table-is-whole"] = Between("""<businessRuleTask id="a"/>"""),
        ["link-has-its-other-end"] = Bpmn.File("""<startEvent id="s"/><intermediateThrowEvent id="a"><linkEventDefinition name="x"/></intermediateThrowEvent>""", "s > a"),
        ["loop-has-a-collection"] = Between("""<callActivity id="a" calledElement="consent"><multiInstanceLoopCharacteristics/></callActivity>"""),
        ["form-exists"] = Between("""<userTask id="a"/>"""),
        ["role-is-known"] = Between("""<manualTask id="a"/>"""),
        ["step-is-known"] = Between("""<serviceTask id="a"/>"""),
        ["call-names-a-procedure"] = Between("""<callActivity id="a" calledElement="gone"/>"""),
    };

    public static TheoryData<string> Rules => [.. Recommended.OfReading.Select(static rule => rule.Code), .. Recommended.Rules.Select(static rule => rule.Code)];

    [Theory]
    [MemberData(nameof(Rules))]
    public void J2_Each_rule_says_in_Japanese_what_is_wrong_and_what_to_do(string rule)
    {
        var read = BpmnReader.Read(Samples[rule]);
        var findings = read.Findings.AddRange(read.Processes.SelectMany(static process => Checker.Check(process, Catalogue)));

        var found = findings.Where(finding => string.Equals(finding.Rule, rule, StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(found);
        Assert.All(found, static finding => Assert.Matches(@"\p{IsHiragana}.*。$", finding.Message));
        Assert.All(found, static finding => Assert.Matches(@"\p{IsHiragana}.*。$", finding.Fix));
    }

    private static string Between(string element) => Bpmn.File($"""<startEvent id="s"/>{element}<endEvent id="e"/>""", "s > a > e");
}
