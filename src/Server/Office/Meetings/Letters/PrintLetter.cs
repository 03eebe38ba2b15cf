using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Channels;
using OfficeWorkflow.Server.Channels.Documents.Layout;
using OfficeWorkflow.Server.Channels.GuestLinks;
using OfficeWorkflow.Server.Office.Meetings.Changing;
using OfficeWorkflow.Server.Office.Meetings.Inviting;
using OfficeWorkflow.Server.Office.Meetings.Polls;
using OfficeWorkflow.Server.Offices;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Office.Meetings.Letters;

/// <summary>
/// 返事の用紙: asks somebody for dates on paper, by post or FAX. The code on it opens the same page as a mail would; a second one is the
/// office's own, for the paper that comes back. It holds a secret and is therefore not kept.
/// </summary>
internal sealed class PrintLetter(Links links, SiteAddress site, TimeProvider clock)
{
    private static readonly TextStyle Large = new(12);

    public async Task<Outcome<byte[]>> HandleAsync(Guid meetingId, Guid participantId, OfficeDb db, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        if (await db.WholeMeetings.SingleOrDefaultAsync(meeting => meeting.Id == meetingId, stop) is not { } meeting
            || meeting.Participants.FirstOrDefault(one => one.Id == participantId) is not { } participant)
        {
            return MeetingRefusals.Unknown;
        }

        if (meeting.IsChosen || meeting.IsCalledOff || MeetingDays.EndOf(meeting.AnswersBy) <= now)
        {
            return new Refusal("poll-over", "日程のおたずねは終わっています。会議のページで、いまの様子を確かめてください。", Kind: RefusalKind.Conflict);
        }

        var target = participant.Id.ToString();
        var path = await links.FindAsync(db, meeting.OfficeId, PollPurpose.Key, target, stop)
            ?? await links.MakeAsync(db, meeting.OfficeId, PollPurpose.Key, target, participant.Name, MeetingDays.EndOf(meeting.AnswersBy), needsCode: false, stop);
        participant.Ask(now);
        db.Note(meeting.OfficeId, now, "meeting-letter-printed", $"meeting:{meeting.Id}", "会議の日程をたずねる用紙を印刷しました。", meeting.CaseId);
        var office = await db.Offices.SingleAsync(office => office.Id == meeting.OfficeId, stop);
        await db.SaveChangesAsync(stop);

        return SheetPrinter.Print(Sheet(meeting, participant, office, site.Of(path), site.Of(RecordAnswer.AddressOf(meeting.Id, participant.Id)))).Bytes;
    }

    private static PaperSheet Sheet(Meeting meeting, Participant participant, OfficeFile office, string link, string own) => new(
        "サービス担当者会議の日程のおたずね",
        $"サービス担当者会議の日程のおたずね {Invited.NameInMail(participant)} 様",
        $"{office.Name}  電話 {office.Phone}",
        [
            new Block.Title("サービス担当者会議の日程のおたずね"),
            new Block.Gap(8),
            new Block.Text($"{Invited.NameInMail(participant)} 様", Large),
            new Block.Gap(4),
            new Block.Text(
                $"会議の日を決めます。来られる日に○、調整すれば来られる日に△、来られない日に×を書いて、{JapaneseEra.Long(meeting.AnswersBy)}までに、郵送・FAX・電話のどれかでお返事ください。", Large),
            new Block.Gap(8),
            new Block.Table([44, 38, 18], [Heads("日時", "場所", "○・△・×")], [.. meeting.Offered.OrderBy(static candidate => candidate.StartsAt).Select(Line)]),
            new Block.Gap(6),
            new Block.Table([16, 84], [], [[Cell.Label("ひとこと"), new Cell("") { LeastHeight = 48 }]]),
            new Block.Gap(10),
            new Block.Code(link, "スマートフォンでこの印を読むと、そのまま答えられます。この用紙は、ほかの方に渡さないでください。"),
            new Block.Gap(8),
            new Block.Text($"返送先  {office.Name}  〒{office.PostalCode} {office.Address}  電話 {office.Phone}", Large),
            new Block.Gap(6),
            new Block.Code(own, "事業所で使う印です。返ってきた用紙は、この印を読んで開いたページに写しを入れます。"),
        ]);

    private static ImmutableArray<Cell> Heads(params ReadOnlySpan<string> labels) => [.. labels.ToArray().Select(Cell.Label)];

    private static ImmutableArray<Cell> Line(MeetingCandidate candidate) =>
    [
        new Cell(MeetingWords.Of(candidate)) { Style = Large, Down = Side.Center, LeastHeight = 30 },
        new Cell(candidate.Place) { Style = Large, Down = Side.Center },
        new Cell(""),
    ];
}
