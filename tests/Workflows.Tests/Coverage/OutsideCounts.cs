using System.Text;
using OfficeWorkflow.Workflows.Tests.Support;

namespace OfficeWorkflow.Workflows.Tests.Coverage;

/// <summary>What others' models and engines say of ours, counted from the recorded verdicts, which the tests on those models hold true.</summary>
internal static class OutsideCounts
{
    public static string Text()
    {
        var page = new StringBuilder("""
            ## Outside

            Counted from the verdicts in `tests/Workflows.Tests/Outside`, which `OutsideModelTests` (where the corpus is) and `PeerTests` compare with what the engine does. Each disagreement carries its reason there.

            | Judge | Cases run | Agreed | Disagreed, each with a reason | Refused by design, by name | Not run |
            |---|---|---|---|---|---|

            """.ReplaceLineEndings("\n"));
        page.Append(Models("Camunda 7, models of its engine tests", "camunda7.verdicts"));
        page.Append(Models("bpmn-elements, models of its tests", "bpmn-elements.verdicts"));
        page.Append(Decisions()).Append(Peer()).Append(Interchange());

        return page.ToString();
    }

    private static string[] Lines(string file) => Repository.Text($"tests/Workflows.Tests/Outside/{file}").Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static string Models(string judge, string file)
    {
        var counts = Lines(file).Select(static line => line.Split(" | ")[1]).CountBy(static verdict => verdict, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var (agreed, disagreed) = (counts.GetValueOrDefault("agreed"), counts.GetValueOrDefault("disagreed"));

        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"| {judge} | {agreed + disagreed} | {agreed} | {disagreed} | {counts.GetValueOrDefault("refused")} | {counts.GetValueOrDefault("not run")} (each with the reason) |\n");
    }

    private static string Decisions()
    {
        var lines = Lines("dmn-tck.verdicts").Select(static line => line.Split(" | ")[1].Split(' ')).ToList();
        var agreed = lines.Where(static verdict => verdict[1] is "agreed").Sum(Count);
        var outside = lines.Where(static verdict => verdict[1] is "outside").Sum(Count);

        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"| DMN TCK, results of levels 2 and 3 | {agreed} | {agreed} | 0 | {outside} (outside of the subset, each with the reason) | 0 |\n");
    }

    private static string Peer()
    {
        var differing = Lines("bpmn-engine.verdicts").Length;

        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"| npm bpmn-engine 25.0.1, generated processes | 400 | {400 - differing} | {differing} ([why](engine-questions.md)) | 0 | 0 |\n");
    }

    private static string Interchange()
    {
        var files = Lines("miwg.findings").Select(static line => line.Split(" | ")[0]).Distinct(StringComparer.Ordinal).Count();

        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"| BPMN MIWG, interchange models | {files} | {files} (read, findings as recorded) | 0 | 0 | 0 |\n");
    }

    private static int Count(string[] verdict) => int.Parse(verdict[0], System.Globalization.CultureInfo.InvariantCulture);
}
