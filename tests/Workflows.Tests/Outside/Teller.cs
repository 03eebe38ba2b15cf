using System.Globalization;
using System.Text.RegularExpressions;
using OfficeWorkflow.Workflows.Expressions;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Running;
using OfficeWorkflow.Workflows.Timing;

namespace OfficeWorkflow.Workflows.Tests.Outside;

/// <summary>Tells a story to a world, step by step; a step that comes out otherwise throws.</summary>
internal sealed partial class Teller(World world)
{
    private readonly Dictionary<string, List<(Open Case, Wait.ForWork Work)>> lists = new(StringComparer.Ordinal);

    /// <summary>The case that a step is about; null for all.</summary>
    private Open? only;

    public static void Tell(Story story, IReadOnlyList<Process> processes)
    {
        var teller = new Teller(new World(processes));
        foreach (var step in story.Steps)
        {
            try
            {
                teller.Tell(step);
            }
            catch (MismatchException mismatch)
            {
                throw new MismatchException($"{step}: {mismatch.Message}", mismatch);
            }
        }
    }

    private void Tell(string step)
    {
        only = step[0] == '#' ? world.Started(int.Parse(Cut(step[1..], " ").First, CultureInfo.InvariantCulture)) : null;
        step = only is null ? step : Cut(step, " ").Then;
        var (verb, rest) = Cut(step, " ");
        switch (verb)
        {
            case "start":
                var (key, variables) = Cut(rest, " ");
                world.Start(key, Record(variables));
                break;
            case "begin":
                var (name, values) = Cut(rest, " ");
                world.StartByMessage(name, Record(values));
                break;
            case "clock":
                world.StartByTimer(Cut(rest, " ").First, Record(Cut(rest, " ").Then));
                break;
            case "finish":
                Finish(rest);
                break;
            case "message":
                world.Message(Cut(rest, " :: ").First, Record(Cut(rest, " :: ").Then));
                break;
            case "signal":
                world.Signal(Cut(rest, " :: ").First, Record(Cut(rest, " :: ").Then));
                break;
            case "timer":
                world.Timer(rest.Length == 0 ? 0 : int.Parse(rest, CultureInfo.InvariantCulture));
                break;
            case "trigger":
                world.Trigger();
                break;
            case "cancel":
                world.Cancel();
                break;
            default:
                Expect(verb, rest);
                break;
        }
    }

    private void Expect(string verb, string rest)
    {
        switch (verb)
        {
            case "one" or "list":
                Remember(verb, rest);
                break;
            case "size":
                Equal(Cut(rest, " ").Then, Count(lists[Cut(rest, " ").First].Count));
                break;
            case "named":
                var (what, name) = Cut(rest, " ");
                Equal(name, Name(Pick(what), name));
                break;
            case "work":
                Equal(rest, string.Join(" | ", Works().Select(work => Name(work, rest))));
                break;
            case "works":
                var (number, called) = Cut(rest, " ");
                Equal(number, Count(Works().Count(work => called.Length == 0 || string.Equals(Name(work, called), called, StringComparison.Ordinal))));
                break;
            case "ended":
                Equal("0", Count(world.Running.Count(one => only is null || one == only)));
                break;
            case "open":
                Equal(rest, Count(world.Running.Count()));
                break;
            case "stuck":
                Equal("stuck", world.Running.Any(static one => one.State!.StuckTokens.Any()) ? "stuck" : "well");
                break;
            case "entered":
                var (times, node) = Cut(rest, " ");
                Equal(times, Count(world.Entered(node)));
                break;
            case "value":
                var (variable, value) = Cut(rest, "=");
                Equal(CaseFormat.WriteValue(Read(value)), CaseFormat.WriteValue((only ?? world.First).State!.Variables[variable]));
                break;
            default:
                throw new InvalidOperationException($"No such step: {verb}");
        }
    }

    private List<(Open Case, Wait.ForWork Work)> Works() => [.. world.Waiting<Wait.ForWork>().Where(work => only is null || work.Case == only)];

    private void Remember(string verb, string rest)
    {
        var (variable, how) = Cut(rest, " ");
        IEnumerable<(Open Case, Wait.ForWork Work)> works = Works();
        if (verb is "one")
        {
            var found = works.Where(work => how.Length == 0 || string.Equals(Name(work, how), how, StringComparison.Ordinal)).ToList();
            lists[variable] = found.Count < 2 ? found : throw new MismatchException($"{found.Count} tasks");
            return;
        }

        lists[variable] = how switch
        {
            "by name" => [.. works.OrderBy(static work => Name(work, ""), StringComparer.Ordinal)],
            "by id" => [.. works.OrderBy(static work => Name(work, "@"), StringComparer.Ordinal)],
            _ => [.. works],
        };
    }

    private void Finish(string rest)
    {
        var (what, values) = Cut(rest, " :: ");
        if (what is "all")
        {
            Works().ForEach(work => world.Finish(work.Case, work.Work, Record(values)));
            return;
        }

        var found = what[0] == '$' ? Pick(what[1..])
            : what is "*" ? Works().FirstOrDefault()
            : Works().Find(work => string.Equals(Name(work, what), what, StringComparison.Ordinal));
        if (found.Work is null)
        {
            throw new MismatchException("no such task");
        }

        world.Finish(found.Case, found.Work, Record(values));
    }

    private (Open Case, Wait.ForWork Work) Pick(string what)
    {
        var (variable, index) = Cut(what.TrimEnd(']'), "[");
        var list = lists[variable];
        var at = index.Length == 0 ? 0 : int.Parse(index, CultureInfo.InvariantCulture);

        return at < list.Count ? list[at] : throw new MismatchException("no such task");
    }

    /// <summary>The id where an id is asked for, else the name.</summary>
    private static string Name((Open Case, Wait.ForWork Work) work, string like) =>
        like.StartsWith('@') ? $"@{work.Work.NodeId}" : work.Case.Process.Node(work.Work.NodeId).Label;

    private static void Equal(string expected, string seen)
    {
        if (!string.Equals(expected, seen, StringComparison.Ordinal))
        {
            throw new MismatchException($"seen {seen}");
        }
    }

    private static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);

    private static (string First, string Then) Cut(string text, string at) =>
        text.IndexOf(at, StringComparison.Ordinal) is >= 0 and var index ? (text[..index], text[(index + at.Length)..].TrimStart()) : (text, "");

    private static Value.Record Record(string text) =>
        Assignment().Matches(text).Aggregate(Value.Record.Empty, static (record, match) => record.With(match.Groups[1].Value, Read(match.Groups[2].Value)));

    private static Value Read(string text) => Expression.Parse(text) is ExpressionReading.Readable readable
        ? readable.Expression.Evaluate(static _ => null, new EvaluationMoment(default, WorkCalendar.WeekdaysInTokyo)).Value
        : Value.None;

    [GeneratedRegex("""(\w+)=("[^"]*"|\[[^\]]*\]|\S+)""", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Assignment();
}
