using OfficeWorkflow.Server.Answers;

namespace OfficeWorkflow.Server.Tests.Office;

/// <summary>What an act answered.</summary>
internal static class Outcomes
{
    public static T Done<T>(this Outcome<T> outcome) => outcome switch
    {
        Outcome<T>.Done done => done.Value,
        Outcome<T>.Refused no => throw new InvalidOperationException(string.Join(", ", no.Refusal.All.Select(static one => $"{one.Code} ({one.Field})"))),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The codes of all that was refused.</summary>
    public static IReadOnlyList<string> Codes<T>(this Outcome<T> outcome) =>
        outcome is Outcome<T>.Refused no ? [.. no.Refusal.All.Select(static one => one.Code)] : [];
}
