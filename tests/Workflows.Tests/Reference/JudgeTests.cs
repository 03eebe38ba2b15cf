using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Running;
using OfficeWorkflow.Workflows.Tests.Support;

namespace OfficeWorkflow.Workflows.Tests.Reference;

/// <summary>The judge is worth as much as what it notices: facts left out, told twice, or of another element.</summary>
public sealed class JudgeTests
{
    private static readonly DateTimeOffset At = new(2026, 1, 19, 9, 0, 0, TimeSpan.FromHours(9));

    private static readonly Process Drawn = Bpmn.Read(Bpmn.File(
        """<startEvent id="s"/><inclusiveGateway id="i"/><userTask id="a"/><userTask id="b"/><userTask id="c"/><inclusiveGateway id="j"/><endEvent id="e"/>""",
        """
        s > i
        i > a : x = 1
        i > b : x = 1
        i > c : x = 2
        a > j
        b > j
        c > j
        j > e
        """));

    [Fact]
    public void What_the_engine_does_is_allowed()
    {
        var judge = new Judge(Drawn);
        var (input, accepted) = Begin();

        Assert.Null(judge.Hear(input, accepted.Events));
    }

    [Fact]
    public void A_fact_left_out_is_noticed()
    {
        var (input, accepted) = Begin();
        foreach (var left in accepted.Events.Where(static happened => happened is not CaseEvent.WayChosen))
        {
            Assert.NotNull(new Judge(Drawn).Hear(input, accepted.Events.Remove(left)));
        }
    }

    [Fact]
    public void A_fact_told_twice_is_noticed()
    {
        var (input, accepted) = Begin();
        foreach (var twice in accepted.Events.Where(static happened => happened is not CaseEvent.WayChosen))
        {
            Assert.NotNull(new Judge(Drawn).Hear(input, accepted.Events.Add(twice)));
        }
    }

    [Fact]
    public void A_way_whose_condition_does_not_hold_is_noticed()
    {
        var (input, accepted) = Begin();
        var events = accepted.Events.Select(static happened => happened switch
        {
            CaseEvent.Entered { NodeId: "b" } entered => entered with { NodeId = "c", FlowId = "i-c" },
            CaseEvent.WorkOpened { NodeId: "b" } opened => opened with { NodeId = "c" },
            _ => happened,
        });

        Assert.NotNull(new Judge(Drawn).Hear(input, events));
    }

    [Fact]
    public void A_join_that_does_not_wait_for_a_token_on_its_way_is_noticed()
    {
        var judge = new Judge(Drawn);
        var (input, accepted) = Begin();
        judge.Hear(input, accepted.Events);
        var finished = new Input.WorkFinished(At, accepted.State.Waits[0].Id, Value.Record.Empty);
        var token = accepted.State.Waits[0].TokenId;
        var events = ((Decision.Accepted)Engine.Decide(Drawn, accepted.State, finished)).Events
            .Add(new CaseEvent.Entered(token, "e", CaseState.RootId, "j-e"))
            .Add(new CaseEvent.TokenEnded(token, "e", TokenEnd.Ended));

        Assert.StartsWith("No enabled rule", judge.Hear(finished, events), StringComparison.Ordinal);
    }

    [Fact]
    public void A_join_that_waits_for_nobody_is_noticed()
    {
        var judge = new Judge(Drawn);
        var (input, accepted) = Begin();
        judge.Hear(input, accepted.Events);
        var first = new Input.WorkFinished(At, accepted.State.Waits[0].Id, Value.Record.Empty);
        var then = (Decision.Accepted)Engine.Decide(Drawn, accepted.State, first);
        judge.Hear(first, then.Events);
        var second = new Input.WorkFinished(At, accepted.State.Waits[1].Id, Value.Record.Empty);
        var events = ((Decision.Accepted)Engine.Decide(Drawn, then.State, second)).Events.TakeWhile(static happened => happened is not CaseEvent.TokenEnded);

        Assert.StartsWith("The engine rests", judge.Hear(second, events), StringComparison.Ordinal);
    }

    private static (Input Input, Decision.Accepted Accepted) Begin()
    {
        var input = new Input.Started(At, Value.Record.Empty.With("x", Value.Of(1m)));

        return (input, (Decision.Accepted)Engine.Decide(Drawn, null, input));
    }
}
