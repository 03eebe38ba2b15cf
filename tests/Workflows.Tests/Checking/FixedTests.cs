using System.Text.Json;
using OfficeWorkflow.Workflows.Checking;
using OfficeWorkflow.Workflows.Reading;
using OfficeWorkflow.Workflows.Tests.Support;

namespace OfficeWorkflow.Workflows.Tests.Checking;

/// <summary>A button of the designer at a finding takes the finding away and brings no other. The procedures before and after are the designer's own: its tests write fixed.json and compare it.</summary>
public sealed class FixedTests
{
    private static readonly StepCatalogue Catalogue = new(["Office.SendMail"], ["note", "approval"], ["consent"], ["manager", "specialist", "clerk", "assistant"]);

    private static readonly Dictionary<string, Fixed> Cases =
        JsonSerializer.Deserialize<Fixed[]>(Repository.Text("tests/Workflows.Tests/Checking/fixed.json"), JsonSerializerOptions.Web)!.ToDictionary(static one => one.Name, StringComparer.Ordinal);

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_finding_is_gone_and_nothing_new_is_said(string name)
    {
        var one = Cases[name];
        var before = Found(one.Before);
        var after = Found(one.After);

        Assert.Contains((one.Rule, one.Element), before.Select(static finding => (finding.Rule, finding.Element)));
        Assert.DoesNotContain((one.Rule, one.Element), after.Select(static finding => (finding.Rule, finding.Element)));
        Assert.Empty(after.Except(before));
    }

    private static IReadOnlyList<(string Rule, string? Element, Severity Severity)> Found(string[] lines)
    {
        var read = BpmnReader.Read(string.Join('\n', lines));

        return [.. read.Findings.AddRange(read.Processes.SelectMany(static process => Checker.Check(process, Catalogue))).Select(static finding => (finding.Rule, finding.Element, finding.Severity))];
    }

    private sealed record Fixed(string Name, string Rule, string Element, string[] Before, string[] After);
}
