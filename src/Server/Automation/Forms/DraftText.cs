using System.Collections.Immutable;
using System.Text.Json;

namespace OfficeWorkflow.Server.Automation.Forms;

/// <summary>A typed form as stored text.</summary>
public static class DraftText
{
    public static string Write(FormTyped typed) =>
        JsonSerializer.Serialize(typed.Entries.ToDictionary(static entry => entry.Key, static entry => entry.Value.ToArray(), StringComparer.Ordinal));

    public static FormTyped Read(string text) => new(
        JsonSerializer.Deserialize<Dictionary<string, string[]>>(text)!
            .ToImmutableSortedDictionary(static entry => entry.Key, static entry => entry.Value.ToImmutableArray(), StringComparer.Ordinal));
}
