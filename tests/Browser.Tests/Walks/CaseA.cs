using System.Text.Json.Nodes;
using OfficeWorkflow.Browser.Tests.Support;

namespace OfficeWorkflow.Browser.Tests.Walks;

/// <summary>The worked case of 利用者A, step by step, from the procedures' own files.</summary>
internal static class CaseA
{
    /// <summary>From the first visit to the delivered plan.</summary>
    public static IReadOnlyList<CaseStep> Steps { get; } = Read("plan-creation");

    /// <summary>The first month after it.</summary>
    public static IReadOnlyList<CaseStep> Monitoring { get; } = Read("monitoring");

    private static IReadOnlyList<CaseStep> Read(string procedure) => [.. Document(procedure)["steps"]!.AsArray().Select(static step => new CaseStep(
        Text(step!, "form")!,
        Text(step!, "at")!,
        Text(step!, "by")!,
        Text(step!, "stage"),
        Text(step!, "addressee"),
        step!["values"]!.AsObject()))];

    /// <summary>The first step of a form, of a stage where the form comes twice.</summary>
    public static CaseStep Step(string form, string? stage = null) =>
        Steps.First(step => string.Equals(step.Form, form, StringComparison.Ordinal) && string.Equals(step.Stage, stage, StringComparison.Ordinal));

    private static JsonNode Document(string procedure) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, "src/Workflows/Procedures", procedure, "cases/case-a.json")))!;

    private static string? Text(JsonNode step, string name) => step[name]?.GetValue<string>();
}
