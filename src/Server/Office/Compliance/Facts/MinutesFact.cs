using System.Collections.Immutable;

namespace OfficeWorkflow.Server.Office.Compliance.Facts;

/// <summary>会議録: which of its parts are empty, by their Japanese heads.</summary>
public sealed record MinutesFact(ImmutableArray<string> EmptyParts);
