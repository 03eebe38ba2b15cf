using OfficeWorkflow.Workflows.Checking;
using OfficeWorkflow.Workflows.Reading;

namespace OfficeWorkflow.Workflows.Tests.Outside;

/// <summary>What is said about a file on reading and checking it, one line each.</summary>
internal static class Findings
{
    private static readonly StepCatalogue Catalogue = new([], [], [], []);

    public static IEnumerable<string> Of(string name, string xml)
    {
        var read = BpmnReader.Read(xml);
        yield return $"{name} | {read.Processes.Length} processes, {read.Processes.Sum(static process => process.Nodes.Length)} nodes, {read.Processes.Sum(static process => process.Lanes.Length)} lanes";

        foreach (var finding in read.Findings.AddRange(read.Processes.SelectMany(static process => Checker.Check(process, Catalogue))))
        {
            yield return $"{name} | {finding.Severity} | {finding.Rule} | {finding.Element}";
        }
    }
}
