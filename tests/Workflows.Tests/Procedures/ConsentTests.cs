using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Running;
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
    public void D7_Nobody_is_reminded_more_than_three_times()
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
    public void When_the_agreement_to_electronic_means_is_taken_back_the_waiting_ends_and_the_specialist_explains_again()
    {
        var scenario = Asked();

        scenario.Receive("agreement-revoked", "m1");

        Assert.Equal("consent-explain", scenario.Doing());
        Assert.Equal("", scenario.Timers());
        Assert.Empty(scenario.WaitsOn("await-answer"));
    }

    [Theory]
    [InlineData("agreed", "consent-explain")]
    [InlineData("declined", "")]
    public void After_the_yes_of_the_first_signer_the_next_is_asked(string outcome, string next)
    {
        var scenario = Started();
        scenario.Finish("consent-explain", ("consentId", Value.Of("c1")), ("method", Value.Of("paper")), ("isFollowed", Value.Of(true)));

        scenario.Finish("consent-paper", ("outcome", Value.Of(outcome)));

        Assert.Equal(next, scenario.Doing());
    }

    [Fact]
    public void A_withdrawal_begins_a_case_that_is_the_specialists_work()
    {
        var scenario = Shipped.Play("consent");

        scenario.Tell(new Input.Started(scenario.Now, Value.Record.Empty.With("clientId", Value.Of("client-a")).With("clientName", Value.Of("利用者A")).With("consentId", Value.Of("c1")), "withdrawn"));

        Assert.Equal("consent-withdrawal", scenario.Doing());
        scenario.Finish("consent-withdrawal", ("withdrawalAnswer", Value.Of("revise")));
        Assert.Equal("Completed", scenario.Ending());
    }

    [Fact]
    public void When_the_link_is_over_the_specialist_chooses_again()
    {
        var scenario = Asked().At(2, 6).Fire("consent-expiry").Perform("tell-expired");

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
