using OfficeWorkflow.Server.Office.Privacy;

namespace OfficeWorkflow.Server.Office.Compliance.Facts;

/// <summary>Somebody asked to the meeting, other than the client.</summary>
/// <param name="Provider">Provider that the person speaks for, as named in the plan; null for others.</param>
/// <param name="Category">Which privacy consent must cover showing the client's data to this person; null when none is needed.</param>
public sealed record InviteeFact(string Name, string? Provider, PrivacyCategory? Category)
{
    public bool Attended { get; init; }

    /// <summary>意見照会 to somebody absent.</summary>
    public DateOnly? AskedOn { get; init; }

    public DateOnly? AnsweredOn { get; init; }

    internal bool WasHeard => Attended || AnsweredOn is not null;
}
