using System.Text.Json.Nodes;

namespace OfficeWorkflow.Browser.Tests.Walks;

/// <summary>One form that somebody finishes.</summary>
/// <param name="At">When, in Tokyo.</param>
/// <param name="By">Whose name it is.</param>
/// <param name="Addressee">For which of several works of one form.</param>
internal sealed record CaseStep(string Form, string At, string By, string? Stage, string? Addressee, JsonObject Values);
