using System.Xml.Linq;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Reading;

namespace OfficeWorkflow.Workflows.Tests.Generating;

/// <summary>Makes up a process out of blocks; each block has one way in and one way out.</summary>
internal sealed class Generator
{
    private const int Variables = 6;

    private static readonly string[] Kinds =
    [
        "task", "task", "task", "sequence", "sequence", "exclusive", "parallel", "parallel", "inclusive", "inclusive",
        "loop", "eventBased", "catch", "throw", "subProcess", "subProcess", "link", "stop",
    ];

    private readonly Dice dice;
    private readonly Pen pen = new();
    private readonly Style style;
    private readonly Dictionary<string, Value.Record[]> results = new(StringComparer.Ordinal);
    private readonly Tasks tasks;
    private int left;

    private Generator(Dice dice, Style style)
    {
        this.dice = dice;
        this.style = style;
        left = style.Size;
        tasks = new Tasks(dice, results, Variables);
    }

    public static Drawn Make(Dice dice, Style style) => new Generator(dice, style).Make();

    private Drawn Make()
    {
        var process = new XElement(BpmnNames.Bpmn + "process", new XAttribute("id", "p"), new XAttribute("isExecutable", "true"));
        Fill(new Sketch(process, pen), depth: 0);
        var root = new XElement(BpmnNames.Bpmn + "definitions", new XAttribute("id", "file"), Declarations(), process);
        var variables = Enumerable.Range(1, Variables).Aggregate(
            Value.Record.Empty, (record, number) => record.With($"x{number}", Value.Of((decimal)dice.Below(2))));

        return new Drawn(root, results, variables);
    }

    private static IEnumerable<XElement> Declarations()
    {
        foreach (var number in Enumerable.Range(1, 2))
        {
            yield return new XElement(BpmnNames.Bpmn + "message", new XAttribute("id", $"m{number}"), new XAttribute("name", $"M{number}"));
            yield return new XElement(BpmnNames.Bpmn + "error", new XAttribute("id", $"e{number}"), new XAttribute("errorCode", $"E{number}"));
            yield return new XElement(BpmnNames.Bpmn + "escalation", new XAttribute("id", $"c{number}"), new XAttribute("escalationCode", $"C{number}"));
        }
    }

    /// <summary>A start, a block, an end; now and then an event subprocess beside.</summary>
    private void Fill(Sketch sketch, int depth)
    {
        var start = sketch.Draw("startEvent");
        var (first, last) = Block(sketch, depth);
        sketch.Connect(start, first);
        sketch.Connect(last, End(sketch));
        if (dice.Chance(20) && depth < 3 && left > 0 && Allows("handler"))
        {
            Handler(sketch, depth);
        }
    }

    private string End(Sketch sketch) => sketch.Draw("endEvent", dice.Chance(10) && Allows("throw") ? [Events.Message(dice)] : []);

    private bool Allows(string kind) => style.Kinds is null || style.Kinds.Contains(kind, StringComparer.Ordinal);

    private (string First, string Last) Block(Sketch sketch, int depth)
    {
        left--;
        var kind = left <= 0 || depth > 4 ? "task" : dice.Pick(Kinds);

        return (Allows(kind) ? kind : "task") switch
        {
            "sequence" => Sequence(sketch, depth),
            "exclusive" or "parallel" or "inclusive" => Branches(sketch, depth, kind),
            "loop" => Loop(sketch, depth),
            "eventBased" => EventBased(sketch, depth),
            "catch" => Single(sketch.Draw("intermediateCatchEvent", Events.Waiting(dice))),
            "throw" => Single(sketch.Draw("intermediateThrowEvent", Events.Thrown(dice))),
            "subProcess" => SubProcess(sketch, depth),
            "link" => Link(sketch, depth),
            "stop" => Stop(sketch),
            _ => Task(sketch, depth),
        };
    }

    private static (string First, string Last) Single(string id) => (id, id);

    private (string First, string Last) Sequence(Sketch sketch, int depth)
    {
        var (first, middle) = Block(sketch, depth);
        var (next, last) = Block(sketch, depth);
        sketch.Connect(middle, next);

        return (first, last);
    }

    private (string First, string Last) Task(Sketch sketch, int depth)
    {
        var id = tasks.Draw(sketch);

        return Edged(sketch, id, depth, isFrame: false);
    }

    private (string First, string Last) SubProcess(Sketch sketch, int depth)
    {
        var id = sketch.Draw("subProcess");
        tasks.Loop(sketch, id);
        Fill(new Sketch(sketch.Element(id), pen), depth + 1);

        return Edged(sketch, id, depth, isFrame: true);
    }

    /// <summary>Boundary events: an interrupting one leads to behind the activity, another one to an end of its own.</summary>
    private (string First, string Last) Edged(Sketch sketch, string id, int depth, bool isFrame)
    {
        if (!Allows("boundary") || !dice.Chance(isFrame ? 60 : 25))
        {
            return (id, id);
        }

        var merge = sketch.Draw("exclusiveGateway");
        sketch.Connect(id, merge);
        foreach (var _ in Enumerable.Range(0, 1 + dice.Below(2)))
        {
            var (definition, isInterrupting) = Events.Edge(dice, isFrame);
            var boundary = sketch.Draw(
                "boundaryEvent", new XAttribute("attachedToRef", id), new XAttribute("cancelActivity", isInterrupting ? "true" : "false"), definition);
            var (first, last) = dice.Chance(60) ? Block(sketch, depth + 1) : Single(tasks.Draw(sketch));
            sketch.Connect(boundary, first);
            sketch.Connect(last, isInterrupting || (style.IsWild && dice.Chance(30)) ? merge : sketch.Draw("endEvent"));
        }

        return (id, merge);
    }

    private (string First, string Last) Branches(Sketch sketch, int depth, string kind)
    {
        var fork = sketch.Draw($"{kind}Gateway");
        var join = sketch.Draw($"{(style.IsWild && dice.Chance(30) ? dice.Pick(["exclusive", "parallel", "inclusive"]) : kind)}Gateway");
        var count = 2 + dice.Below(2);
        var otherwise = kind is "parallel" || dice.Chance(5) ? -1 : dice.Below(count);
        var lasts = new List<string>();
        for (var index = 0; index < count; index++)
        {
            var (first, last) = dice.Chance(style.IsWild ? 10 : 0) ? (join, "") : Block(sketch, depth + 1);
            if (index == otherwise)
            {
                sketch.ConnectDefault(fork, first);
            }
            else
            {
                sketch.Connect(fork, first, kind is "parallel" ? null : Condition());
            }

            if (last.Length > 0)
            {
                sketch.Connect(last, join);
                lasts.Add(last);
            }
        }

        Cross(sketch, lasts, join);

        return (fork, join);
    }

    /// <summary>A branch that also leads to another join, by a gateway of its own: two joins may then wait for one another.</summary>
    private void Cross(Sketch sketch, List<string> lasts, string join)
    {
        if (!style.IsWild || lasts.Count == 0 || !dice.Chance(15))
        {
            return;
        }

        var split = sketch.Draw("inclusiveGateway");
        var other = sketch.Draw("inclusiveGateway");
        sketch.Connect(dice.Pick(lasts), split);
        sketch.ConnectDefault(split, join);
        sketch.Connect(split, other, Condition());
        sketch.Connect(dice.Pick(lasts), other);
        sketch.Connect(other, dice.Chance(50) ? join : sketch.Draw("endEvent"));
    }

    private (string First, string Last) Loop(Sketch sketch, int depth)
    {
        var merge = sketch.Draw("exclusiveGateway");
        var (first, middle) = Block(sketch, depth + 1);
        var ask = tasks.Draw(sketch, "userTask");
        var split = sketch.Draw("exclusiveGateway");
        sketch.Connect(merge, first);
        sketch.Connect(middle, ask);
        sketch.Connect(ask, split);
        sketch.Connect(split, merge, Condition());
        var exit = sketch.Draw("exclusiveGateway");
        sketch.ConnectDefault(split, exit);

        return (merge, exit);
    }

    private (string First, string Last) EventBased(Sketch sketch, int depth)
    {
        var gateway = sketch.Draw("eventBasedGateway");
        var merge = sketch.Draw("exclusiveGateway");
        foreach (var _ in Enumerable.Range(0, 2 + dice.Below(2)))
        {
            var caught = dice.Chance(20)
                ? sketch.Draw("receiveTask", new XAttribute("messageRef", "m1"))
                : sketch.Draw("intermediateCatchEvent", Events.Waiting(dice));
            sketch.Connect(gateway, caught);
            if (dice.Chance(40))
            {
                var (first, last) = Block(sketch, depth + 1);
                sketch.Connect(caught, first);
                sketch.Connect(last, merge);
            }
            else
            {
                sketch.Connect(caught, merge);
            }
        }

        return (gateway, merge);
    }

    private (string First, string Last) Link(Sketch sketch, int depth)
    {
        var name = pen.NewId("L");
        var thrown = sketch.Draw("intermediateThrowEvent", Events.Link(name));
        var caught = sketch.Draw("intermediateCatchEvent", Events.Link(name));
        var (first, last) = Block(sketch, depth);
        sketch.Connect(last, thrown);

        return (first, caught);
    }

    /// <summary>A way out of everything, by a condition: terminate, an error, an escalation.</summary>
    private (string First, string Last) Stop(Sketch sketch)
    {
        var ask = tasks.Draw(sketch, "userTask");
        var split = sketch.Draw("exclusiveGateway");
        var on = tasks.Draw(sketch);
        sketch.Connect(ask, split);
        sketch.Connect(split, sketch.Draw("endEvent", Events.Stop(dice)), Condition());
        sketch.ConnectDefault(split, on);

        return (ask, on);
    }

    private void Handler(Sketch sketch, int depth)
    {
        var id = sketch.Draw("subProcess", new XAttribute("triggeredByEvent", "true"));
        var inside = new Sketch(sketch.Element(id), pen);
        var (definition, isInterrupting) = Events.Edge(dice, isFrame: true);
        var start = inside.Draw("startEvent", new XAttribute("isInterrupting", isInterrupting ? "true" : "false"), definition);
        var (first, last) = Block(inside, depth + 1);
        inside.Connect(start, first);
        inside.Connect(last, inside.Draw("endEvent"));
    }

    private string Condition() => $"x{1 + dice.Below(Variables)} = {dice.Below(2)}";
}
