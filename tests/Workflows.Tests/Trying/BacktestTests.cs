using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Tests.Support;
using OfficeWorkflow.Workflows.Timing;
using OfficeWorkflow.Workflows.Trying;

namespace OfficeWorkflow.Workflows.Tests.Trying;

public sealed class BacktestTests
{
    private static readonly DateTimeOffset Begun = new(2026, 1, 19, 9, 0, 0, TimeSpan.FromHours(9));

    [Fact]
    public void With_the_new_rule_fourteen_of_a_hundred_would_have_gone_to_the_manager()
    {
        var draft = Rule("amount > 86");
        var results = Enumerable.Range(1, 100).Select(amount => Backtest.Run(Past(Rule("amount > 100"), amount), draft, World(draft))).ToList();

        Assert.Equal(86, results.Count(static result => result.Way is BacktestWay.Same));
        var others = results.Where(static result => result.Way is BacktestWay.Other).ToList();
        Assert.Equal(14, others.Count);
        Assert.All(others, static result => Assert.Equal("approve", Assert.Single(result.Reached)));
        Assert.All(others, static result => Assert.Null(result.StopsAt));
    }

    [Fact]
    public void A_case_that_no_longer_comes_to_a_step_goes_another_way()
    {
        var past = Past(Rule("amount > 5"), 10);
        var draft = Rule("amount > 50");

        var result = Backtest.Run(past, draft, World(draft));

        Assert.Equal(BacktestWay.Other, result.Way);
        Assert.Equal("approve", Assert.Single(result.Missed));
    }

    [Fact]
    public void A_case_that_was_taken_over_in_the_middle_is_not_replayed()
    {
        var past = Past(Rule("amount > 5"), 10);

        Assert.True(past.IsWhole);
        Assert.False((past with { History = [past.History[0] with { Told = nameof(OfficeWorkflow.Workflows.Running.Input.TakenOver) }, .. past.History[1..]] }).IsWhole);
    }

    [Fact]
    public void A_case_for_which_a_condition_has_no_answer_stops_there_and_says_why()
    {
        var draft = Rule("unknown > 5");

        var result = Backtest.Run(Past(Rule("amount > 100"), 1), draft, World(draft));

        Assert.Equal((BacktestWay.Stops, "gate"), (result.Way, result.StopsAt));
        Assert.NotEmpty(result.Why!);
    }

    [Fact]
    public void An_answer_that_was_given_before_its_step_is_open_on_the_draft_waits_for_it()
    {
        var draft = Bpmn.Read(Bpmn.File(
            """<startEvent id="start"/><userTask id="check"/><userTask id="ask"/><exclusiveGateway id="gate" default="gate-end"/><userTask id="approve"/><endEvent id="end"/>""",
            "start > check > ask > gate > end\ngate > approve : amount > 100\napprove > end"));

        var result = Backtest.Run(Past(Rule("amount > 100"), 7), draft, World(draft));

        Assert.Equal(BacktestWay.Other, result.Way);
        Assert.Equal("check", Assert.Single(result.Reached));
        Assert.Null(result.StopsAt);
    }

    [Fact]
    public void What_a_mapping_took_is_known_by_both_of_its_names()
    {
        var mapped = """<userTask id="ask"><extensionElements><office:mapping><office:output target="amount" expression="=typed"/></office:mapping></extensionElements></userTask>""";
        var old = Rule("amount > 5", mapped);
        var trial = new Trial(World(old), Begun);
        trial.Begin(old, Value.Record.Empty);
        trial.Tell(new TrialStep.Finish(new("p", "ask"), Value.Record.Empty.With("typed", Value.Of(10m))));
        trial.Tell(new TrialStep.Finish(new("p", "approve"), Value.Record.Empty));

        Assert.Equal(BacktestWay.Same, Backtest.Run(Recorded(trial, old), old, World(old)).Way);
        Assert.Equal(BacktestWay.Same, Backtest.Run(Recorded(trial, old), Rule("amount > 5"), World(old)).Way);
    }

    private static Process Rule(string condition, string ask = """<userTask id="ask"/>""") => Bpmn.Read(Bpmn.File(
        $"""<startEvent id="start"/>{ask}<exclusiveGateway id="gate" default="gate-end"/><userTask id="approve"/><endEvent id="end"/>""",
        $"start > ask > gate > end\ngate > approve : {condition}\napprove > end"));

    private static TrialWorld World(Process process) => new(WorkCalendar.WeekdaysInTokyo, [process]);

    private static RecordedCase Past(Process process, int amount)
    {
        var trial = new Trial(World(process), Begun);
        trial.Begin(process, Value.Record.Empty);
        trial.Tell(new TrialStep.Advance(IsoDuration.Read("P1D")!));
        trial.Tell(new TrialStep.Finish(new("p", "ask"), Value.Record.Empty.With("amount", Value.Of((decimal)amount))));
        trial.Tell(new TrialStep.Finish(new("p", "approve"), Value.Record.Empty));
        return Recorded(trial, process);
    }

    private static RecordedCase Recorded(Trial trial, Process process) => new(
        process,
        [.. trial.Facts.Select(static fact => new RecordedFact(fact.At, fact.Told.GetType().Name, About: null, By: null, fact.Events))],
        new Dictionary<string, Value.Record>(StringComparer.Ordinal));
}
