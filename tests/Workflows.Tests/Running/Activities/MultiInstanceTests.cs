using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Running;
using OfficeWorkflow.Workflows.Tests.Support;

namespace OfficeWorkflow.Workflows.Tests.Running.Activities;

[Trait("Trap", "12")]
[Trait("Element", "Multi-instance, both kinds, with completion condition")]
public class MultiInstanceTests
{
    private static readonly (string, Value) People = ("people", Value.Of(Value.Of("P"), Value.Of("Q"), Value.Of("R")));

    private static Scenario Of(string attributes, string inner = "", string extra = "", string flows = "s > a > after") => Scenario.Of(
        $"""
        <startEvent id="s"/><userTask id="a"><multiInstanceLoopCharacteristics office:collection="=people" office:elementVariable="person" {attributes}>{inner}</multiInstanceLoopCharacteristics></userTask>
        <userTask id="after"/>{extra}
        """,
        flows);

    [Fact]
    public void All_at_once_results_stay_with_their_instance_and_outputs_come_in_index_order()
    {
        var scenario = Of("""office:outputCollection="answers" office:outputElement="=answer" """).Start(People).Saw("""
            started s {"people":["P","Q","R"]}
            t1 at s
            t1 at a
            s2 loop a x3
            s3 instance 0 of s2 {"loopCounter":1,"person":"P"}
            t4 at a in s3
            s5 instance 1 of s2 {"loopCounter":2,"person":"Q"}
            t6 at a in s5
            s7 instance 2 of s2 {"loopCounter":3,"person":"R"}
            t8 at a in s7
            w9 work a
            w10 work a
            w11 work a
            """);

        scenario.FinishId("w11", ("answer", Value.Of("r")));
        scenario.FinishId("w9", ("answer", Value.Of("p"))).Forget();
        scenario.FinishId("w10", ("answer", Value.Of("q"))).Saw("""
            w10 Finished
            t6 done a
            s5 set {"answer":"q"}
            t6 Ended at a
            s5 gave "q"
            s2 closed
            t1 done a
            s0 set {"answers":["p","q","r"]}
            t1 at after
            w12 work after
            """);
        Assert.False(scenario.State.Variables.Fields.ContainsKey("answer"));
    }

    [Fact]
    public void One_after_another_the_next_begins_when_the_last_is_done()
    {
        var scenario = Of("""isSequential="true" office:outputCollection="answers" office:outputElement="=answer" """).Start(People).Forget();

        scenario.Finish("a", ("answer", Value.Of("p"))).Saw("""
            w5 Finished
            t4 done a
            s3 set {"answer":"p"}
            t4 Ended at a
            s3 gave "p"
            s6 instance 1 of s2 {"loopCounter":2,"person":"Q"}
            t7 at a in s6
            w8 work a
            """);
        scenario.Finish("a", ("answer", Value.Of("q"))).Finish("a");

        Assert.Equal("""["p","q",null]""", CaseFormat.WriteValue(scenario.State.Variables["answers"]));
        Assert.Single(scenario.WaitsOn("after"));
    }

    [Fact]
    public void B7_An_empty_collection_is_done_at_once()
    {
        Of("""office:outputCollection="answers" office:outputElement="=answer" """).Start(("people", new Value.List([]))).Saw("""
            started s {"people":[]}
            t1 at s
            t1 at a
            s2 loop a x0
            s2 closed
            t1 done a
            s0 set {"answers":[]}
            t1 at after
            w3 work after
            """);
    }

    [Fact]
    public void B8_The_completion_condition_ends_the_rest_and_their_history_says_so()
    {
        var scenario = Of(
            """office:outputCollection="answers" office:outputElement="=answer" """,
            "<completionCondition>numberOfCompletedInstances &gt;= 2 or answer = \"no\"</completionCondition>").Start(People).Forget();

        scenario.FinishId("w10", ("answer", Value.Of("yes"))).Forget();
        scenario.FinishId("w11", ("answer", Value.Of("yes"))).Saw("""
            w11 Finished
            t8 done a
            s7 set {"answer":"yes"}
            t8 Ended at a
            s7 gave "yes"
            w9 NotNeeded
            t4 Cancelled at a
            s3 closed
            s2 closed
            t1 done a
            s0 set {"answers":[null,"yes","yes"]}
            t1 at after
            w12 work after
            """).Asked("""
            close w11 Finished
            close w9 NotNeeded
            open w12 after
            """);
    }

    [Fact]
    public void The_condition_sees_what_the_instance_gave()
    {
        var scenario = Of("", "<completionCondition>answer = \"no\"</completionCondition>").Start(People);

        scenario.FinishId("w10", ("answer", Value.Of("no")));

        Assert.Single(scenario.WaitsOn("after"));
    }

    [Fact]
    public void A_condition_that_is_no_yes_or_no_sticks_the_instance_only()
    {
        var scenario = Of("", "<completionCondition>answer</completionCondition>").Start(People).Forget();

        scenario.FinishId("w9").Saw("""
            w9 Finished
            t4 done a
            t4 stuck at a: condition-unclear
            """);
        scenario.Retry("t4", ("answer", Value.Of(false))).Saw("""
            t4 retried at a
            s3 set {"answer":false}
            t4 Ended at a
            s3 gave null
            """);
    }

    [Fact]
    public void The_boundary_stands_on_the_whole_and_not_on_each_instance()
    {
        var scenario = Of(
            "",
            extra: """<boundaryEvent id="t" attachedToRef="a"><timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition></boundaryEvent>""",
            flows: "s > a > after\nt > after").Start(People);
        Assert.Single(scenario.State.Waits.OfType<Wait.ForTimer>());
        scenario.Finish("a").Forget();

        scenario.At(1, 20).Fire("t").Saw("""
            d2 fired
            t1 hit by t
            w12 NotNeeded
            t9 Cancelled at a
            s8 closed
            w11 NotNeeded
            t7 Cancelled at a
            s6 closed
            s3 closed
            t1 at t
            t1 at after
            w13 work after
            """);
    }

    [Fact]
    public void An_error_in_one_instance_of_a_row_ends_the_row()
    {
        var scenario = Scenario.Of(
            $"""
            <startEvent id="s"/><serviceTask id="a">{Bpmn.Binding("Office.SendMail", ("to", "=person"))}<multiInstanceLoopCharacteristics isSequential="true" office:collection="=people" office:elementVariable="person"/></serviceTask>
            <boundaryEvent id="b" attachedToRef="a"><errorEventDefinition/></boundaryEvent><endEvent id="caught"/>
            """,
            "s > a\nb > caught").Start(People);
        scenario.Perform("a").Forget();

        scenario.Break("a", "No such address.", "bad-address").Saw("""
            c8 Failed bad-address No such address.
            t7 threw bad-address
            t1 hit by b
            t7 Cancelled at a
            s6 closed
            s2 closed
            t1 at b
            t1 at caught
            t1 Ended at caught
            ended Completed
            """);
    }

    [Fact]
    public void Calls_and_subprocesses_are_done_once_for_each_item_too()
    {
        var scenario = Scenario.Of(
            $"""
            <startEvent id="s"/><subProcess id="p1"><multiInstanceLoopCharacteristics office:collection="=people" office:elementVariable="person" office:outputCollection="all" office:outputElement="=got"/>
            <startEvent id="s1"/><callActivity id="c" calledElement="opinion"><extensionElements><office:mapping><office:input target="who" expression="=person"/><office:output target="got" expression="=text"/></office:mapping></extensionElements></callActivity>
            {Bpmn.Flows("s1 > c")}</subProcess>
            """,
            "s > p1").Start(("people", Value.Of(Value.Of("P"), Value.Of("Q")))).Asked("""
            start k11 opinion {"who":"P"}
            start k12 opinion {"who":"Q"}
            """);

        scenario.Return("c", ("text", Value.Of("p"))).Return("c", ("text", Value.Of("q")));

        Assert.True(scenario.State.HasEnded);
        Assert.Equal("""["p","q"]""", CaseFormat.WriteValue(scenario.State.Outputs["all"]));
    }

    [Fact]
    public void A_number_of_times_works_without_a_collection()
    {
        var scenario = Scenario.Of(
            """<startEvent id="s"/><manualTask id="a"><multiInstanceLoopCharacteristics><loopCardinality>1 + 1</loopCardinality></multiInstanceLoopCharacteristics></manualTask>""", "s > a").Start();

        Assert.Equal(2, scenario.WaitsOn("a").Count);
    }

    [Fact]
    public void What_is_no_list_or_is_too_long_sticks_the_token()
    {
        Of("").Start().Saw("""
            started s
            t1 at s
            t1 at a
            t1 stuck at a: collection-unclear
            """);
        var long1001 = Value.Of(Enumerable.Range(0, 1_001).Select(static n => Value.Of((decimal)n)));
        Of("").Start(("people", long1001)).Retry("t1", People);
        var scenario = Of("").Start(("people", long1001));
        Assert.Equal("too-many-instances", Assert.Single(scenario.State.StuckTokens).Trouble!.Code);
    }

    [Fact]
    public void A_thousand_instances_run()
    {
        var scenario = Of("").Start(("people", Value.Of(Enumerable.Range(0, 1_000).Select(static n => Value.Of((decimal)n)))));
        Assert.Equal(1_000, scenario.WaitsOn("a").Count);

        scenario.Cancel();

        Assert.Empty(scenario.State.Waits);
    }
}
