using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.Meetings.Changing;

/// <summary>Until when what was fixed about a meeting can be changed.</summary>
internal static class MeetingChanges
{
    /// <returns>Null while it can.</returns>
    public static async Task<Refusal?> RefuseAsync(Meeting meeting, OfficeDb db, DateTimeOffset at, CancellationToken stop) => meeting switch
    {
        { Chosen: null } => new Refusal("meeting-not-fixed", "日程がまだ決まっていません。受信箱の「開催日を決める」で決めてください。", Kind: RefusalKind.Conflict),
        { IsCalledOff: true } => MeetingRefusals.CalledOff,
        _ when await db.Minutes.AnyAsync(row => row.MeetingId == meeting.Id, stop) || meeting.Chosen.StartsAt <= at =>
            new Refusal("meeting-over", "会議の時刻を過ぎているか、会議録があるので、変えられません。会議録に書いて残してください。", Kind: RefusalKind.Conflict),
        _ => null,
    };
}
