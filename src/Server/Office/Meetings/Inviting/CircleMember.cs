using OfficeWorkflow.Server.Office.Privacy;

namespace OfficeWorkflow.Server.Office.Meetings.Inviting;

/// <summary>Somebody around a client who may be asked to a meeting.</summary>
/// <param name="PersonId">The client, family member, person in charge at a provider, or 関係者.</param>
/// <param name="Affiliation">所属・職種, or the relation to the client.</param>
/// <param name="Category">Which consent must cover this person; null where none is needed.</param>
/// <param name="IsInPlan">Named as 担当者 in the plan, or the client: must be asked.</param>
public sealed record CircleMember(
    ParticipantKind Kind,
    Guid PersonId,
    Guid? ProviderId,
    string Name,
    string Affiliation,
    string? Mail,
    PrivacyCategory? Category,
    bool IsInPlan)
{
    /// <summary>How forms name this person.</summary>
    public string Key => PersonId.ToString();

    public string Label => $"{Name}（{Affiliation}）";
}
