using System.Collections.Immutable;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Running;

namespace OfficeWorkflow.Workflows.Trying;

/// <summary>A case of production from its beginning to its end.</summary>
/// <param name="Process">The version on which it ended.</param>
/// <param name="Brought">What messages brought and called cases gave, by the id of the message or call.</param>
public sealed record RecordedCase(
    Process Process, ImmutableArray<RecordedFact> History, IReadOnlyDictionary<string, Value.Record> Brought)
{
    /// <summary>It began here at a start: one that was taken over in the middle has no beginning to replay.</summary>
    public bool IsWhole => History is [{ Told: nameof(Input.Started) }, ..];
}
