using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Office.Privacy;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Office.Meetings.Papers;

/// <summary>Which papers of a meeting a participant sees on a day: a consent that was taken back closes the paper from that day.</summary>
/// <param name="Papers">In the order in which they came, withdrawn ones included.</param>
internal sealed record SeenPapers(IReadOnlyList<MeetingPaper> Papers, IReadOnlyList<PrivacyConsent> Consents, DateOnly On)
{
    public static async Task<SeenPapers> LoadAsync(OfficeDb db, Meeting meeting, DateTimeOffset at, CancellationToken stop) => new(
        await db.MeetingPapers.Where(paper => paper.MeetingId == meeting.Id).OrderBy(static paper => paper.AddedAt).ThenBy(static paper => paper.Id).ToListAsync(stop),
        await db.PrivacyConsents.Where(consent => consent.ClientId == meeting.ClientId).ToListAsync(stop),
        JapaneseEra.DayInTokyo(at));

    /// <summary>The same with a paper that is not saved yet.</summary>
    public SeenPapers With(MeetingPaper paper) => this with { Papers = [.. Papers, paper] };

    public IReadOnlyList<MeetingPaper> Of(Participant participant) => [.. Papers.Where(paper => Sees(participant, paper))];

    public bool Sees(Participant participant, MeetingPaper paper) => IsInMeeting(participant) && paper.IsShownTo(participant, CoveredOf(paper.FamilyMemberId));

    /// <summary>Whom the client lets know nothing is shown nothing, whose information it may be.</summary>
    private bool IsInMeeting(Participant participant) => participant.Category is not { } category || CoveredOf(memberId: null).Contains(category);

    private HashSet<PrivacyCategory> CoveredOf(Guid? memberId) =>
        [.. Consents.Where(consent => consent.FamilyMemberId == memberId && consent.CoversOn(On)).Select(static consent => consent.Category)];
}
