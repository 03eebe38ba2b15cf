using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Tests.Support;

namespace OfficeWorkflow.Workflows.Tests.Procedures;

public sealed class ConsentTests
{
    [Theory]
    [InlineData("agreed")]
    [InlineData("declined")]
    public void On_paper_the_specialist_explains_and_the_clerk_records_the_answer(string outcome)
    {
        var scenario = Started();

        scenario.Finish("consent-explain", ("consentId", Value.Of("c1")), ("method", Value.Of("paper")));
        Assert.Equal("consent-paper", scenario.Doing());
        scenario.Finish("consent-paper", ("outcome", Value.Of(outcome)));

        Assert.Equal("Terminated", scenario.Ending());
        Assert.Equal(Value.Of(outcome), scenario.State.Outputs["outcome"]);
    }

    [Fact]
    public void By_link_the_answer_ends_all_waiting()
    {
        var scenario = Asked();

        scenario.Receive("await-answer", "m1", ("outcome", Value.Of("agreed")));

        Assert.Equal("Terminated", scenario.Ending());
        Assert.Empty(scenario.State.Waits);
        Assert.Equal(Value.Of("agreed"), scenario.State.Outputs["outcome"]);
    }

    [Fact]
    public void Reminders_and_the_escalation_fall_on_working_days_in_office_hours()
    {
        var scenario = Asked();

        Assert.Equal("consent-escalation=01-28T09:00 consent-expiry=02-06T09:00 consent-reminder=01-22T09:00", scenario.Timers());
        scenario.At(1, 22).Fire("consent-reminder").Perform("remind-consent");
        Assert.Equal("consent-escalation=01-28T09:00 consent-expiry=02-06T09:00 consent-reminder=01-27T09:00", scenario.Timers());
    }

    [Fact]
    public void Nobody_is_reminded_more_than_three_times()
    {
        var scenario = Asked();

        foreach (var day in new[] { 22, 27, 30 })
        {
            scenario.At(1, day).Fire("consent-reminder").Perform("remind-consent");
        }

        Assert.Empty(scenario.WaitsOn("consent-reminder"));
    }

    [Fact]
    public void The_managers_work_goes_when_the_answer_comes()
    {
        var scenario = Asked().At(1, 28).Fire("consent-escalation");
        Assert.Equal("consent-escalated notify-manager", scenario.Doing());

        scenario.Receive("await-answer", "m1", ("outcome", Value.Of("agreed")));

        Assert.Equal("Terminated", scenario.Ending());
        Assert.Empty(scenario.State.Waits);
    }

    [Fact]
    public void When_the_link_is_over_the_specialist_chooses_again()
    {
        var scenario = Asked().At(2, 6).Fire("consent-expiry");

        Assert.Equal("consent-explain", scenario.Doing());
        Assert.Empty(scenario.WaitsOn("consent-reminder"));
        scenario.Finish("consent-explain", ("consentId", Value.Of("c2")), ("method", Value.Of("paper")));
        Assert.Equal("consent-paper", scenario.Doing());
    }

    private static Scenario Started() =>
        Shipped.Play("consent").Start([.. Shipped.ClientA, ("planId", Value.Of("plan-1")), ("stage", Value.Of("draft"))]);

    private static Scenario Asked() => Started()
        .Finish("consent-explain", ("consentId", Value.Of("c1")), ("method", Value.Of("link")))
        .Perform("request-consent");
}
