using OfficeWorkflow.Server.Office.Privacy;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.Meetings;

/// <summary>Somebody who is asked to a meeting, as known on the day of asking.</summary>
public sealed class Participant : IOfficeRow
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required Guid MeetingId { get; init; }

    public required ParticipantKind Kind { get; init; }

    /// <summary>The client, family member, person in charge at a provider, or 関係者.</summary>
    public required Guid PersonId { get; init; }

    public Guid? ProviderId { get; init; }

    public required string Name { get; init; }

    /// <summary>所属・職種, or the relation to the client.</summary>
    public required string Affiliation { get; init; }

    /// <summary>As known on the day of asking; where the person is reached today, <c>PresentMails</c> knows.</summary>
    public string? Mail { get; init; }

    /// <summary>Which consent must cover showing personal data; null for the client.</summary>
    public PrivacyCategory? Category { get; init; }

    public required bool IsRequired { get; init; }

    /// <summary>Order in lists and minutes, from 1.</summary>
    public required int Place { get; init; }

    /// <summary>Whether this person is expected on the day that was fixed; null until then.</summary>
    public bool? IsExpected { get; private set; }

    /// <summary>招集を取り消した: the person is not wanted at this meeting any more, on whatever day it is held.</summary>
    public DateTimeOffset? TakenOffAt { get; private set; }

    /// <summary>The person was asked for dates.</summary>
    public DateTimeOffset? AskedAt { get; private set; }

    public bool HasMail => !string.IsNullOrWhiteSpace(Mail);

    public bool IsTakenOff => TakenOffAt is not null;

    public void TakeOff(DateTimeOffset at) => (IsExpected, TakenOffAt) = (false, at);

    public void Expect(bool isExpected) => IsExpected = isExpected;

    public void Ask(DateTimeOffset at) => AskedAt ??= at;
}
