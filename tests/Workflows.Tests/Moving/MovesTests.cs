using System.Collections.Immutable;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Moving;
using OfficeWorkflow.Workflows.Running;
using OfficeWorkflow.Workflows.Tests.Support;

namespace OfficeWorkflow.Workflows.Tests.Moving;

[Trait("Trap", "24")]
public class MovesTests
{
    private const string Message = """<message id="m" name="answered"><extensionElements><office:correlation key="=client"/></extensionElements></message>""";

    private static string Timer(string id, string host, string duration) =>
        $"""<boundaryEvent id="{id}" attachedToRef="{host}" cancelActivity="false"><timerEventDefinition><timeDuration>{duration}</timeDuration></timerEventDefinition></boundaryEvent>""";

    private static Process Drawn(string elements, string flows, string declarations = "") => Bpmn.Read(Bpmn.File(elements, flows, declarations));

    private static MoveChoices Nodes(params (string From, string To)[] nodes) =>
        MoveChoices.None with { Nodes = nodes.ToImmutableDictionary(static pair => pair.From, static pair => pair.To, StringComparer.Ordinal) };

    private static MoveChoices Timers(string node, TimerChoice choice) =>
        MoveChoices.None with { Timers = ImmutableDictionary<string, TimerChoice>.Empty.Add(node, choice) };

    private static string Refusals(Scenario scenario, Process to, MoveChoices? choices = null)
    {
        var plan = Moves.Plan(scenario.Process, to, scenario.State, choices ?? MoveChoices.None);
        Assert.All(plan.Refusals, static refusal => Assert.NotEmpty(refusal.Reason));
        var moved = Moves.Move(scenario.Process, to, scenario.State, choices ?? MoveChoices.None, scenario.Now, scenario.Calendar);
        Assert.Equal(plan.Refusals.FirstOrDefault()?.Code, (moved as Decision.Refused)?.Code);

        return string.Join(' ', plan.Refusals.Select(static refusal => $"{refusal.Code}:{refusal.NodeId}"));
    }

    [Fact]
    public void What_has_the_same_id_goes_on_there_and_the_case_then_runs_by_the_new_version()
    {
        var to = Drawn("""<startEvent id="s"/><userTask id="a"/><userTask id="b"/><userTask id="c"/><endEvent id="e"/>""", "s > a > b > c > e");
        var scenario = Scenario.Of("""<startEvent id="s"/><userTask id="a"/><userTask id="b"/><endEvent id="e"/>""", "s > a > b > e")
            .Start(("n", Value.Of(1m))).Finish("a").Forget();

        scenario.Move(to, MoveChoices.None).Saw("moved").Asked("move w3 to b");
        scenario.Finish("b").Saw("""
            w3 Finished
            t1 done b
            t1 at c
            w4 work c
            """);
        Assert.Equal(Value.Of(1m), scenario.State.Variables["n"]);
    }

    [Fact]
    public void Work_keeps_its_id_and_takes_the_name_role_and_inputs_of_the_new_element()
    {
        var to = Drawn(
            $"""<laneSet id="ls"><lane id="l"><extensionElements><office:role key="clerk"/></extensionElements><flowNodeRef>b</flowNodeRef></lane></laneSet><startEvent id="s"/><userTask id="b">{Bpmn.Binding("Office.Work", ("form", "visit"))}</userTask><endEvent id="e"/>""",
            "s > b > e");
        var scenario = Scenario.Of("""<startEvent id="s"/><userTask id="a"/>""", "s > a").Start().Forget();

        Assert.Equal("node-gone:a", Refusals(scenario, to));
        scenario.Move(to, Nodes(("a", "b"))).Saw("moved a>b s-a>").Asked("""move w2 to b clerk {"form":"visit"}""");
        scenario.Finish("b");
        Assert.True(scenario.State.HasEnded);
    }

    [Theory]
    [InlineData("""<manualTask id="a"/>""")]
    [InlineData("""<userTask id="a"><multiInstanceLoopCharacteristics office:collection="=x"/></userTask>""")]
    [InlineData("""<userTask id="a"><standardLoopCharacteristics loopMaximum="2"/></userTask>""")]
    [InlineData("""<receiveTask id="a"/>""")]
    public void Another_kind_of_element_is_refused(string element)
    {
        var scenario = Scenario.Of("""<startEvent id="s"/><userTask id="a"/>""", "s > a").Start();

        Assert.Equal("kind-differs:a", Refusals(scenario, Drawn($"""<startEvent id="s"/>{element}""", "s > a")));
    }

    [Fact]
    public void Another_frame_is_refused()
    {
        var scenario = Scenario.Of("""<startEvent id="s"/><userTask id="a"/>""", "s > a").Start();

        Assert.Equal("frame-differs:a", Refusals(scenario, Drawn($"""<startEvent id="s"/><subProcess id="p1"><startEvent id="s1"/><userTask id="a"/>{Bpmn.Flows("s1 > a")}</subProcess>""", "s > p1")));
    }

    [Fact]
    public void Each_waiting_timer_needs_a_choice_whether_it_keeps_its_date_or_starts_again()
    {
        static Process Version(string duration) => Drawn($"""<startEvent id="s"/><userTask id="a"/>{Timer("t", "a", duration)}<endEvent id="e"/><endEvent id="f"/>""", "s > a > e\nt > f");
        static Scenario Running() => new Scenario(Version("P7D")).Start().At(1, 21).Forget();

        Assert.Equal("timer-undecided:t", Refusals(Running(), Version("P3D")));
        Running().Move(Version("P3D"), Timers("t", TimerChoice.Keep)).Saw("moved").Asked("""
            move d2 to t
            move w3 to a
            """);
        Running().Move(Version("P3D"), Timers("t", TimerChoice.StartAgain)).Asked("""
            disarm d2
            arm d4 01-24 09:00
            move w3 to a
            """);
    }

    [Fact]
    public void Events_on_edges_and_in_the_frame_that_only_the_new_version_has_are_waited_for_and_others_no_more()
    {
        const string handler = """<subProcess id="h" triggeredByEvent="true"><startEvent id="hs"><messageEventDefinition messageRef="m"/></startEvent><endEvent id="he"/><sequenceFlow id="hf" sourceRef="hs" targetRef="he"/></subProcess>""";
        var to = Drawn($"""<startEvent id="s"/><userTask id="a"/>{Timer("new", "a", "P1D")}{handler}<endEvent id="e"/>""", "s > a\nnew > e", Message);
        var scenario = Scenario.Of($"""<startEvent id="s"/><userTask id="a"/>{Timer("old", "a", "P7D")}<endEvent id="e"/>""", "s > a\nold > e")
            .Start(("client", Value.Of("c1"))).Forget();

        scenario.Move(to, MoveChoices.None).Asked("""
            disarm d2
            arm d4 01-20 09:00
            listen m5 answered c1
            move w3 to a
            """);
    }

    [Fact]
    public void A_message_that_is_named_otherwise_is_listened_for_by_its_new_name()
    {
        static Process Version(string name) => Drawn("""<startEvent id="s"/><receiveTask id="a" messageRef="m"/>""", "s > a", $"""<message id="m" name="{name}"/>""");
        var scenario = new Scenario(Version("answered")).Start().Forget();

        scenario.Move(Version("replied"), MoveChoices.None).Asked("""
            stop m2
            listen m3 replied
            """);
    }

    [Fact]
    public void A_token_that_waits_at_a_join_needs_its_flow_and_a_join_that_has_all_by_then_fires()
    {
        const string elements = """<startEvent id="s"/><parallelGateway id="f"/><userTask id="a"/><userTask id="b"/><userTask id="c"/><parallelGateway id="j"/><userTask id="d"/>""";
        var scenario = Scenario.Of(elements, "s > f\nf > a > j\nf > b > j\nf > c > j\nj > d").Start().Finish("a").Finish("b").Forget();
        var renamed = Drawn(elements.Replace("<userTask id=\"a\"/>", "<userTask id=\"x\"/>", StringComparison.Ordinal), "s > f\nf > x > j\nf > b > j\nf > c > j\nj > d");

        Assert.Equal("join-flow-gone:j", Refusals(scenario, renamed));
        scenario.Move(renamed, MoveChoices.None with { Flows = ImmutableDictionary<string, string>.Empty.Add("a-j", "x-j") }).Finish("c");
        Assert.Single(scenario.WaitsOn("d"));

        var two = Scenario.Of(elements, "s > f\nf > a > j\nf > b > j\nf > c > j\nj > d").Start().Finish("a").Finish("b");
        Assert.Equal("node-gone:c", Refusals(two, Drawn(elements.Replace("<userTask id=\"c\"/>", "", StringComparison.Ordinal), "s > f\nf > a > j\nf > b > j\nj > d")));
    }

    [Fact]
    public void K9_Where_no_end_could_be_reached_any_more_it_is_refused()
    {
        var scenario = Scenario.Of("""<startEvent id="s"/><userTask id="a"/><userTask id="b"/>""", "s > a > b").Start();
        var starving = Drawn(
            """<startEvent id="s"/><parallelGateway id="f"/><userTask id="a"/><userTask id="b"/><parallelGateway id="j"/><endEvent id="e"/>""", "s > f\nf > a > j\nf > b > j\nj > e");

        Assert.Equal("no-way-to-an-end:a", Refusals(scenario, starving));
    }

    [Fact]
    public void Instances_of_a_loop_and_what_runs_in_frames_go_on()
    {
        static Process Version(string last) => Drawn(
            $"""
            <startEvent id="s"/><subProcess id="p1"><multiInstanceLoopCharacteristics office:collection="=[1, 2]" office:elementVariable="item"/>
            <startEvent id="s1"/><userTask id="a"/>{last}{Bpmn.Flows("s1 > a > b")}</subProcess><endEvent id="e"/>
            """,
            "s > p1 > e");
        var scenario = new Scenario(Version("""<userTask id="b"/>""")).Start().Finish("a").Forget();

        scenario.Move(Version("""<userTask id="b"/><userTask id="c"/><sequenceFlow id="b-c" sourceRef="b" targetRef="c"/>"""), MoveChoices.None);
        scenario.Finish("a").Finish("b").Finish("b").Finish("c").Finish("c");

        Assert.True(scenario.State.HasEnded);
    }

    [Fact]
    public void Behind_an_event_based_gateway_the_new_events_are_waited_for()
    {
        static Process Version(string days, string more, string flows) => Drawn(
            $"""
            <startEvent id="s"/><eventBasedGateway id="g"/><intermediateCatchEvent id="t"><timerEventDefinition><timeDuration>{days}</timeDuration></timerEventDefinition></intermediateCatchEvent>
            <receiveTask id="r" messageRef="m"/>{more}<endEvent id="e"/>
            """,
            $"s > g\ng > t > e\ng > r > e{flows}",
            Message);
        var scenario = new Scenario(Version("P7D", "", "")).Start(("client", Value.Of("c1"))).Forget();

        scenario.Move(Version("P7D", """<receiveTask id="q" messageRef="m"/>""", "\ng > q > e"), Timers("t", TimerChoice.Keep)).Asked("""
            listen m4 answered c1
            move m2 to r
            move d3 to t
            """);
    }

    [Fact]
    public void What_could_be_undone_is_only_forgotten_where_nothing_undoes_it_any_more()
    {
        const string undo = """<boundaryEvent id="b" attachedToRef="a"><compensateEventDefinition/></boundaryEvent><userTask id="u" isForCompensation="true"/><association id="l" sourceRef="b" targetRef="u"/>""";
        var scenario = Scenario.Of($"""<startEvent id="s"/><userTask id="a"/>{undo}<userTask id="c"/>""", "s > a > c").Start().Finish("a");
        var to = Drawn("""<startEvent id="s"/><userTask id="a"/><userTask id="c"/>""", "s > a > c");

        Assert.Contains(new MoveLine(MoveKind.NoLongerUndone, "a", null), Moves.Plan(scenario.Process, to, scenario.State, MoveChoices.None).Lines);
        Assert.Empty(scenario.Move(to, MoveChoices.None).State.Kept);
    }

    [Fact]
    public void A_case_that_has_ended_is_not_moved()
    {
        var scenario = Scenario.Of("""<startEvent id="s"/><endEvent id="e"/>""", "s > e").Start();

        Assert.Equal("case-ended", Assert.IsType<Decision.Refused>(
            Moves.Move(scenario.Process, scenario.Process, scenario.State, MoveChoices.None, scenario.Now, scenario.Calendar)).Code);
    }

    [Fact]
    public void Moving_to_the_same_drawing_changes_nothing_that_people_see()
    {
        var scenario = Scenario.Of(
            """<startEvent id="s"/><parallelGateway id="f"/><userTask id="a"/><userTask id="b"/><parallelGateway id="j"/><endEvent id="e"/>""", "s > f\nf > a > j\nf > b > j\nj > e").Start().Finish("a");
        var before = scenario.Stored;

        Assert.Equal(before, scenario.Move(Bpmn.Read(Bpmn.File(
            """<startEvent id="s"/><parallelGateway id="f"/><userTask id="a"/><userTask id="b"/><parallelGateway id="j"/><endEvent id="e"/>""", "s > f\nf > a > j\nf > b > j\nj > e")), MoveChoices.None).Stored);
    }

    private const string Handler = """
        <subProcess id="sub" triggeredByEvent="true"><startEvent id="h"><timerEventDefinition><timeDate>=until</timeDate></timerEventDefinition></startEvent><userTask id="u"/><endEvent id="he"/>
        <sequenceFlow id="h-u" sourceRef="h" targetRef="u"/><sequenceFlow id="u-he" sourceRef="u" targetRef="he"/></subProcess>
        """;

    [Fact]
    public void An_event_that_has_happened_does_not_happen_again_because_the_case_is_moved()
    {
        var drawn = ($"""<startEvent id="s"/><userTask id="a"/>{Timer("t", "a", "P1D")}<userTask id="r"/><endEvent id="e"/>""", "s > a > e\nt > r");
        var reminded = Scenario.Of(drawn.Item1, drawn.Item2).Start().Fire("t").Forget();

        reminded.Move(Drawn(drawn.Item1, drawn.Item2), MoveChoices.None).Saw("moved");
        Assert.Empty(reminded.WaitsOn("t"));

        var interrupted = Scenario.Of($"""<startEvent id="s"/><userTask id="a"/>{Handler}<endEvent id="e"/>""", "s > a > e").Start(("until", Value.Of("2026-02-01T09:00:00+09:00"))).Fire("h").Forget();

        interrupted.Move(Drawn($"""<startEvent id="s"/><userTask id="a"/>{Handler}<endEvent id="e"/>""", "s > a > e"), MoveChoices.None).Saw("moved");
        Assert.Empty(interrupted.WaitsOn("h"));
        Assert.Single(interrupted.WaitsOn("u"));
    }

    [Fact]
    public void What_is_done_and_only_cannot_go_on_is_not_waited_around_again()
    {
        var drawn = ("""<startEvent id="s"/><userTask id="a"/><boundaryEvent id="t" attachedToRef="a"><timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition></boundaryEvent><userTask id="b"/><userTask id="late"/>""", "s > a\na > b : ok\nt > late");
        var scenario = Scenario.Of(drawn.Item1, drawn.Item2).Start().Finish("a").Forget();
        Assert.Single(scenario.State.StuckTokens);

        scenario.Move(Drawn(drawn.Item1, drawn.Item2), MoveChoices.None).Saw("moved");

        Assert.Empty(scenario.WaitsOn("t"));
        Assert.Single(scenario.Retry("t1", ("ok", Value.Of(true))).WaitsOn("b"));
    }

    [Fact]
    public void A_frame_whose_new_event_cannot_be_told_is_refused_with_the_reason()
    {
        var scenario = Scenario.Of("""<startEvent id="s"/><userTask id="a"/><endEvent id="e"/>""", "s > a > e").Start();

        var moved = Moves.Move(scenario.Process, Drawn($"""<startEvent id="s"/><userTask id="a"/>{Handler}<endEvent id="e"/>""", "s > a > e"), scenario.State, MoveChoices.None, scenario.Now, scenario.Calendar);

        Assert.Equal("timer-unclear", Assert.IsType<Decision.Refused>(moved).Code);
        Assert.NotEmpty(((Decision.Refused)moved).Reason);
    }

    [Fact]
    public void A_frame_that_could_not_begin_to_wait_begins_once_after_the_move()
    {
        var drawn = ($"""<startEvent id="s"/><userTask id="a"/>{Handler}<endEvent id="e"/>""", "s > a > e");
        var scenario = Scenario.Of(drawn.Item1, drawn.Item2).Start();

        scenario.Move(Drawn(drawn.Item1, drawn.Item2), MoveChoices.None).Retry("t1", ("until", Value.Of("2026-02-01T09:00:00+09:00")));

        Assert.Single(scenario.WaitsOn("h"));
    }
}
