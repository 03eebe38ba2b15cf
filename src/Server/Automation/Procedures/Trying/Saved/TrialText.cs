using System.Text.Json;
using System.Text.Json.Serialization;
using OfficeWorkflow.Workflows.Trying;

namespace OfficeWorkflow.Server.Automation.Procedures.Trying.Saved;

/// <summary>The stored form of scripts and landmarks: JSON.</summary>
internal static class TrialText
{
    internal static readonly JsonSerializerOptions Shape = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    public static string Write(TrialScript script) => JsonSerializer.Serialize(script, Shape);

    public static string Write(IEnumerable<Landmark> landmarks) => JsonSerializer.Serialize(landmarks, Shape);

    public static TrialScript Script(string text) => JsonSerializer.Deserialize<TrialScript>(text, Shape)!;

    public static IReadOnlyList<Landmark> Landmarks(string text) => JsonSerializer.Deserialize<Landmark[]>(text, Shape)!;
}
