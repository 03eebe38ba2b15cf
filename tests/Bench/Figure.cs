using System.Globalization;
using System.Text.Json;

namespace OfficeWorkflow.Bench;

/// <summary>One measured figure.</summary>
/// <param name="Limit">The peer, or the physical limit, measured in the same run and in the same unit.</param>
/// <param name="Ratio">How many times the limit; null where nothing was compared.</param>
internal sealed record Figure(string Name, double Value, string Unit, double? Limit, double? Ratio, string Conditions)
{
    private static readonly JsonSerializerOptions Shape = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static Figure Against(string name, double value, string unit, double limit, string conditions) =>
        new(name, Rounded(value), unit, Rounded(limit), Rounded(value / limit), conditions);

    public string ToJson() => JsonSerializer.Serialize(this, Shape);

    /// <summary>Four digits: more would claim what was not measured.</summary>
    private static double Rounded(double value) => double.Parse(value.ToString("G4", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
