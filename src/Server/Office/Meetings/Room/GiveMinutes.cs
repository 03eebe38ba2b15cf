using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Office.Meetings.Changing;
using OfficeWorkflow.Server.Office.Meetings.Inviting;
using OfficeWorkflow.Server.Office.Meetings.Records;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Office.Meetings.Room;

/// <summary>会議録を渡した: the paper went into somebody's hands.</summary>
internal static class GiveMinutes
{
    public static MinutesCopy Copy(Minutes minutes, Guid participantId, Guid? givenBy, DateTimeOffset at) => new()
    {
        Id = Guid.CreateVersion7(at),
        OfficeId = minutes.OfficeId,
        MinutesId = minutes.Id,
        ParticipantId = participantId,
        GivenBy = givenBy,
        GivenAt = at,
    };

    public static async Task<Outcome<Guid>> HandleAsync(Guid meetingId, Guid participantId, Viewer viewer, OfficeDb db, TimeProvider clock, CancellationToken stop)
    {
        if (await db.WholeMeetings.SingleOrDefaultAsync(row => row.Id == meetingId, stop) is not { } meeting
            || meeting.Participants.FirstOrDefault(one => one.Id == participantId) is not { } participant)
        {
            return MeetingRefusals.Unknown;
        }

        var minutes = await db.Minutes.FirstOrDefaultAsync(row => row.MeetingId == meetingId && row.ConfirmedAt != null, stop);
        var now = clock.GetUtcNow();
        if (minutes is null)
        {
            return new Refusal("minutes-not-confirmed", "会議録はまだ確定していません。確定したものを渡してください。", Kind: RefusalKind.Conflict);
        }

        if (!await Circle.MaySeeAsync(db, meeting, participant, now, stop))
        {
            return new Refusal("privacy-not-covered", "この方に個人情報を見せることへの同意がありません。利用者のページで、同意の記録を確かめてください。", Kind: RefusalKind.Conflict);
        }

        if (await db.MinutesCopies.AnyAsync(copy => copy.MinutesId == minutes.Id && copy.ParticipantId == participantId, stop))
        {
            return meetingId;
        }

        db.Add(Copy(minutes, participantId, viewer.PersonId, now));
        db.Note(viewer.OfficeId, now, "minutes-given", $"meeting:{meetingId}", "会議録を渡したことを記録しました。", meeting.CaseId);
        await db.SaveChangesAsync(stop);

        return meetingId;
    }
}
