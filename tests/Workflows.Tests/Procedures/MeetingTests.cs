using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Running;
using OfficeWorkflow.Workflows.Tests.Support;

namespace OfficeWorkflow.Workflows.Tests.Procedures;

public sealed class MeetingTests
{
    private static readonly Value SisterB = Shipped.Person("p1", "利用者Aの姉", "family");
    private static readonly Value ProviderP = Shipped.Person("p2", "事業所Pの担当者");
    private static readonly Value CommissionerN = Shipped.Person("p3", "民生委員N", "commissioner");

    [Fact]
    public void Everybody_is_asked_at_once_and_the_specialist_decides()
    {
        var scenario = Planned();

        Assert.Equal("ask-availability ask-availability ask-availability", scenario.Doing());
        Asked(scenario);

        Assert.Equal("meeting-choose", scenario.Doing());
        Assert.Equal("availability-reminder=01-21T09:00 meeting-escalation=01-28T09:00", scenario.Timers());
    }

    [Fact]
    public void Who_does_not_answer_is_reminded_at_most_three_times_and_the_manager_told()
    {
        var scenario = Asked(Planned());

        foreach (var day in new[] { 21, 23, 27 })
        {
            scenario.At(1, day).Fire("availability-reminder").Perform("remind-availability");
        }

        scenario.At(1, 28).Fire("meeting-escalation");

        Assert.Equal("meeting-choose meeting-escalated notify-manager", scenario.Doing());
        Assert.Equal("", scenario.Timers());
    }

    [Fact]
    public void When_the_answers_are_in_the_specialist_is_told_and_still_decides()
    {
        var scenario = Asked(Planned());
        var listening = Assert.Single(scenario.State.Waits.OfType<Wait.ForMessage>());
        Assert.Equal(("poll-complete", "meeting-1"), (listening.MessageName, listening.Key));

        scenario.Receive("poll-complete", "m1");
        Assert.Equal("meeting-choose tell-host", scenario.Doing());
        scenario.Perform("tell-host");

        Assert.Equal("meeting-choose", scenario.Doing());
    }

    [Fact]
    public void Without_absentees_the_minutes_follow_the_invitations()
    {
        var scenario = Chosen(Asked(Planned()), [SisterB, ProviderP, CommissionerN], []);

        scenario.Perform("invite").Perform("invite").Perform("invite");

        Assert.Equal("minutes", scenario.Doing());
    }

    [Theory]
    [InlineData("called-off")]
    [InlineData("called-off-early")]
    public void F15_A_meeting_that_is_called_off_is_planned_anew(string boundary)
    {
        var isEarly = boundary is "called-off-early";
        var scenario = isEarly
            ? Chosen(Asked(Planned()), [SisterB, ProviderP], [CommissionerN]).Perform("invite").Perform("invite").Perform("ask-opinion")
            : Chosen(Asked(Planned()), [SisterB, ProviderP], []).Perform("invite").Perform("invite");
        Assert.Contains(scenario.State.Waits.OfType<Wait.ForMessage>(), static wait => (wait.MessageName, wait.Key) == ("meeting-called-off", "meeting-1"));

        scenario.Receive(boundary, "m1");

        Assert.Equal("meeting-plan", scenario.Doing());
        Assert.DoesNotContain(scenario.State.Waits.OfType<Wait.ForMessage>(), static wait => wait.MessageName is "meeting-called-off");
    }

    [Fact]
    public void An_absentee_who_answers_by_link_takes_the_work_off_the_clerk()
    {
        var scenario = Chosen(Asked(Planned()), [SisterB, ProviderP], [CommissionerN]);

        scenario.Perform("invite").Perform("invite").Perform("ask-opinion");
        Assert.Equal("opinion", scenario.Doing());
        Assert.Contains(scenario.State.Waits.OfType<Wait.ForMessage>(), static wait => (wait.MessageName, wait.Key) == ("opinion-answered", "p3"));
        scenario.Receive("opinion-by-link", "m1", ("answeredOn", Value.Of(new DateOnly(2026, 1, 20))));

        Assert.Equal("minutes", scenario.Doing());
    }

    [Fact]
    public void Every_absentee_is_asked_apart_by_link_or_by_phone()
    {
        var scenario = Chosen(Asked(Planned()), [SisterB], [ProviderP, CommissionerN]);

        scenario.Perform("invite").Perform("ask-opinion").Perform("ask-opinion").Finish("opinion");
        Assert.Equal("opinion", scenario.Doing());
        scenario.Receive("opinion-by-link", "m1");

        Assert.Equal("minutes", scenario.Doing());
    }

    [Fact]
    public void The_minutes_end_the_meeting_and_an_escalation_that_nobody_ticked()
    {
        var scenario = Asked(Planned()).At(1, 28).Fire("meeting-escalation").Perform("notify-manager");
        Chosen(scenario, [SisterB, ProviderP, CommissionerN], []).Perform("invite").Perform("invite").Perform("invite");

        scenario.Finish("minutes", ("minutesTo", Value.Of(ProviderP))).Perform("minutes-ready");

        Assert.Equal("Terminated", scenario.Ending());
        Assert.Equal(Value.Of("meeting-1"), scenario.State.Outputs["meetingId"]);
    }

    private static Scenario Planned() => Shipped.Play("meeting")
        .Start([.. Shipped.ClientA, ("planId", Value.Of("plan-1"))])
        .Finish("meeting-plan", ("meetingId", Value.Of("meeting-1")), ("participants", Value.Of(SisterB, ProviderP, CommissionerN)));

    private static Scenario Asked(Scenario planned) => planned.Perform("ask-availability").Perform("ask-availability").Perform("ask-availability");

    private static Scenario Chosen(Scenario asked, Value[] attendees, Value[] absentees) => asked.Finish(
        "meeting-choose",
        ("meetingAt", Value.Of(new DateTimeOffset(2026, 2, 3, 13, 30, 0, TimeSpan.FromHours(9)))),
        ("attendees", Value.Of(attendees)),
        ("absentees", Value.Of(absentees)));
}
