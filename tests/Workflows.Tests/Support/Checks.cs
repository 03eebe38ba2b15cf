using OfficeWorkflow.Workflows.Checking;
using OfficeWorkflow.Workflows.Reading;

namespace OfficeWorkflow.Workflows.Tests.Support;

/// <summary>All findings about a procedure, one a line: rule, element, and <c>?</c> for a warning.</summary>
internal static class Checks
{
    public static StepCatalogue Catalogue { get; } = new(["Office.SendMail"], ["visit"], ["consent"], ["specialist"]);

    private static readonly string[] Known = [.. Recommended.Rules.Select(static rule => rule.Code), .. Recommended.OfReading.Select(static rule => rule.Code)];

    public static string Of(string elements, string flows, string declarations = "", StepCatalogue? catalogue = null)
    {
        var read = BpmnReader.Read(Bpmn.File(elements, flows, declarations));
        var findings = read.Findings.AddRange(read.Processes.SelectMany(process => Checker.Check(process, catalogue ?? Catalogue)));
        Assert.All(findings, static finding => Assert.NotEmpty(finding.Message));
        Assert.All(findings, static finding => Assert.NotEmpty(finding.Fix));
        Assert.All(findings, static finding => Assert.Contains(finding.Rule, Known));

        return string.Join('\n', findings.Select(static finding =>
            $"{finding.Rule} {finding.Element}{(finding.Severity == Severity.Warning ? " ?" : "")}"));
    }
}
