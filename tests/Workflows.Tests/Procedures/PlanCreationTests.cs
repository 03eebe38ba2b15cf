using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Running;
using OfficeWorkflow.Workflows.Tests.Support;

namespace OfficeWorkflow.Workflows.Tests.Procedures;

public sealed class PlanCreationTests
{
    private static readonly Value Officer = Shipped.Person("c1", "M市の担当者", "city");

    [Fact]
    public void A_new_client_goes_through_all_seven_steps_to_the_delivered_plan()
    {
        var scenario = Drafted(New());

        scenario.Return("draft-consent", ("outcome", Value.Of("agreed")));
        Decided(Submitted(scenario));
        Assert.Equal("plan-final", scenario.Doing());
        scenario.Finish("plan-final", ("planId", Value.Of("plan-2"))).Return("meeting", ("meetingId", Value.Of("meeting-1")));
        scenario.Return("plan-consent", ("outcome", Value.Of("agreed")));
        Assert.Equal("delivery-list", scenario.Doing());
        scenario.Perform("delivery-list", ("addressees", Value.Of(Shipped.Person("u1", "利用者A", "user"), Shipped.Person("p1", "事業所P"), Officer)));
        scenario.Perform("plan-delivered");
        Assert.Equal("plan-delivery plan-delivery plan-delivery", scenario.Doing());
        scenario.Finish("plan-delivery").Finish("plan-delivery").Finish("plan-delivery");

        Assert.Equal("Terminated", scenario.Ending());
    }

    [Fact]
    public void Only_providers_and_the_city_are_told_of_the_delivery_by_mail()
    {
        var scenario = Delivering();

        scenario.Forget().Perform("delivery-list", ("addressees", Value.Of(Shipped.Person("u1", "利用者A", "user"), Shipped.Person("p1", "事業所P"))));

        var call = Assert.Single(scenario.State.Waits.OfType<Wait.ForService>());
        scenario.Asked($$"""
            call {{call.Id}} Office.SendMail {"about":"plan-2","template":"plan-delivered","to":[{"id":"p1","kind":"provider","mail":"p1@example.jp","name":"事業所P"}]}
            """);
    }

    [Fact]
    public void A_draft_that_is_not_agreed_to_is_made_again()
    {
        var scenario = Drafted(New()).Return("draft-consent", ("outcome", Value.Of("declined")));

        Assert.Equal("plan-draft", scenario.Doing());
        scenario.Finish("plan-draft", ("planId", Value.Of("plan-1b"))).Return("draft-consent", ("outcome", Value.Of("agreed")));
        Assert.Equal("draft-delivery", scenario.Doing());
    }

    [Fact]
    public void G3_A_plan_that_is_not_agreed_to_is_made_and_discussed_again()
    {
        var scenario = Decided(Submitted(Drafted(New()).Return("draft-consent", ("outcome", Value.Of("agreed")))))
            .Finish("plan-final", ("planId", Value.Of("plan-2")))
            .Return("meeting", ("meetingId", Value.Of("meeting-1")));

        scenario.Return("plan-consent", ("outcome", Value.Of("declined")));

        Assert.Equal("plan-final", scenario.Doing());
        scenario.Finish("plan-final", ("planId", Value.Of("plan-3")));
        Assert.Equal("meeting", scenario.Doing());
    }

    [Fact]
    public void While_the_city_decides_it_is_asked_three_times_and_then_the_manager_hears()
    {
        var scenario = Submitted(Drafted(New()).Return("draft-consent", ("outcome", Value.Of("agreed"))));
        Assert.Equal("decision", scenario.Doing());
        Assert.Equal("decision-escalation=02-16T09:00 decision-reminder=02-02T09:00", scenario.Timers());

        scenario.At(2, 2).Fire("decision-reminder").Perform("remind-decision");
        scenario.At(2, 16).Fire("decision-reminder").Perform("remind-decision");
        scenario.Fire("decision-escalation").Perform("notify-manager");
        scenario.At(3, 2).Fire("decision-reminder").Perform("remind-decision");

        Assert.Equal("decision decision-escalated", scenario.Doing());
        Assert.Equal("", scenario.Timers());
        Decided(scenario);
        Assert.Equal("decision-escalated plan-final", scenario.Doing());
    }

    [Theory]
    [InlineData("renewal", "info-provision")]
    [InlineData("midChange", "info-provision")]
    [InlineData("相談", "contract")]
    [InlineData(null, "contract")]
    public void Who_has_a_contract_already_begins_with_information(string? reason, string first)
    {
        var scenario = Shipped.Play("plan-creation");

        scenario.Start(reason is null ? Shipped.ClientA : [.. Shipped.ClientA, ("reason", Value.Of(reason))]);

        Assert.Equal(first, scenario.Doing());
    }

    [Fact]
    public void What_monitoring_asks_for_begins_with_information()
    {
        var scenario = Shipped.Play("plan-creation");

        scenario.Tell(new Input.Started(scenario.Now, Value.Record.Empty.With("clientId", Value.Of("client-a")).With("clientName", Value.Of("利用者A")), "needed"));

        Assert.Equal("info-provision", scenario.Doing());
    }

    private static Scenario New() => Shipped.Play("plan-creation").Start([.. Shipped.ClientA, ("reason", Value.Of("new"))]);

    private static Scenario Drafted(Scenario scenario) => scenario
        .Finish("contract").Finish("contract-report").Finish("info-provision").Finish("plan-request").Finish("assessment")
        .Finish("plan-draft", ("planId", Value.Of("plan-1")));

    private static Scenario Submitted(Scenario scenario) => scenario
        .Finish("draft-delivery").Finish("submit-to-city", ("cityOfficers", Value.Of(Officer))).Perform("draft-submitted");

    private static Scenario Decided(Scenario scenario) => scenario.Finish("decision");

    private static Scenario Delivering() => Decided(Submitted(Drafted(New()).Return("draft-consent", ("outcome", Value.Of("agreed")))))
        .Finish("plan-final", ("planId", Value.Of("plan-2")))
        .Return("meeting", ("meetingId", Value.Of("meeting-1")))
        .Return("plan-consent", ("outcome", Value.Of("agreed")));
}
