using System.Globalization;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Ui;
using OfficeWorkflow.Workflows.Trying;

namespace OfficeWorkflow.Server.Automation.Procedures.Trying.Saved;

/// <summary>Landmarks, and where two runs part, as sentences.</summary>
internal static class LandmarkWords
{
    public static string Of(Landmark landmark) => $"{JapaneseEra.Long(landmark.On)}に{What(landmark)}";

    /// <summary>The first place where a run is no longer what was recorded.</summary>
    public static string Difference(IReadOnlyList<Landmark> expected, IReadOnlyList<Landmark> seen, int place)
    {
        var number = (place + 1).ToString(CultureInfo.InvariantCulture);
        return (expected.ElementAtOrDefault(place), seen.ElementAtOrDefault(place)) switch
        {
            ({ } before, { } now) => $"{number}番目に起きることが違います。記録では「{Of(before)}」、いまは「{Of(now)}」です。",
            ({ } before, null) => $"{number}番目に起きるはずの「{Of(before)}」が起きません。",
            (_, { } now) => $"記録ではそこまででしたが、そのあとに「{Of(now)}」が起きます。",
            _ => "",
        };
    }

    private static string What(Landmark landmark) => landmark.Kind switch
    {
        LandmarkKind.Work => $"作業「{landmark.Name}」{(landmark.Detail.Length > 0 ? $"（{Roles.NameOf(landmark.Detail)}）" : "")}ができる",
        LandmarkKind.NotNeeded => $"作業「{landmark.Name}」が要らなくなる",
        LandmarkKind.Service => $"「{landmark.Name}」が行われる",
        LandmarkKind.Call => $"手続き「{landmark.Name}」に進む",
        LandmarkKind.Message => $"「{landmark.Name}」の知らせが出る",
        LandmarkKind.Stuck => $"「{landmark.Name}」で止まる",
        _ => $"「{landmark.Name}」が終わる",
    };
}
