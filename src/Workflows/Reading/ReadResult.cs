using System.Collections.Immutable;
using OfficeWorkflow.Workflows.Checking;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Workflows.Reading;

/// <param name="Processes">What could be read, in the order of their ids.</param>
/// <param name="Findings">What could not.</param>
public sealed record ReadResult(ImmutableArray<Process> Processes, ImmutableArray<Finding> Findings)
{
    public bool HasErrors => Findings.Any(static finding => finding.Severity == Severity.Error);
}
