using System.Text.Json;
using OfficeWorkflow.Workflows.Tests.Generating;
using OfficeWorkflow.Workflows.Tests.Support;
using Xunit.Abstractions;

namespace OfficeWorkflow.Workflows.Tests.Outside.Peer;

/// <summary>
/// Generated processes played by us and by npm bpmn-engine, the same answers in the same order: what is waited for after each must be the same. Where it is
/// not, the run stands in <c>bpmn-engine.verdicts</c> with a reason that docs/engine-questions.md explains; <c>OFFICE_WRITE_DOCS=1</c> writes it anew.
/// </summary>
public sealed class PeerTests(ITestOutputHelper output)
{
    private const int Runs = 400;

    private static readonly string[] Kinds = ["sequence", "exclusive", "parallel", "loop", "eventBased", "catch", "subProcess", "stop", "boundary", "link"];

    private static string Data => Path.Combine(Repository.Root, "tests/Workflows.Tests/Outside/bpmn-engine.verdicts");

    [Fact]
    public void Each_disagreement_with_bpmn_engine_is_explained()
    {
        var runs = Enumerable.Range(1, Runs).Select(static seed => PeerRun.Play(seed, new Style(3 + (seed % 10), IsWild: seed % 3 == 0, Kinds))).ToDictionary(static run => run.Seed);
        var lines = BpmnEngine.Play(runs.Values.Select(static run => run.ToJson())).Select(answer => Verdict(runs, answer)).OfType<string>().ToList();
        if (Environment.GetEnvironmentVariable("OFFICE_WRITE_DOCS") is "1")
        {
            File.WriteAllLines(Data, lines);
        }

        output.WriteLine($"bpmn-engine: {Runs - lines.Count} of {Runs} runs agree; {string.Join(", ", lines.CountBy(Reason, StringComparer.Ordinal).Select(static count => $"{count.Value} {count.Key}"))}");
        Assert.Equal(File.ReadAllLines(Data), lines);
        Assert.All(lines.Select(Reason).Distinct(StringComparer.Ordinal), static reason => Assert.Contains($"### `{reason}`", Repository.Text("docs/engine-questions.md"), StringComparison.Ordinal));
    }

    private static string Reason(string line) => line.Split(" | ")[1];

    /// <summary>Null when both say the same.</summary>
    private static string? Verdict(Dictionary<long, PeerRun> runs, string answer)
    {
        using var json = JsonDocument.Parse(answer);
        var run = runs[json.RootElement.GetProperty("seed").GetInt64()];
        var theirs = json.RootElement.GetProperty("waits").EnumerateArray().Select(static waits => waits.GetString()!).ToList();
        var same = run.Waits.Zip(theirs).TakeWhile(static pair => string.Equals(pair.First, pair.Second, StringComparison.Ordinal)).Count();
        if (same == run.Waits.Count && same == theirs.Count)
        {
            return null;
        }

        var (we, they) = (run.Waits.ElementAtOrDefault(same), theirs.ElementAtOrDefault(same) ?? json.RootElement.GetProperty("trouble").GetString());

        return $"seed {run.Seed} | {Reasons.Of(run, same, they)} | after {same} answers we have [{we}], the peer [{they}]";
    }
}
