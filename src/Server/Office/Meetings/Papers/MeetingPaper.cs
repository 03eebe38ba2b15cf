using OfficeWorkflow.Server.Office.Privacy;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.Meetings.Papers;

/// <summary>会議の資料: a paper brought for one meeting, whose information it holds, and to which kinds of people it may be shown.</summary>
public sealed class MeetingPaper : IOfficeRow
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required Guid MeetingId { get; init; }

    public required Guid DocumentId { get; init; }

    public required string Title { get; init; }

    /// <summary>Whose information it holds: null for the client's, else the family member's, whose own consent is then asked for.</summary>
    public Guid? FamilyMemberId { get; init; }

    /// <summary>The client, and who acts for the client in law, may see it too.</summary>
    public required bool IsForClient { get; init; }

    /// <summary>Names of the categories that may see it, by commas.</summary>
    public required string ShownTo { get; init; }

    public required Guid AddedBy { get; init; }

    public required DateTimeOffset AddedAt { get; init; }

    public DateTimeOffset? WithdrawnAt { get; private set; }

    public Guid? WithdrawnBy { get; private set; }

    public bool IsWithdrawn => WithdrawnAt is not null;

    public static string NamesOf(IEnumerable<PrivacyCategory> categories) => string.Join(',', categories.Distinct().Order());

    /// <summary>The categories of people to whom it may be shown, as far as the person agreed.</summary>
    public IEnumerable<PrivacyCategory> Categories() =>
        ShownTo.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<PrivacyCategory>);

    /// <summary>Whether a participant may see it.</summary>
    /// <param name="covered">The categories that the person whose information it is agreed to.</param>
    public bool IsShownTo(Participant participant, IReadOnlySet<PrivacyCategory> covered) =>
        !IsWithdrawn && (participant.Category is { } category ? Categories().Contains(category) && covered.Contains(category) : IsForClient);

    /// <summary>Nobody sees it from now on; the paper itself stays with the case.</summary>
    public void Withdraw(Guid by, DateTimeOffset at)
    {
        if (!IsWithdrawn)
        {
            (WithdrawnBy, WithdrawnAt) = (by, at);
        }
    }
}
