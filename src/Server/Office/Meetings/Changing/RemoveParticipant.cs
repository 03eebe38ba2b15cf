using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Channels.GuestLinks;
using OfficeWorkflow.Server.Office.Meetings.Polls;
using OfficeWorkflow.Server.Office.Meetings.Room;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Office.Meetings.Changing;

/// <summary>One who was invited need not come any more: the one alone is told, and the event leaves that calendar.</summary>
internal static class RemoveParticipant
{
    public static Confirmation Ask(Meeting meeting, Participant participant, IReadOnlyList<Refusal> refusals) => new(
        $"{participant.Name}さんの招集を取り消す",
        $"{participant.Name}さん（{participant.Affiliation}）の招集を取り消しますか。",
        ["この方だけに取り消しのメールを送り、カレンダーの予定を消します。ほかの方には何も送りません。この方にお送りしたリンクは使えなくなります。", "来られなくなった方の意見は、会議のページからたずねて記録します。"],
        $"/meetings/{meeting.Id}/participants/{participant.Id}/removal",
        "招集を取り消す",
        $"/meetings/{meeting.Id}")
    {
        Here = "/meetings",
        Refusals = refusals,
    };

    public static async Task<Outcome<Guid>> HandleAsync(Guid id, Guid participantId, OfficeDb db, TellInvited tell, Links links, DateTimeOffset at, CancellationToken stop)
    {
        if (await db.WholeMeetings.SingleOrDefaultAsync(meeting => meeting.Id == id, stop) is not { } meeting
            || meeting.Participants.FirstOrDefault(one => one.Id == participantId) is not { } participant)
        {
            return MeetingRefusals.Unknown;
        }

        if (await MeetingChanges.RefuseAsync(meeting, db, at, stop) is { } late)
        {
            return late;
        }

        // 利用者の参加が原則 (duty: user-attends).
        if (participant.Kind is ParticipantKind.Client)
        {
            return new Refusal("client-stays", "本人の招集は取り消せません。本人が来られないときは、会議の日を変えてください。", Kind: RefusalKind.Conflict);
        }

        if (participant.IsExpected is not true)
        {
            return new Refusal("participant-not-expected", "この方は、もう出席の予定になっていません。", Kind: RefusalKind.Conflict);
        }

        participant.TakeOff(at);
        meeting.Recount();
        if (await tell.RemovedAsync(db, meeting, participant, at, stop) is { } refusal)
        {
            return refusal;
        }

        // What the others bring is not for who does not come; a link to give an opinion is made anew when one is asked for it.
        await links.RevokeAsync(db, meeting.OfficeId, PollPurpose.Key, participant.Id.ToString(), stop);
        await links.RevokeAsync(db, meeting.OfficeId, RoomPurpose.Key, participant.Id.ToString(), stop);
        db.Note(meeting.OfficeId, at, "meeting-participant-removed", $"meeting:{meeting.Id}", "会議に招いた方一人の招集を取り消しました。", meeting.CaseId);

        return await SaveAsync(db, stop) is { } overtaken ? overtaken : meeting.Id;
    }

    private static async Task<Refusal?> SaveAsync(OfficeDb db, CancellationToken stop)
    {
        try
        {
            await db.SaveChangesAsync(stop);

            return null;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();

            return MeetingRefusals.Overtaken;
        }
    }
}
