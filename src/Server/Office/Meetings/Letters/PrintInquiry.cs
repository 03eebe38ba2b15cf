using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Channels;
using OfficeWorkflow.Server.Channels.Documents.Layout;
using OfficeWorkflow.Server.Channels.GuestLinks;
using OfficeWorkflow.Server.Office.Meetings.Changing;
using OfficeWorkflow.Server.Office.Meetings.Inviting;
using OfficeWorkflow.Server.Office.Meetings.Opinions;
using OfficeWorkflow.Server.Offices;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Office.Meetings.Letters;

/// <summary>
/// 意見照会の用紙: asks somebody who cannot come by FAX or post. A FAX goes astray, so it names no client; the call that announces it does. One
/// code opens the page behind the link, the other is the office's own, for the sheet that comes back.
/// </summary>
internal sealed class PrintInquiry(Links links, SiteAddress site, TimeProvider clock)
{
    private static readonly TextStyle Large = new(12);

    private static Refusal NotAsked { get; } = new(
        "opinion-not-asked", "この方の意見は、もう届いているか、たずねる必要がありません。会議のページで確かめてください。", Kind: RefusalKind.Conflict);

    public async Task<Outcome<byte[]>> HandleAsync(Guid meetingId, Guid participantId, OfficeDb db, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        if (await db.WholeMeetings.SingleOrDefaultAsync(meeting => meeting.Id == meetingId, stop) is not { } meeting
            || meeting.Participants.FirstOrDefault(one => one.Id == participantId) is not { } participant)
        {
            return MeetingRefusals.Unknown;
        }

        if (meeting.IsCalledOff || !await IsAskedAsync(db, meeting, participant, now, stop))
        {
            return NotAsked;
        }

        var by = MeetingDays.OpinionBy(meeting, now);
        var link = await LinkAsync(db, meeting, participant, by, stop);
        db.Note(meeting.OfficeId, now, "opinion-sheet-printed", $"meeting:{meeting.Id}", "意見照会の用紙を印刷しました。", meeting.CaseId);
        var office = await db.Offices.SingleAsync(office => office.Id == meeting.OfficeId, stop);
        await db.SaveChangesAsync(stop);

        return SheetPrinter.Print(Sheet(meeting, participant, office, by, link, site.Of(RecordOpinion.AddressOf(meeting.Id, participant.Id)))).Bytes;
    }

    /// <summary>Who was asked and has not answered, or stayed away and is asked now.</summary>
    private static async Task<bool> IsAskedAsync(OfficeDb db, Meeting meeting, Participant participant, DateTimeOffset now, CancellationToken stop)
    {
        if (await db.OpinionInquiries.SingleOrDefaultAsync(inquiry => inquiry.ParticipantId == participant.Id, stop) is { } inquiry)
        {
            return !inquiry.IsAnswered;
        }

        var minutes = await db.WholeMinutes.Where(row => row.MeetingId == meeting.Id).OrderByDescending(static row => row.Version).FirstOrDefaultAsync(stop);
        var stayedAway = minutes?.Attendances.Any(row => row.ParticipantId == participant.Id && !row.Attended) ?? participant.IsExpected is false;
        if (stayedAway && participant.Kind is not ParticipantKind.Client)
        {
            db.Add(RecordOpinion.New(meeting, participant, JapaneseEra.DayInTokyo(now)));

            return true;
        }

        return false;
    }

    /// <returns>Null once the case is over: then the sheet alone can be answered.</returns>
    private async Task<string?> LinkAsync(OfficeDb db, Meeting meeting, Participant participant, DateOnly by, CancellationToken stop)
    {
        if (await GuestCases.IsOverAsync(db, meeting.CaseId, stop))
        {
            return null;
        }

        var target = participant.Id.ToString();

        return site.Of(
            await links.FindAsync(db, meeting.OfficeId, OpinionPurpose.Key, target, stop)
            ?? await links.MakeAsync(db, meeting.OfficeId, OpinionPurpose.Key, target, participant.Name, MeetingDays.EndOf(by), needsCode: true, stop));
    }

    private static PaperSheet Sheet(Meeting meeting, Participant participant, OfficeFile office, DateOnly by, string? link, string own) => new(
        "サービス担当者会議の意見照会",
        $"サービス担当者会議の意見照会 {Invited.NameInMail(participant)} 様",
        $"{office.Name}  電話 {office.Phone}",
        [
            new Block.Title("サービス担当者会議の意見照会"),
            new Block.Gap(6),
            new Block.Text($"{Invited.NameInMail(participant)} 様", Large),
            new Block.Gap(3),
            new Block.Text(
                $"{(meeting.Chosen is { } chosen ? MeetingWords.Of(chosen) : "次")}のサービス担当者会議に出られない方に、ご意見をうかがっています。どなたの会議かは、お電話でお伝えします。用紙には、ご本人の名前を書かないでください。", Large),
            new Block.Gap(3),
            new Block.Text($"{JapaneseEra.Long(by)}までに、FAXか郵送でお返しください。お電話でもうかがいます。", Large),
            new Block.Gap(6),
            new Block.Table([18, 82], [], [[Cell.Label("ご意見（気になること、できること、お願いしたいこと）"), new Cell("") { LeastHeight = 120 }]]),
            new Block.Table([18, 42, 15, 25], [], [[Cell.Label("お名前・所属"), new Cell("") { LeastHeight = 30 }, Cell.Label("記入した日"), new Cell("")]]),
            new Block.Gap(6),
            .. link is null ? ImmutableArray<Block>.Empty : [new Block.Code(link, "スマートフォンでこの印を読むと、画面から答えられます。開くときの番号は、お電話でお伝えします。"), new Block.Gap(4)],
            new Block.Text($"返送先  {office.Name}  〒{office.PostalCode} {office.Address}  電話 {office.Phone}", Large),
            new Block.Gap(4),
            new Block.Code(own, "事業所で使う印です。返ってきた用紙は、この印を読んで開いたページに写しを入れます。"),
        ]);
}
