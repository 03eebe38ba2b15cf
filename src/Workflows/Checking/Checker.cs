using System.Collections.Immutable;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Workflows.Checking;

/// <summary>Tells whether a procedure can be published, before anybody relies on it.</summary>
public static class Checker
{
    /// <summary>All findings, by element and rule: the order of the document plays no part.</summary>
    public static ImmutableArray<Finding> Check(Process process, StepCatalogue catalogue) =>
    [
        .. Recommended.Rules
            .SelectMany(rule => rule.Check(process, catalogue))
            .OrderBy(static finding => finding.Element, StringComparer.Ordinal)
            .ThenBy(static finding => finding.Rule, StringComparer.Ordinal)
            .ThenBy(static finding => finding.Message, StringComparer.Ordinal),
    ];
}
