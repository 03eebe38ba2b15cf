using System.Text.Json;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Running.Formats;

namespace OfficeWorkflow.Workflows.Running;

/// <summary>
/// The stored form of states, facts and values: compact JSON text. A state carries the number of its format; what was ever
/// released stays readable. Text that we did not write is our own mistake and throws.
/// </summary>
public static class CaseFormat
{
    /// <summary>The format that is written.</summary>
    public const int Current = 2;

    /// <summary>The oldest that is read.</summary>
    internal const int First = 1;

    /// <summary>A value may lie in a value as often as its formula or its sender let it; what was written can be read.</summary>
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 1_000 };

    /// <summary>Text of this format as it stands, such as the list of facts of one entry of history.</summary>
    public static JsonDocument Parse(string text) => JsonDocument.Parse(text, Deep);

    public static string Write(CaseState state) => JsonText.Write(state, StateJson.Write);

    public static CaseState Read(string text)
    {
        using var document = Parse(text);

        return StateJson.Read(document.RootElement);
    }

    public static string WriteEvent(CaseEvent happened) => JsonText.Write(happened, EventJson.Write);

    public static CaseEvent ReadEvent(string text)
    {
        using var document = Parse(text);

        return EventJson.Read(document.RootElement);
    }

    public static string WriteValue(Value value) => JsonText.Write(value, ValueJson.Write);

    public static Value ReadValue(string text)
    {
        using var document = Parse(text);

        return ValueJson.Read(document.RootElement);
    }
}
