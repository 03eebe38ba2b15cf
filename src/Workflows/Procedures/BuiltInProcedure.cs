using System.Collections.Immutable;

namespace OfficeWorkflow.Workflows.Procedures;

/// <summary>One shipped procedure: a folder of this one.</summary>
/// <param name="Key">Name of the folder and id of its process.</param>
/// <param name="Source">The .bpmn text.</param>
/// <param name="Forms">Form files (JSON) by key.</param>
public sealed record BuiltInProcedure(
    string Key,
    string Source,
    ImmutableSortedDictionary<string, string> Forms);
