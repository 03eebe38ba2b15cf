using System.Collections.Immutable;
using OfficeWorkflow.Server.Office.Compliance.Facts;

namespace OfficeWorkflow.Server.Office.Compliance;

/// <summary>One duty of plan making: a rule over evidence.</summary>
/// <param name="Code">C01 …, in the order of the steps.</param>
/// <param name="Basis">Which rule it comes from, by name, because item numbers move.</param>
/// <param name="NextStep">What to do when it is not fulfilled.</param>
internal sealed record Duty(
    string Code,
    string Title,
    Func<DutySettings, DutyLevel> Level,
    string Basis,
    string NextStep,
    Func<ClientFacts, DutySettings, Verdict> Check)
{
    public ImmutableArray<Foundation> RestsOn { get; init; } = [];

    public static DutyLevel Stops(DutySettings settings) => DutyLevel.Stop;

    public static DutyLevel Warns(DutySettings settings) => DutyLevel.Warning;
}
