using OfficeWorkflow.Workflows.Tests.Outside.Decisions;
using OfficeWorkflow.Workflows.Tests.Support;
using Xunit.Abstractions;

namespace OfficeWorkflow.Workflows.Tests.Outside;

/// <summary>
/// Models that others wrote, with the outcome that their authors' tests state. The verdict on each stands in our own file;
/// <c>OFFICE_WRITE_DOCS=1</c> writes it anew, to be read before it is committed.
/// </summary>
public sealed class OutsideModelTests(ITestOutputHelper output)
{
    private static string Data => Path.Combine(Repository.Root, "tests/Workflows.Tests/Outside");

    [CorpusFact]
    public void Every_Camunda_model_comes_out_as_recorded() => Compare("camunda7");

    [Fact]
    public void B1_B2_Gateway_models_of_Camunda_agree_and_the_few_that_do_not_say_why()
    {
        var models = File.ReadAllLines(Path.Combine(Data, "camunda7.verdicts")).Where(static line => line.StartsWith("gateway/", StringComparison.Ordinal)).Select(static line => line.Split(" | ")).ToList();
        var counts = models.CountBy(static line => line[1], StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);

        Assert.Equal((39, 4, 4, 4), (counts["agreed"], counts["disagreed"], counts["refused"], counts["not run"]));
        Assert.All(models.Where(static line => line[1] is "disagreed"), static line => Assert.EndsWith(")", line[2], StringComparison.Ordinal));
    }

    [CorpusFact]
    public void Every_model_of_bpmn_elements_comes_out_as_recorded() => Compare("bpmn-elements");

    [CorpusFact]
    public void Every_interchange_model_is_read_with_the_findings_recorded()
    {
        var root = Path.Combine(Corpus.Folder, "miwg", "Reference");
        var files = Directory.EnumerateFiles(root, "*.bpmn", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList();
        var seen = files.SelectMany(file => Findings.Of(Path.GetRelativePath(root, file), File.ReadAllText(file))).ToList();

        Record("miwg.findings", seen);
        Assert.Equal(21, files.Count);
        Assert.Equal(File.ReadAllLines(Path.Combine(Data, "miwg.findings")), seen);
    }

    [CorpusFact]
    public void A5_Every_case_of_the_decision_kit_inside_the_subset_agrees_and_the_others_have_a_reason()
    {
        var seen = TckVerdicts.Of(Path.Combine(Data, "dmn-tck.reasons")).Lines().ToList();
        Record("dmn-tck.verdicts", seen);
        Assert.Equal(File.ReadAllLines(Path.Combine(Data, "dmn-tck.verdicts")), seen);
        Assert.DoesNotContain(seen, static line => line.Contains(Verdicts.NoReason, StringComparison.Ordinal));
    }

    private static void Record(string name, IEnumerable<string> lines)
    {
        if (Environment.GetEnvironmentVariable("OFFICE_WRITE_DOCS") is "1")
        {
            File.WriteAllLines(Path.Combine(Data, name), lines);
        }
    }

    private void Compare(string folder)
    {
        var stories = Story.ReadAll(Path.Combine(Data, $"{folder}.stories"));
        var reasons = File.ReadAllLines(Path.Combine(Data, $"{folder}.reasons")).Select(static line => line.Split(": ", 2)).ToDictionary(static line => line[0], static line => line[1], StringComparer.Ordinal);
        var seen = new Verdicts(folder, stories, reasons, File.ReadAllLines(Path.Combine(Data, "bpmn-elements.bindings"))).Lines().ToList();
        var file = Path.Combine(Data, $"{folder}.verdicts");
        Record($"{folder}.verdicts", seen);
        output.WriteLine($"{folder}: {string.Join(", ", seen.CountBy(static line => line.Split(" | ")[1], StringComparer.Ordinal).Select(static count => $"{count.Value} {count.Key}"))} of {seen.Count} models");
        Assert.Equal(File.ReadAllLines(file), seen);
        Assert.DoesNotContain(seen, static line => line.Contains(Verdicts.NoReason, StringComparison.Ordinal));
        Assert.DoesNotContain(reasons.Keys, story => !seen.Exists(line => line.Contains($"{story}:", StringComparison.Ordinal) || line.StartsWith($"{story} | not run", StringComparison.Ordinal)));
    }
}
