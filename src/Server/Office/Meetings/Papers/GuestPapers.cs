using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Channels.Documents;
using OfficeWorkflow.Server.Channels.GuestLinks;

namespace OfficeWorkflow.Server.Office.Meetings.Papers;

/// <summary>A participant opens one of the meeting's papers behind a link: what is opened, and what was refused, stands in the audit.</summary>
internal static class GuestPapers
{
    private const string Prefix = "paper-";

    /// <summary>The same for a paper that was withdrawn, one that is not shown to this participant, and one that never was.</summary>
    public static Refusal NotShown { get; } = new(
        "meeting-paper-not-shown",
        "この資料はお見せできません。取り下げられたか、お見せできる方の範囲に入っていません。内容は、会議の日に担当者がご説明します。",
        Kind: RefusalKind.Unknown);

    /// <summary>The part of a link's address that is a paper.</summary>
    public static string PartOf(MeetingPaper paper) => $"{Prefix}{paper.Id:n}";

    /// <returns>Null where the address names no paper.</returns>
    public static async Task<IResult?> OpenAsync(GuestVisit visit, Meeting meeting, Participant participant, Func<Refusal, IResult> refuse, CancellationToken stop)
    {
        if (IdIn(visit.Part) is not { } id)
        {
            return null;
        }

        var seen = await SeenPapers.LoadAsync(visit.Db, meeting, visit.At, stop);
        if (seen.Of(participant).FirstOrDefault(paper => paper.Id == id) is not { } shown
            || await DocumentStore.ReadAsync(visit.Db, shown.DocumentId, stop) is not { } bytes)
        {
            await NoteAsync(visit, meeting, "meeting-paper-refused", id, $"{participant.Place}番目の参加者の専用のリンクから会議の資料が求められ、見せませんでした。", stop);

            return refuse(NotShown);
        }

        await NoteAsync(visit, meeting, "meeting-paper-opened", id, $"{participant.Place}番目の参加者の専用のリンクから、会議の資料が開かれました。", stop);
        var document = await visit.Db.Documents.SingleAsync(document => document.Id == shown.DocumentId, stop);

        return TypedResults.Bytes(bytes, document.MediaType, FileKind.Of(document.MediaType)?.ShowsInBrowser is true ? null : document.Name);
    }

    private static Guid? IdIn(string? part) =>
        part?.StartsWith(Prefix, StringComparison.Ordinal) is true && Guid.TryParseExact(part[Prefix.Length..], "n", out var id) ? id : null;

    private static async Task NoteAsync(GuestVisit visit, Meeting meeting, string act, Guid paperId, FormattableString text, CancellationToken stop)
    {
        visit.Db.Note(visit.Link.OfficeId, visit.At, act, $"meeting-paper:{paperId}", text.ToString(CultureInfo.InvariantCulture), meeting.CaseId);
        await visit.Db.SaveChangesAsync(stop);
    }
}
