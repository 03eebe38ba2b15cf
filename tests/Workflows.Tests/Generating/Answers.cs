using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Workflows.Tests.Generating;

/// <summary>All that may come back from a node that is waited on.</summary>
internal static class Answers
{
    public static IReadOnlyList<Answer> Of(Drawn drawn, string kind, string node)
    {
        var values = drawn.Results.TryGetValue(node, out var results) ? results : [Value.Record.Empty];

        return kind switch
        {
            "timer" => [new Answer(Value.Record.Empty, null)],
            "service" or "case" => [.. values.Select(static value => new Answer(value, null)), new Answer(Value.Record.Empty, "E1")],
            _ => [.. values.Select(static value => new Answer(value, null))],
        };
    }
}
