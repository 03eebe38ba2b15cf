using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Running;
using OfficeWorkflow.Workflows.Tests.Support;

namespace OfficeWorkflow.Workflows.Tests.Running;

public class CaseFormatTests
{
    public static TheoryData<Value> Values => new(
        Value.None,
        Value.Of("計画 \"𠮷\"\n"),
        Value.Of(0.10m),
        Value.Of(decimal.MaxValue),
        Value.Of(true),
        Value.Of(new DateOnly(2026, 1, 19)),
        new Value.Clock(new TimeOnly(9, 30, 15, 250)),
        Value.Of(new DateTimeOffset(2026, 1, 19, 9, 0, 0, TimeSpan.FromHours(9)).AddTicks(1)),
        new Value.Span(new TimeSpan(-3, 4, 5, 6, 7)),
        new Value.Months(-14),
        Value.Of(Value.Of("a"), new Value.List([]), Value.None),
        Value.Record.Empty,
        Value.Record.Empty.With("名前", Value.Of(1m)).With("inner", Value.Record.Empty.With("$", Value.Of("moment")).With("v", Value.Of("x"))));

    [Theory]
    [MemberData(nameof(Values))]
    public void Every_value_comes_back_as_it_was(Value value)
    {
        var text = CaseFormat.WriteValue(value);

        Assert.Equal(value, CaseFormat.ReadValue(text));
        Assert.Equal(text, CaseFormat.WriteValue(CaseFormat.ReadValue(text)));
    }

    [Fact]
    public void A_moment_keeps_its_offset()
    {
        var moment = new DateTimeOffset(2026, 1, 19, 9, 0, 0, TimeSpan.FromHours(9));

        Assert.Equal(moment.Offset, ((Value.Moment)CaseFormat.ReadValue(CaseFormat.WriteValue(Value.Of(moment)))).At.Offset);
    }

    [Fact]
    public void A_state_names_its_format_and_one_of_no_known_format_is_not_guessed_at()
    {
        var stored = Scenario.Of("""<startEvent id="s"/><userTask id="a"/>""", "s > a").Start().Stored;

        Assert.Equal("""{"f":2,"n":2,"t":[["t1","a","s0","s-a"]],"w":[["w2","t1","a"]],"s":[["s0",{}]]}""", stored);
        Assert.Throws<InvalidOperationException>(() => CaseFormat.Read(stored.Replace("\"f\":2", "\"f\":99", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_forked_case_at_its_work_is_small()
    {
        var scenario = Scenario.Of(
            """<startEvent id="s"/><parallelGateway id="fork"/><userTask id="a"/><manualTask id="b"/><parallelGateway id="join"/><userTask id="task"/><endEvent id="e"/>""",
            "s > fork\nfork > a > join\nfork > b > join\njoin > task > e").Start(("clientId", Value.Of("c1"))).Finish("a").Finish("b");

        Assert.True(scenario.Stored.Length <= 1_024, scenario.Stored);
    }

    [Fact]
    public void A_value_that_a_circle_puts_into_itself_again_and_again_stays_readable_and_ends()
    {
        var scenario = Scenario.Of(
            """<startEvent id="s"/><exclusiveGateway id="g"/><userTask id="a"><extensionElements><office:mapping><office:output target="last" expression="={x: 1, last: last}"/></office:mapping></extensionElements></userTask>""",
            "s > g > a > g").Start(("last", Value.None));
        for (var round = 0; round < 100; round++)
        {
            scenario.Finish("a");
        }

        Assert.Single(scenario.WaitsOn("a"));
    }

    [Fact]
    public void A_value_as_deep_as_a_sender_may_send_it_is_read_again()
    {
        var deep = Enumerable.Range(0, 64).Aggregate<int, Value>(Value.Of("core"), static (inner, _) => Value.Of([inner]));
        var scenario = Scenario.Of("""<startEvent id="s"/><userTask id="a"/>""", "s > a").Start(("deep", deep));

        Assert.Equal(deep, scenario.State.Variables["deep"]);
        Assert.Equal(deep, CaseFormat.ReadValue(CaseFormat.WriteValue(deep)));
    }
}
