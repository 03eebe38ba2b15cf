using System.Collections.Immutable;

namespace OfficeWorkflow.Workflows.Comparing;

/// <summary>What an office calls the things that a diagram names by key; a key without a word stands for itself.</summary>
public sealed record Words(ImmutableDictionary<(WordKind Kind, string Key), string> Known)
{
    public static Words None { get; } = new(ImmutableDictionary<(WordKind Kind, string Key), string>.Empty);

    public string Of(WordKind kind, string key) => Known.GetValueOrDefault((kind, key), key);
}
