using OfficeWorkflow.Server.Automation.Procedures;
using OfficeWorkflow.Server.Automation.Procedures.Figures;
using OfficeWorkflow.Server.Tests.Support;

namespace OfficeWorkflow.Server.Tests.Automation.Procedures.Figures;

public sealed class StepFiguresTests
{
    private static readonly Workflows.Model.Process Drawn =
        ProcedureLibrary.Find(new Bpmn("p").Start().Work("ask").Work("write").End().Path("start", "ask", "write", "end").ToString(), "p")!;

    [Fact]
    public void A_case_that_stands_twice_at_a_step_is_one_case()
    {
        var tally = new Tally();
        tally.Stands([("ask", "ask"), ("ask", "ask"), ("end", "")]);
        tally.Stands([("ask", "ask")]);
        tally.Late("ask", "ask", 2);

        var steps = StepFigures.Of(Drawn, tally);

        Assert.Equal([("ask", 2, 2), ("write", 0, 0), ("end", 1, 0)], steps.Select(static step => (step.NodeId, step.Cases, step.Overdue)));
    }

    [Theory]
    [InlineData(new[] { 7 }, 7)]
    [InlineData(new[] { 9, 1, 5 }, 5)]
    [InlineData(new[] { 9, 1, 5, 2 }, 3.5)]
    public void The_median_is_the_middle_or_half_way_between_the_two_in_the_middle(int[] hours, double median)
    {
        var tally = new Tally();
        foreach (var length in hours)
        {
            tally.Finished("ask", "ask", TimeSpan.FromHours(length));
        }

        var steps = StepFigures.Of(Drawn, tally);

        Assert.Equal(TimeSpan.FromHours(median), steps[0].Median);
        Assert.Equal(hours.Length, steps[0].Finished);
    }

    [Theory]
    [InlineData("00:00:20", "1分未満")]
    [InlineData("00:40:20", "40分")]
    [InlineData("05:59:00", "5時間")]
    [InlineData("1.00:10:00", "1日")]
    [InlineData("3.04:00:00", "3日4時間")]
    [InlineData("12.04:00:00", "12日")]
    public void A_length_is_said_as_exactly_as_anybody_needs_it(string length, string words) =>
        Assert.Equal(words, FigureWords.Of(TimeSpan.Parse(length, System.Globalization.CultureInfo.InvariantCulture)));
}
