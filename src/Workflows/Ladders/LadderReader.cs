using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using OfficeWorkflow.Workflows.Reading;

namespace OfficeWorkflow.Workflows.Ladders;

/// <summary>Reads the ladders that a diagram draws. A timer with a formula of another shape is none of them: it is changed in the designer.</summary>
public static partial class LadderReader
{
    private const string Mailing = "Office.SendMail";

    public static ImmutableArray<Ladder> Read(string source) =>
        SafeXml.Load(source).Root is { } root ? Read(root) : [];

    internal static ImmutableArray<Ladder> Read(XElement root) =>
    [
        .. from rungs in root.Descendants(BpmnNames.Bpmn + "boundaryEvent").GroupBy(static edge => (string?)edge.Attribute("attachedToRef") ?? "", StringComparer.Ordinal)
           let ladder = rungs.Select(edge => RungOf(edge, root)).OfType<Rung>().OrderBy(OrderOf).ToImmutableArray()
           let step = Find(root, rungs.Key)
           where !ladder.IsEmpty && step is not null
           select new Ladder(rungs.Key, NameOf(step), ladder),
    ];

    /// <summary>The element with the formula of a timer, and its text.</summary>
    internal static (XElement Element, string Text)? TimerOf(XElement edge) =>
        edge.Element(BpmnNames.Bpmn + "timerEventDefinition")?.Elements().FirstOrDefault(static one => one.Name.LocalName is "timeCycle" or "timeDuration") is { } formula
            ? (formula, formula.Value.Trim())
            : null;

    /// <summary>The input of a mail's step that names the role.</summary>
    internal static XElement? RoleInputOf(XElement step) =>
        step.Descendants()
            .FirstOrDefault(static binding => string.Equals((string?)binding.Attribute("activityType"), Mailing, StringComparison.Ordinal))
            ?.Elements()
            .FirstOrDefault(static input => (string?)input.Attribute("name") is "toRole" && Role().IsMatch(input.Value));

    internal static XElement? Find(XElement root, string? id) =>
        id is null ? null : root.Descendants().FirstOrDefault(one => one.Name.Namespace == BpmnNames.Bpmn && string.Equals((string?)one.Attribute("id"), id, StringComparison.Ordinal));

    /// <summary>A role as a literal of a step's input, in the group <c>role</c>.</summary>
    [GeneratedRegex("""(?<="value"\s*:\s*")(?<role>[a-z][a-z0-9-]*)(?=")""", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 500)]
    internal static partial Regex Role();

    private static Rung? RungOf(XElement edge, XElement root)
    {
        if ((string?)edge.Attribute("id") is not { } id || TimerOf(edge) is not var (element, text))
        {
            return null;
        }

        var goesOn = (string?)edge.Attribute("cancelActivity") is "false" or "0";
        var steps = Following(id, root);
        var leads = string.Join('、', steps.Where(static step => step.Name.LocalName.EndsWith("Task", StringComparison.Ordinal)).Select(NameOf));
        if (element.Name.LocalName is "timeCycle")
        {
            return goesOn && Repeat().Match(text) is { Success: true } repeat ? ReminderOf(id, leads, repeat) : null;
        }

        return Once().Match(text) is not { Success: true } once ? null
            : goesOn ? new Rung.Escalation(id, leads, Number(once.Groups["number"]), [.. steps.Select(ToldBy).OfType<Told>()])
            : new Rung.Deadline(id, leads, Number(once.Groups["number"]));
    }

    private static Rung.Reminder ReminderOf(string id, string leads, Match repeat)
    {
        int[] numbers = [.. repeat.Groups["number"].Captures.Select(static one => int.Parse(one.Value, CultureInfo.InvariantCulture))];
        return numbers switch
        {
            [var every] => new(id, leads, every, every, Most: null),
            [var every, var most] => new(id, leads, every, every, most),
            [var first, var every, var most] => new(id, leads, first, every, most),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static Told? ToldBy(XElement step) =>
        RoleInputOf(step) is { } input ? new Told((string)step.Attribute("id")!, NameOf(step), Role().Match(input.Value).Value) : null;

    /// <summary>The steps that come first on each way from a timer.</summary>
    private static List<XElement> Following(string id, XElement root)
    {
        var flows = root.Descendants(BpmnNames.Bpmn + "sequenceFlow").ToLookup(static flow => (string?)flow.Attribute("sourceRef"), static flow => (string?)flow.Attribute("targetRef"), StringComparer.Ordinal);
        var steps = new List<XElement>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<string>([id]);
        while (open.TryDequeue(out var here))
        {
            foreach (var next in flows[here].OfType<string>().Where(seen.Add))
            {
                if (Find(root, next) is { } node && node.Name.LocalName.EndsWith("Gateway", StringComparison.Ordinal))
                {
                    open.Enqueue(next);
                }
                else if (Find(root, next) is { } step)
                {
                    steps.Add(step);
                }
            }
        }

        return steps;
    }

    private static int OrderOf(Rung rung) => rung switch
    {
        Rung.Reminder reminder => reminder.First,
        Rung.Escalation escalation => 1_000 + escalation.After,
        Rung.Deadline deadline => 10_000 + deadline.After,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string NameOf(XElement node) => (string?)node.Attribute("name") is { Length: > 0 } name ? name : (string?)node.Attribute("id") ?? "";

    private static int Number(Group group) => int.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^=?\s*repeat working days\(\s*(?:(?<number>\d{1,4})\s*(?:,\s*(?=\d))?){1,3}\)$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 500)]
    private static partial Regex Repeat();

    [GeneratedRegex(@"^=?\s*working days\(\s*(?<number>\d{1,4})\s*\)$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 500)]
    private static partial Regex Once();
}
