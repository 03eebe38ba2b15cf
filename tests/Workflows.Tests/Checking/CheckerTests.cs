using OfficeWorkflow.Workflows.Tests.Support;

namespace OfficeWorkflow.Workflows.Tests.Checking;

public class CheckerTests
{
    private const string Lane = """
        <laneSet id="ls"><lane id="l" name="相談支援専門員"><extensionElements><office:role key="specialist"/></extensionElements>
        <flowNodeRef>a</flowNodeRef><flowNodeRef>b</flowNodeRef><flowNodeRef>sub</flowNodeRef></lane></laneSet>
        """;

    private static readonly string Form = Bpmn.Binding("Office.Work", ("form", "visit"));

    [Fact]
    public void Has_nothing_to_say_about_a_sound_procedure()
    {
        var findings = Checks.Of(
            $"""
            {Lane}<startEvent id="s"/><userTask id="a">{Form}</userTask><exclusiveGateway id="x" default="x-e"/>
            <serviceTask id="c">{Bpmn.Binding("Office.SendMail")}</serviceTask><callActivity id="d" calledElement="consent"/><endEvent id="e"/><endEvent id="e2"/>
            <subProcess id="sub"><startEvent id="s2"/><userTask id="in">{Form}</userTask><endEvent id="e3"/>{Bpmn.Flows("s2 > in > e3")}</subProcess>
            <boundaryEvent id="t" attachedToRef="a" cancelActivity="false"><timerEventDefinition><timeCycle>R/P3D</timeCycle></timerEventDefinition></boundaryEvent>
            """,
            "s > a > x\nx > c : n > 1\nc > d > sub > e2\nx > e\nt > e");

        Assert.Equal("", findings);
    }

    [Fact]
    public void A_procedure_begins_somewhere_and_in_one_way()
    {
        Assert.Equal("one-blank-start ", Checks.Of("", ""));
        Assert.Equal("one-blank-start s2", Checks.Of("""<startEvent id="s"/><startEvent id="s2"/><endEvent id="e"/>""", "s > e\ns2 > e"));
        Assert.Equal(
            "one-blank-start sub",
            Checks.Of("""<startEvent id="s"/><subProcess id="sub"/><endEvent id="e"/>""", "s > sub > e"));
        Assert.Equal(
            "",
            Checks.Of(
                """<startEvent id="s"><messageEventDefinition messageRef="m"/></startEvent><endEvent id="e"/>""", "s > e", """<message id="m" name="plan-needed"/>"""));
    }

    [Fact]
    public void Nothing_is_left_lying_about()
    {
        Assert.Equal(
            "no-disconnected-node a ?\nno-disconnected-node a\nrole-is-known a\nno-disconnected-node x",
            Checks.Of($"""<startEvent id="s"/><userTask id="a">{Form}</userTask><exclusiveGateway id="x"/>""", "s > x"));
    }

    [Fact]
    public void An_island_and_a_way_that_never_ends_are_found()
    {
        Assert.Equal(
            """
            every-way-ends a ?
            no-implicit-merge a ?
            every-element-reachable b
            every-way-ends b ?
            every-element-reachable c
            every-way-ends c ?
            every-way-ends s ?
            """.ReplaceLineEndings("\n"),
            Checks.Of("""<startEvent id="s"/><receiveTask id="a" messageRef="m"/><receiveTask id="b" messageRef="m"/><receiveTask id="c" messageRef="m"/>""", "s > a > a\nb > c > b", """<message id="m" name="m"/>"""));
    }

    [Fact]
    public void Events_are_entered_and_left_only_on_their_side()
    {
        Assert.Equal(
            "events-keep-their-side e\nevents-keep-their-side s",
            Sides(Checks.Of("""<startEvent id="s"/><receiveTask id="r" messageRef="m"/><endEvent id="e"/>""", "s > r > e > r\nr > s", """<message id="m" name="m"/>""")));
    }

    private static string Sides(string findings) =>
        string.Join('\n', findings.Split('\n').Where(static line => line.StartsWith("events-keep", StringComparison.Ordinal)));

    [Fact]
    [Trait("Trap", "22")]
    public void A_circle_without_a_wait_is_found_and_one_with_a_wait_is_not()
    {
        const string Elements = """<startEvent id="s"/><exclusiveGateway id="x"/><exclusiveGateway id="y" default="y-e"/><endEvent id="e"/>""";

        Assert.Equal(
            "no-loop-without-wait x\nno-loop-without-wait y",
            Checks.Of(Elements, "s > x > y\ny > x : again\ny > e"));
        Assert.Equal(
            "",
            Checks.Of(Elements + """<callActivity id="c" calledElement="consent"/>""", "s > x > c > y\ny > x : again\ny > e"));
    }

    [Fact]
    public void Each_way_of_a_choice_has_a_condition_or_is_the_default()
    {
        const string Elements = """<startEvent id="s"/><exclusiveGateway id="x"/><endEvent id="a"/><endEvent id="b"/>""";

        Assert.Equal("every-way-has-a-condition x ?\nevery-way-has-a-condition x-b", Checks.Of(Elements, "s > x\nx > a : n\nx > b"));
        Assert.Equal(
            "every-way-has-a-condition x-a",
            Checks.Of(Elements.Replace("exclusive", "parallel", StringComparison.Ordinal), "s > x\nx > a : n\nx > b"));
        Assert.Equal(
            "default-flow-leaves-its-node x\nevery-way-has-a-condition x ?\nevery-way-has-a-condition x-b",
            Checks.Of(Elements.Replace("\"x\"", "\"x\" default=\"s-x\"", StringComparison.Ordinal), "s > x\nx > a : n\nx > b"));
        Assert.Equal(
            "default-flow-leaves-its-node x-b ?",
            Checks.Of(Elements.Replace("\"x\"", "\"x\" default=\"x-b\"", StringComparison.Ordinal), "s > x\nx > a : n\nx > b : m"));
    }

    [Fact]
    public void Formulas_that_cannot_be_read_are_found_wherever_they_stand()
    {
        Assert.Equal(
            "formulas-are-readable c\nformulas-are-readable c\nformulas-are-readable x-a",
            Checks.Of(
                $"""
                <startEvent id="s"/><exclusiveGateway id="x" default="x-b"/><endEvent id="a"/><endEvent id="b"/>
                <sendTask id="c">{Bpmn.Binding("Office.SendMail", ("to", "=1 +")).Replace("</extensionElements>", "<office:mapping><office:output target='y' expression='=('/></office:mapping></extensionElements>", StringComparison.Ordinal)}</sendTask>
                """,
                "s > c > x\nx > a : n >\nx > b"));
    }

    [Theory]
    [InlineData("<timeDate>soon</timeDate>", "")]
    [InlineData("<timeDuration>three days</timeDuration>", "timer-is-readable t")]
    [InlineData("<timeDuration>P3X</timeDuration>", "timer-is-readable t")]
    [InlineData("<timeDuration>working days(3)</timeDuration>", "")]
    [InlineData("<timeCycle>R3/P1D</timeCycle>", "cycle-only-where-it-may-repeat t")]
    [InlineData("", "timer-is-readable t")]
    public void Timers_are_readable_and_repeat_only_where_they_may(string timer, string expected)
    {
        Assert.Equal(
            expected,
            Checks.Of($"""<startEvent id="s"/><intermediateCatchEvent id="t"><timerEventDefinition>{timer}</timerEventDefinition></intermediateCatchEvent><endEvent id="e"/>""", "s > t > e"));
    }

    [Fact]
    [Trait("Trap", "9")]
    public void A_repeating_timer_may_not_interrupt_and_a_start_has_nothing_to_count_from()
    {
        const string Elements = """
            <startEvent id="s"><timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition></startEvent>
            <callActivity id="c" calledElement="consent"/><endEvent id="e"/>
            <boundaryEvent id="t" attachedToRef="c"><timerEventDefinition><timeCycle>R3/P1D</timeCycle></timerEventDefinition></boundaryEvent>
            """;

        Assert.Equal("cycle-only-where-it-may-repeat s\ncycle-only-where-it-may-repeat t", Checks.Of(Elements, "s > c > e\nt > e"));
    }

    [Fact]
    public void Boundary_events_have_one_trigger_and_each_error_one_catcher()
    {
        const string Elements = """
            <startEvent id="s"/><callActivity id="c" calledElement="consent"/><endEvent id="e"/>
            <boundaryEvent id="b1" attachedToRef="c"/>
            <boundaryEvent id="b2" attachedToRef="c"><errorEventDefinition errorRef="x"/></boundaryEvent>
            <boundaryEvent id="b3" attachedToRef="c"><errorEventDefinition errorRef="x"/></boundaryEvent>
            <boundaryEvent id="b4" attachedToRef="c" cancelActivity="false"><errorEventDefinition/></boundaryEvent>
            <boundaryEvent id="b5" attachedToRef="c"><errorEventDefinition/><timerEventDefinition/></boundaryEvent>
            """;

        Assert.Equal(
            "boundary-has-one-trigger b1\nboundary-has-one-trigger b3\nboundary-has-one-trigger b4\nonly-what-the-engine-runs b5",
            Checks.Of(Elements, "s > c > e\nb1 > e\nb2 > e\nb3 > e\nb4 > e\nb5 > e", """<error id="x" errorCode="declined"/>"""));
    }

    [Fact]
    public void What_only_one_can_receive_has_one_catcher_and_a_signal_any_number()
    {
        const string Elements = """
            <startEvent id="s"/><callActivity id="c" calledElement="consent"/><endEvent id="e"/>
            <boundaryEvent id="m1" attachedToRef="c"><messageEventDefinition messageRef="m"/></boundaryEvent>
            <boundaryEvent id="m2" attachedToRef="c"><messageEventDefinition messageRef="m"/></boundaryEvent>
            <boundaryEvent id="x1" attachedToRef="c"><escalationEventDefinition escalationRef="x"/></boundaryEvent>
            <boundaryEvent id="x2" attachedToRef="c"><escalationEventDefinition escalationRef="x"/></boundaryEvent>
            <boundaryEvent id="x3" attachedToRef="c"><escalationEventDefinition/></boundaryEvent>
            <boundaryEvent id="g1" attachedToRef="c"><signalEventDefinition signalRef="g"/></boundaryEvent>
            <boundaryEvent id="g2" attachedToRef="c"><signalEventDefinition signalRef="g"/></boundaryEvent>
            """;

        Assert.Equal(
            "boundary-has-one-trigger m2\nboundary-has-one-trigger x2",
            Checks.Of(
                Elements,
                "s > c > e\nm1 > e\nm2 > e\nx1 > e\nx2 > e\nx3 > e\ng1 > e\ng2 > e",
                """<message id="m" name="返事"/><escalation id="x" escalationCode="late"/><signal id="g" name="終わり"/>"""));
    }

    [Fact]
    public void Behind_an_event_gateway_stand_events_only()
    {
        const string Elements = """
            <startEvent id="s"/><eventBasedGateway id="g"/><receiveTask id="r" messageRef="m"/><callActivity id="c" calledElement="consent"/><endEvent id="e"/>
            <boundaryEvent id="b" attachedToRef="r"><errorEventDefinition/></boundaryEvent>
            """;

        Assert.Equal(
            "event-gateway-waits-for-events c\nevent-gateway-waits-for-events r",
            Checks.Of(Elements, "s > g\ng > r > e\ng > c > e\nb > e", """<message id="m" name="answer"/>"""));
        Assert.Equal(
            "event-gateway-waits-for-events g",
            Checks.Of("""<startEvent id="s"/><eventBasedGateway id="g"/><receiveTask id="r" messageRef="m"/>""", "s > g > r\nr > e", """<message id="m" name="answer"/>""")
                .Split('\n').First(static line => line.StartsWith("event", StringComparison.Ordinal)));
    }

    [Fact]
    public void Messages_and_errors_can_be_told_apart()
    {
        Assert.Equal(
            "error-has-a-code e\nmessage-has-a-name r",
            Checks.Of("""<startEvent id="s"/><receiveTask id="r"/><endEvent id="e"><errorEventDefinition/></endEvent>""", "s > r > e"));
    }

    [Fact]
    public void A_loop_says_over_what_and_gathers_whole()
    {
        Assert.Equal(
            "loop-has-a-collection a\nloop-has-a-collection b",
            Checks.Of(
                """
                <startEvent id="s"/><callActivity id="a" calledElement="consent"><multiInstanceLoopCharacteristics/></callActivity>
                <callActivity id="b" calledElement="consent"><multiInstanceLoopCharacteristics office:collection="=xs" office:outputCollection="ys"/></callActivity><endEvent id="e"/>
                """,
                "s > a > b > e"));
    }

    [Fact]
    public void Work_has_a_form_and_a_role_that_exist()
    {
        var elements = $"""
            {Lane.Replace("specialist", "cook", StringComparison.Ordinal)}<startEvent id="s"/><userTask id="a"/>
            <userTask id="b">{Bpmn.Binding("Office.Work", ("form", "gone"))}</userTask><manualTask id="c"/><endEvent id="e"/>
            """;

        Assert.Equal("form-exists a\nrole-is-known a\nform-exists b\nrole-is-known b\nrole-is-known c", Checks.Of(elements, "s > a > b > c > e"));
    }

    [Fact]
    public void Steps_and_called_procedures_exist()
    {
        var elements = $"""
            <startEvent id="s"/><serviceTask id="a"/><sendTask id="b">{Bpmn.Binding("Office.Fly")}</sendTask><callActivity id="c"/>
            <callActivity id="d" calledElement="gone"/><callActivity id="f" calledElement="p"/><endEvent id="e"/>
            """;

        Assert.Equal(
            "step-is-known a\nstep-is-known b\ncall-names-a-procedure c\ncall-names-a-procedure d\ncall-names-a-procedure f",
            Checks.Of(elements, "s > a > b > c > d > f > e"));
    }

    [Fact]
    public void An_event_subprocess_has_one_trigger_and_no_flows()
    {
        Assert.Equal(
            "one-blank-start h1\nevents-keep-their-side h2",
            Checks.Of(
                $"""
                <startEvent id="s"/><endEvent id="e"/><subProcess id="h1" triggeredByEvent="true"><startEvent id="x1"/><endEvent id="x2"/>{Bpmn.Flows("x1 > x2")}</subProcess>
                <subProcess id="h2" triggeredByEvent="true"><startEvent id="y1"><timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition></startEvent><endEvent id="y2"/>{Bpmn.Flows("y1 > y2")}</subProcess>
                """,
                "s > e\nh2 > e"));
    }

    [Fact]
    [Trait("Element", "Link events")]
    public void Links_lead_to_exactly_one_place()
    {
        static string Link(string kind, string id, string name) =>
            $"""<intermediate{kind}Event id="{id}"><linkEventDefinition name="{name}"/></intermediate{kind}Event>""";

        Assert.Equal("", Checks.Of($"""<startEvent id="s"/>{Link("Throw", "a", "x")}{Link("Catch", "b", "x")}<endEvent id="e"/>""", "s > a\nb > e"));
        Assert.Contains(
            "link-has-its-other-end a",
            Checks.Of($"""<startEvent id="s"/>{Link("Throw", "a", "x")}{Link("Catch", "b", "y")}<endEvent id="e"/>""", "s > a\nb > e"),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_repeated_activity_knows_when_to_stop()
    {
        Assert.Equal(
            "loop-has-a-collection c",
            Checks.Of("""<startEvent id="s"/><callActivity id="c" calledElement="consent"><standardLoopCharacteristics/></callActivity><endEvent id="e"/>""", "s > c > e"));
    }
}
