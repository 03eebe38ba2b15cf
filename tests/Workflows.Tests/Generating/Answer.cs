using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Workflows.Tests.Generating;

/// <param name="ErrorCode">Where it did not work.</param>
internal sealed record Answer(Value.Record Values, string? ErrorCode);
