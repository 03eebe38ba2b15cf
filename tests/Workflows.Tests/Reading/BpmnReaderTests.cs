using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Model.Activities;
using OfficeWorkflow.Workflows.Model.Events;
using OfficeWorkflow.Workflows.Reading;
using OfficeWorkflow.Workflows.Tests.Support;

namespace OfficeWorkflow.Workflows.Tests.Reading;

public class BpmnReaderTests
{
    [Theory]
    [InlineData("", "xml-is-readable", 0)]
    [InlineData("<a>\n<b>\n</a>", "xml-is-readable", 3)]
    [InlineData("<!DOCTYPE a [<!ENTITY x 'y'>]>\n<a>&x;</a>", "xml-is-readable", 1)]
    [InlineData("<html/>", "file-is-bpmn", null)]
    [InlineData("<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL'/>", "file-has-a-process", 1)]
    [InlineData("<a>\u0001</a>", "xml-is-readable", 1)]
    public void Wrong_text_gives_a_finding_with_its_line_and_never_an_exception(string xml, string rule, int? line)
    {
        var finding = Assert.Single(BpmnReader.Read(xml).Findings);

        Assert.Equal((rule, line), (finding.Rule, finding.Line));
    }

    [Fact]
    public void A_byte_order_mark_at_the_beginning_is_no_part_of_the_text()
    {
        var result = BpmnReader.Read('\uFEFF' + Bpmn.File("""<startEvent id="s"/><endEvent id="e"/>""", "s > e"));

        Assert.Empty(result.Findings);
        Assert.Equal("p", Assert.Single(result.Processes).Id);
    }

    [Fact]
    public void Text_that_is_too_big_or_too_deep_is_refused()
    {
        var deep = string.Concat(Enumerable.Repeat("<a>", 5_000)) + string.Concat(Enumerable.Repeat("</a>", 5_000));

        Assert.Equal("xml-is-readable", Assert.Single(BpmnReader.Read(deep).Findings).Rule);
        Assert.Equal("xml-is-readable", Assert.Single(BpmnReader.Read(new string(' ', 5_000_001)).Findings).Rule);
    }

    [Fact]
    [Trait("Element", "Data objects and stores, notes, groups, associations")]
    [Trait("Element", "Pools, lanes, message flow")]
    [Trait("Element", "Choreography, conversation")]
    public void What_is_only_drawn_changes_nothing_that_runs()
    {
        const string elements = """<startEvent id="s"/><userTask id="a"/><endEvent id="e"/>""";
        const string drawn = """
            <dataObject id="d"/><dataObjectReference id="dr" dataObjectRef="d"/><dataStoreReference id="ds"/><textAnnotation id="n"><text>なぜ</text></textAnnotation>
            <association id="as" sourceRef="n" targetRef="a"/><group id="g"/>
            """;
        const string around = """<collaboration id="c"><participant id="p1" processRef="p"/><messageFlow id="mf" sourceRef="p1" targetRef="a"/><conversation id="cv"/></collaboration><choreography id="ch"/>""";

        var plain = Bpmn.Read(Bpmn.File(elements, "s > a > e"));
        var decorated = Bpmn.Read(Bpmn.File(elements + drawn, "s > a > e", around));

        Assert.Equal(plain.Nodes.Select(static node => node.ToString()), decorated.Nodes.Select(static node => node.ToString()));
    }

    [Fact]
    public void What_hangs_in_the_air_is_found_with_its_line()
    {
        var result = BpmnReader.Read(Bpmn.File(
            """
            <startEvent id="s"/><endEvent id="s"/><endEvent/>
            <boundaryEvent id="b" attachedToRef="gone"><timerEventDefinition/></boundaryEvent>
            """,
            "s > gone"));

        Assert.Equal(
            ["ids-are-unique s", "ids-are-unique ", "boundary-has-a-host b", "flow-has-two-ends s-gone"],
            result.Findings.Select(static finding => $"{finding.Rule} {finding.Element}"));
        Assert.All(result.Findings, static finding => Assert.NotNull(finding.Line));
    }

    [Fact]
    public void What_nothing_declares_does_not_catch_everything()
    {
        var result = BpmnReader.Read(Bpmn.File(
            """
            <startEvent id="s"/><callActivity id="c" calledElement="consent"/><endEvent id="e"/>
            <boundaryEvent id="b1" attachedToRef="c"><errorEventDefinition errorRef="declined"/></boundaryEvent>
            <boundaryEvent id="b2" attachedToRef="c"><escalationEventDefinition escalationRef="gone"/></boundaryEvent>
            <boundaryEvent id="b3" attachedToRef="c"><escalationEventDefinition/></boundaryEvent>
            """,
            "s > c > e\nb1 > e\nb2 > e\nb3 > e"));

        Assert.Equal(["escalation-is-declared b2"], result.Findings.Select(static finding => $"{finding.Rule} {finding.Element}"));
    }

    [Fact]
    public void An_error_that_nothing_declares_is_known_by_its_reference()
    {
        var process = Bpmn.Read(Bpmn.File(
            """
            <startEvent id="s"/><callActivity id="c" calledElement="consent"/><endEvent id="e"/>
            <boundaryEvent id="b" attachedToRef="c"><errorEventDefinition errorRef="declined"/></boundaryEvent>
            """,
            "s > c > e\nb > e"));

        Assert.Equal(new Trigger.Error("declined", "declined"), process.Nodes.OfType<BoundaryEvent>().Single().Trigger);
    }

    [Fact]
    [Trait("Element", "Pools, lanes, message flow")]
    public void Steps_have_constants_and_formulas_and_lanes_are_roles_also_inside()
    {
        var process = Bpmn.Read(Bpmn.File(
            $$"""
            <laneSet id="ls"><lane id="l1" name="外"><extensionElements><office:role key="manager"/></extensionElements><flowNodeRef>a</flowNodeRef>
            <childLaneSet id="cs"><lane id="l2"><extensionElements><office:role key="clerk"/></extensionElements><flowNodeRef>sub</flowNodeRef></lane><lane id="l3"><flowNodeRef>b</flowNodeRef></lane></childLaneSet></lane></laneSet>
            <startEvent id="s"/><userTask id="a" name="見る&#10;聞く"><documentation> なぜ </documentation>{{Bpmn.Binding("Office.Work", ("form", "visit"), ("about", "=clientName"))}}</userTask>
            <userTask id="b"/><subProcess id="sub"><startEvent id="s2"/><userTask id="in"/><boundaryEvent id="t" attachedToRef="in"><timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition></boundaryEvent></subProcess>
            """,
            ""));

        var task = Assert.IsType<UserTask>(process.Node("a"));
        Assert.Equal(("見る 聞く", "なぜ", "Office.Work"), (task.Name, task.Documentation, task.Binding!.Type));
        Assert.Equal(Value.Of("visit"), task.Binding.Input("form")!.Constant);
        Assert.Equal("=clientName", task.Binding.Input("about")!.Formula!.Text);
        Assert.Equal(
            ["a manager", "b manager", "in clerk", "s ", "s2 clerk", "sub clerk", "t clerk"],
            process.Nodes.Select(static node => $"{node.Id} {node.Role}"));
        Assert.Equal(["l1 manager", "l2 clerk", "l3 manager"], process.Lanes.Select(static lane => $"{lane.Id} {lane.Role}"));
    }

    [Fact]
    public void Starts_and_calls_can_be_read_by_whoever_starts_cases()
    {
        var process = Bpmn.Read(Bpmn.File(
            """
            <startEvent id="s"/><startEvent id="s1"><messageEventDefinition messageRef="x:m"/></startEvent>
            <startEvent id="s2"><timerEventDefinition><timeCycle>R/2026-04-01T09:00:00+09:00/P1M</timeCycle></timerEventDefinition></startEvent>
            <callActivity id="c" calledElement="consent"/>
            """,
            "s > c\ns1 > c\ns2 > c",
            """<message id="m" name="plan-needed"><extensionElements><office:correlation key="=clientId"/></extensionElements></message>"""));

        var message = (Trigger.Message)Assert.Single(process.MessageStarts).Trigger;
        Assert.Equal(("plan-needed", "=clientId"), (message.Definition.Name, message.Definition.Key!.Text));
        Assert.Equal("R/2026-04-01T09:00:00+09:00/P1M", ((Trigger.Timer)Assert.Single(process.TimerStarts).Trigger).Definition.Text);
        Assert.Equal("consent", Assert.Single(process.Calls).Procedure);
    }

    [Fact]
    public void A_step_input_that_is_not_of_the_dialect_is_a_finding()
    {
        var result = BpmnReader.Read(Bpmn.File(
            """
            <serviceTask id="a"><extensionElements><elsa:activityBinding activityType="Office.SendMail"><elsa:input name="x">{oops</elsa:input>
            <elsa:input name="y">{"expression":{"type":"JavaScript","value":"1"}}</elsa:input></elsa:activityBinding></extensionElements></serviceTask>
            """,
            ""));

        Assert.Equal(["step-inputs-are-readable", "step-inputs-are-readable"], result.Findings.Select(static finding => finding.Rule));
    }

    [Fact]
    public void An_empty_code_of_an_error_or_escalation_catches_all_like_none()
    {
        var process = Bpmn.Read(Bpmn.File(
            """
            <userTask id="a"/><boundaryEvent id="b" attachedToRef="a"><errorEventDefinition errorRef="x"/></boundaryEvent>
            <boundaryEvent id="c" attachedToRef="a"><escalationEventDefinition escalationRef="y"/></boundaryEvent>
            """,
            "",
            """<error id="x" errorCode=""/><escalation id="y" escalationCode=""/>"""));

        Assert.Equal(new Trigger.Error(null, ""), ((EventNode)process.Node("b")).Trigger);
        Assert.Equal(new Trigger.Escalation(null, ""), ((EventNode)process.Node("c")).Trigger);
    }

    [Fact]
    [Trait("Element", "Pools, lanes, message flow")]
    public void Two_processes_of_one_file_come_in_the_order_of_their_ids_and_are_named_by_their_pools()
    {
        var file = Bpmn.File("", "").Replace(
            "<process",
            """<collaboration id="c"><participant id="p1" name="池" processRef="z"/></collaboration><process id="z"/><process""",
            StringComparison.Ordinal);

        Assert.Equal(["p ", "z 池"], BpmnReader.Read(file).Processes.Select(static process => $"{process.Id} {process.Name}"));
    }
}
