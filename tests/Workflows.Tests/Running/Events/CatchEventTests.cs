using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Tests.Support;

namespace OfficeWorkflow.Workflows.Tests.Running.Events;

[Trait("Element", "Intermediate catch timer, message, signal")]
public class CatchEventTests
{
    [Fact]
    public void Waits_for_its_timer()
    {
        var scenario = Scenario.Of(
            """<startEvent id="s"/><intermediateCatchEvent id="w"><timerEventDefinition><timeDuration>P1M</timeDuration></timerEventDefinition></intermediateCatchEvent>""",
            "s > w").Start().Asked("arm d2 02-19 09:00").Forget();

        scenario.At(2, 19).Fire("w").Saw("""
            d2 fired
            t1 done w
            t1 Ended at w
            ended Completed
            """);
    }

    [Fact]
    public void A_timer_in_the_past_is_due_at_once()
    {
        Scenario.Of(
            """<startEvent id="s"/><intermediateCatchEvent id="w"><timerEventDefinition><timeDate>2025-04-01</timeDate></timerEventDefinition></intermediateCatchEvent>""",
            "s > w").Start().Asked("arm d2 04-01 09:00");
    }

    [Fact]
    public void Working_days_pass_over_weekends_and_holidays_to_the_opening_of_the_office()
    {
        var calendar = OfficeWorkflow.Workflows.Timing.WorkCalendar.WeekdaysInTokyo with { Holidays = [new DateOnly(2026, 1, 21)] };
        var scenario = new Scenario(Bpmn.Read(Bpmn.File(
            """<startEvent id="s"/><intermediateCatchEvent id="w"><timerEventDefinition><timeDuration>working days(5)</timeDuration></timerEventDefinition></intermediateCatchEvent>""",
            "s > w")))
        { Calendar = calendar };

        scenario.At(1, 19, 15).Start().Asked("arm d2 01-27 09:00");
    }

    [Fact]
    public void Waits_for_its_message_and_maps_what_it_brings()
    {
        var scenario = Scenario.Of(
            """
            <startEvent id="s"/><intermediateCatchEvent id="w"><extensionElements><office:correlation key="=id"/><office:mapping><office:output target="got" expression="=text"/></office:mapping></extensionElements>
            <messageEventDefinition messageRef="m"/></intermediateCatchEvent>
            """,
            "s > w",
            """<message id="m" name="answer"/>""").Start(("id", Value.Of("7"))).Asked("listen m2 answer 7").Forget();

        scenario.Receive("w", "m1", ("text", Value.Of("yes")), ("more", Value.Of(1m))).Saw("""
            m2 took m1
            m2 deaf
            t1 done w
            s0 set {"got":"yes"}
            t1 Ended at w
            ended Completed
            """);
    }
}
