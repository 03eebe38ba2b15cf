using System.Text.Json;
using OfficeWorkflow.Server.Automation.Procedures.Trying;
using OfficeWorkflow.Server.Automation.Procedures.Trying.Saved;
using OfficeWorkflow.Workflows.Trying;

namespace OfficeWorkflow.Server.Automation.Procedures.Packages;

/// <summary>A kept trial run as it goes from one office to another.</summary>
public sealed record PackagedTrial(string Name, TrialScript Script, IReadOnlyList<Landmark> Expected)
{
    private const int MostLandmarks = 10_000;

    private static readonly DateOnly FirstDay = new(2000, 1, 1);
    private static readonly DateOnly LastDay = new(2999, 12, 31);

    public static string Write(SavedTrial trial) => JsonSerializer.Serialize(
        new PackagedTrial(trial.Name, TrialText.Script(trial.Script), TrialText.Landmarks(trial.Expected)), TrialText.Shape);

    /// <summary>Null for what no office wrote.</summary>
    public static PackagedTrial? Read(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<PackagedTrial>(text, TrialText.Shape) is { } read && read.IsReadable() ? read : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>What comes out of a file may be anything.</summary>
    private bool IsReadable() =>
        Name is { Length: > 0 and <= SavedTrial.LongestName } && !Name.Any(char.IsControl)
        && Script is { IsTooLong: false }
        && Expected is { Count: <= MostLandmarks }
        && Expected.All(static landmark => landmark is { Procedure: not null, NodeId: not null, Name: not null, Detail: not null }
            && Enum.IsDefined(landmark.Kind) && landmark.On >= FirstDay && landmark.On <= LastDay);
}
