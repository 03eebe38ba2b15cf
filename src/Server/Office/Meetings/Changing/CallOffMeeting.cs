using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Automation.Running.Messages;
using OfficeWorkflow.Server.Channels.GuestLinks;
using OfficeWorkflow.Server.Office.Meetings.Opinions;
using OfficeWorkflow.Server.Office.Meetings.Polls;
using OfficeWorkflow.Server.Office.Meetings.Room;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Office.Meetings.Changing;

/// <summary>The host calls a fixed meeting off: calendars drop it, open links end, and the case plans a new one.</summary>
internal sealed class CallOffMeeting(TellInvited tell, Links links, Matching matching, TimeProvider clock)
{
    /// <summary>What the case waits for, by the meeting.</summary>
    public const string Message = "meeting-called-off";

    private const int LongestReason = 500;

    public static Confirmation Ask(Meeting meeting, string? reason, IReadOnlyList<Refusal> refusals) => new(
        "会議を取りやめる",
        $"第{meeting.Round}回の会議（{(meeting.Chosen is { } chosen ? MeetingWords.Of(chosen) : "日程は未定")}）を取りやめますか。",
        ["お招きした方全員（欠席と返事をした方も）に、取りやめのメールを送ります。カレンダーの予定も消えます。招集を取り消した方には送りません。", "メールのない方には、電話などで知らせてください。", "案件は「参加者と候補日を決める」に戻ります。"],
        $"/meetings/{meeting.Id}/cancellation",
        "会議を取りやめる",
        $"/meetings/{meeting.Id}")
    {
        Here = "/meetings",
        ReasonLabel = "取りやめる理由",
        Reason = reason,
        Refusals = refusals,
    };

    public async Task<Outcome<Guid>> HandleAsync(Guid id, string? reason, Guid personId, OfficeDb db, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        if (await db.WholeMeetings.SingleOrDefaultAsync(meeting => meeting.Id == id, stop) is not { } meeting)
        {
            return MeetingRefusals.Unknown;
        }

        if (await MeetingChanges.RefuseAsync(meeting, db, now, stop) is { } late)
        {
            return late;
        }

        if (reason?.Trim() is not { Length: > 0 and <= LongestReason } why)
        {
            return new Refusal("reason-missing", $"取りやめる理由を{LongestReason}字までで書いてください。", "reason");
        }

        meeting.CallOff(personId, now, why);
        if (await tell.CalledOffAsync(db, meeting, now, stop) is { } refusal)
        {
            return refusal;
        }

        await EndLinksAsync(meeting, db, stop);
        db.Note(meeting.OfficeId, now, "meeting-called-off", $"meeting:{meeting.Id}", "会議を取りやめました。", meeting.CaseId);

        return await TellCaseAsync(meeting, db, stop);
    }

    private async Task<Outcome<Guid>> TellCaseAsync(Meeting meeting, OfficeDb db, CancellationToken stop)
    {
        try
        {
            return await Deliver.OwnAsync(Message, meeting.Id.ToString(), Value.Record.Empty, $"{Message}:{meeting.Id}", db, matching, clock, stop)
                ? meeting.Id
                : MeetingRefusals.CalledOff;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();

            return MeetingRefusals.Overtaken;
        }
    }

    private async Task EndLinksAsync(Meeting meeting, OfficeDb db, CancellationToken stop)
    {
        foreach (var target in meeting.Participants.Select(static one => one.Id.ToString()))
        {
            await links.RevokeAsync(db, meeting.OfficeId, PollPurpose.Key, target, stop);
            await links.RevokeAsync(db, meeting.OfficeId, OpinionPurpose.Key, target, stop);
            await links.RevokeAsync(db, meeting.OfficeId, RoomPurpose.Key, target, stop);
        }
    }
}
