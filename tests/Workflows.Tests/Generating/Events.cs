using System.Xml.Linq;
using OfficeWorkflow.Workflows.Reading;

namespace OfficeWorkflow.Workflows.Tests.Generating;

/// <summary>Event definitions, made up.</summary>
internal static class Events
{
    public static XElement Waiting(Dice dice) => dice.Chance(50) ? Message(dice) : Timer("timeDuration", "PT2H");

    public static XElement Thrown(Dice dice) => dice.Chance(50) ? Message(dice) : Escalation(dice);

    public static XElement Stop(Dice dice) => dice.Below(3) switch
    {
        0 => Definition("terminate"),
        1 => Error(dice),
        _ => Escalation(dice),
    };

    /// <summary>For the edge of an activity or the start of an event subprocess; an error always interrupts.</summary>
    /// <param name="isFrame">Whether something inside may throw.</param>
    public static (XElement Definition, bool IsInterrupting) Edge(Dice dice, bool isFrame)
    {
        var isInterrupting = dice.Chance(60);

        return dice.Below(isFrame ? 6 : 4) switch
        {
            0 or 1 => (Message(dice), isInterrupting),
            2 when !isInterrupting && dice.Chance(50) => (Timer("timeCycle", $"R{2 + dice.Below(2)}/PT1H"), isInterrupting),
            2 => (Timer("timeDuration", "PT3H"), isInterrupting),
            3 or 4 => (Error(dice), true),
            _ => (Escalation(dice), isInterrupting),
        };
    }

    public static XElement Message(Dice dice) => Definition("message", new XAttribute("messageRef", $"m{1 + dice.Below(2)}"));

    public static XElement Link(string name) => Definition("link", new XAttribute("name", name));

    /// <summary>With a code, or now and then without: then it catches all.</summary>
    private static XElement Error(Dice dice) => dice.Chance(25) ? Definition("error") : Definition("error", new XAttribute("errorRef", $"e{1 + dice.Below(2)}"));

    private static XElement Escalation(Dice dice) => Definition("escalation", new XAttribute("escalationRef", $"c{1 + dice.Below(2)}"));

    private static XElement Timer(string kind, string text) => Definition("timer", new XElement(BpmnNames.Bpmn + kind, text));

    private static XElement Definition(string kind, params object[] content) => new(BpmnNames.Bpmn + $"{kind}EventDefinition", content);
}
