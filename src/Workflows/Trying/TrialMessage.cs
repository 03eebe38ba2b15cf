using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Workflows.Trying;

/// <summary>A message under way in a trial run.</summary>
public sealed record TrialMessage(string Id, string Name, string Key, Value.Record Values, DateTimeOffset SentAt)
{
    /// <summary>Several wait for it, and a person would have to say which of them is meant.</summary>
    public bool IsAmbiguous { get; init; }
}
