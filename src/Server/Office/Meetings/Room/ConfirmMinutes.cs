using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Office.Meetings.Records;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Office.Meetings.Room;

/// <summary>
/// 会議録の確定と配付: the host has seen what participants said of the minutes, and they stand. Who has a link is told and can read them for
/// two weeks more; who has none gets the paper.
/// </summary>
internal sealed class ConfirmMinutes(MinutesMail mail, TimeProvider clock)
{
    private static Refusal AlreadyConfirmed { get; } =
        new("minutes-already-confirmed", "この会議録は、すでに確定しています。会議のページで、配付の様子を確かめてください。", Kind: RefusalKind.Conflict);

    private static Refusal Newer { get; } =
        new("minutes-changed", "会議録が新しくなりました。会議のページで新しい版を読んでから、もう一度確定してください。", Kind: RefusalKind.Conflict);

    private static Refusal Remarked { get; } =
        new("minutes-remarked", "会議録への返事が新しく届きました。会議のページで返事を読んでから、もう一度確定してください。", Kind: RefusalKind.Conflict);

    /// <summary>What the host had before them: the version, and how many had answered to it.</summary>
    internal sealed record Seen(string? Version, string? Remarks);

    public static async Task<Confirmation?> AskAsync(Guid meetingId, OfficeDb db, CancellationToken stop) =>
        await LatestAsync(db, meetingId, stop) is { } minutes
            ? new Confirmation(
                "会議録を確定して配る",
                $"会議録の第{minutes.Version}版を確定しますか。",
                ["確定したあとは直せません。", "リンクで資料を見ている方には、確定した会議録をメールで知らせます。リンクは2週間後に開けなくなります。", "メールのない方と本人には、印刷して渡し、渡したことを会議のページに記録してください。"],
                $"/meetings/{meetingId}/minutes/confirmation",
                "確定して配る",
                $"/meetings/{meetingId}")
            {
                Here = "/meetings",
                Seen = new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["version"] = Number(minutes.Version),
                    ["remarks"] = Number(await RemarksAsync(db, minutes, stop)),
                },
            }
            : null;

    public async Task<Outcome<Guid>> HandleAsync(Guid meetingId, Seen seen, Viewer viewer, OfficeDb db, CancellationToken stop)
    {
        if (await LatestAsync(db, meetingId, stop) is not { } minutes)
        {
            return new Refusal("minutes-unknown", "この会議の会議録はまだありません。", Kind: RefusalKind.Unknown);
        }

        if (!minutes.IsConfirmed && await UnseenAsync(minutes, seen, db, stop) is { } unseen)
        {
            return unseen;
        }

        var now = clock.GetUtcNow();
        if (!minutes.Confirm(viewer.PersonId, now))
        {
            return AlreadyConfirmed;
        }

        var meeting = await db.WholeMeetings.SingleAsync(row => row.Id == meetingId, stop);
        switch (await mail.SendAsync(db, meeting, "minutes-confirmed", now, stop))
        {
            case Outcome<IReadOnlyList<Participant>>.Refused no:
                return no.Refusal;
            case Outcome<IReadOnlyList<Participant>>.Done told:
                db.AddRange(told.Value.Select(participant => GiveMinutes.Copy(minutes, participant.Id, givenBy: null, now)));
                break;
        }

        await RoomLinks.EndSoonAsync(db, meeting, now, stop);
        db.Note(viewer.OfficeId, now, "minutes-confirmed", $"meeting:{meetingId}", "会議録を確定しました。", meeting.CaseId);
        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch (DbUpdateConcurrencyException)
        {
            return AlreadyConfirmed;
        }

        return meetingId;
    }

    private static async Task<Refusal?> UnseenAsync(Minutes minutes, Seen seen, OfficeDb db, CancellationToken stop)
    {
        if (!string.Equals(seen.Version, Number(minutes.Version), StringComparison.Ordinal))
        {
            return Newer;
        }

        return string.Equals(seen.Remarks, Number(await RemarksAsync(db, minutes, stop)), StringComparison.Ordinal) ? null : Remarked;
    }

    private static Task<int> RemarksAsync(OfficeDb db, Minutes minutes, CancellationToken stop) =>
        db.MinutesRemarks.CountAsync(remark => remark.MinutesId == minutes.Id, stop);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static async Task<Minutes?> LatestAsync(OfficeDb db, Guid meetingId, CancellationToken stop) =>
        await db.Minutes.Where(row => row.MeetingId == meetingId).OrderByDescending(static row => row.Version).FirstOrDefaultAsync(stop);
}
