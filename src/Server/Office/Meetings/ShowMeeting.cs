using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Channels.GuestLinks;
using OfficeWorkflow.Server.Office.Clients;
using OfficeWorkflow.Server.Office.Meetings.Inviting;
using OfficeWorkflow.Server.Office.Meetings.Opinions;
using OfficeWorkflow.Server.Office.Meetings.Polls;
using OfficeWorkflow.Server.Office.Meetings.Records;
using OfficeWorkflow.Server.Office.Meetings.Replies;
using OfficeWorkflow.Server.Office.Meetings.Room;
using OfficeWorkflow.Server.Office.Plans;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Office.Meetings;

/// <summary>One meeting: who answered what, who comes, what those who cannot come think, and the minutes.</summary>
public static class ShowMeeting
{
    public static async Task<Model?> HandleAsync(Guid id, OfficeDb db, DateTimeOffset now, CancellationToken stop)
    {
        if (await db.WholeMeetings.AsNoTracking().SingleOrDefaultAsync(meeting => meeting.Id == id, stop) is not { } meeting)
        {
            return null;
        }

        var client = await db.Clients.AsNoTracking().SingleAsync(client => client.Id == meeting.ClientId, stop);
        var plan = await db.Plans.AsNoTracking().SingleOrDefaultAsync(plan => plan.Id == meeting.PlanId, stop);
        var host = await db.People.AsNoTracking().SingleOrDefaultAsync(person => person.Id == meeting.HostId, stop);
        var minutes = await db.WholeMinutes.AsNoTracking().Where(row => row.MeetingId == id).OrderByDescending(static row => row.Version).FirstOrDefaultAsync(stop);
        var answers = await db.PollAnswers.AsNoTracking().Where(answer => answer.MeetingId == id).ToListAsync(stop);
        var inquiries = await db.OpinionInquiries.AsNoTracking().Where(inquiry => inquiry.MeetingId == id).ToListAsync(stop);

        return new Model(meeting, client, plan, host?.Name ?? "", new Tally(meeting, answers), inquiries, minutes, ListMeetings.StageOf(meeting, minutes is not null, now))
        {
            Hearers = await HearersAsync(db, answers, stop),
            Links = await LinksAsync(db, meeting, stop),
            Remarks = await RemarksAsync(db, meeting, stop),
            Copies = minutes is null ? [] : await db.MinutesCopies.AsNoTracking().Where(copy => copy.MinutesId == minutes.Id).ToListAsync(stop),
            PaperCount = await db.MeetingPapers.CountAsync(paper => paper.MeetingId == id && paper.WithdrawnAt == null, stop),
            Mails = await PresentMails.OfAsync(db, meeting.Participants, stop),
            Replies = await db.InvitationReplies.AsNoTracking().Where(reply => reply.MeetingId == id).OrderBy(static reply => reply.AnsweredAt).ToListAsync(stop),
        };
    }

    private static async Task<IReadOnlyList<GuestLink>> LinksAsync(OfficeDb db, Meeting meeting, CancellationToken stop)
    {
        var targets = meeting.Participants.Select(static one => one.Id.ToString()).ToList();

        return await db.GuestLinks.AsNoTracking()
            .Where(link => (link.Purpose == PollPurpose.Key || link.Purpose == OpinionPurpose.Key || link.Purpose == RoomPurpose.Key) && targets.Contains(link.TargetId) && link.RevokedAt == null)
            .ToListAsync(stop);
    }

    private static async Task<IReadOnlyDictionary<Guid, string>> HearersAsync(OfficeDb db, List<PollAnswer> answers, CancellationToken stop)
    {
        var people = answers.Select(static answer => answer.EnteredBy).OfType<Guid>().Distinct().ToList();

        return await db.People.AsNoTracking().Where(person => people.Contains(person.Id)).ToDictionaryAsync(static person => person.Id, static person => person.Name, stop);
    }

    private static async Task<IReadOnlyList<RemarkLine>> RemarksAsync(OfficeDb db, Meeting meeting, CancellationToken stop)
    {
        var names = meeting.Participants.ToDictionary(static one => one.Id, static one => one.Name);
        var remarks = await (from remark in db.MinutesRemarks
                             join minutes in db.Minutes on remark.MinutesId equals minutes.Id
                             where minutes.MeetingId == meeting.Id
                             orderby remark.SaidAt
                             select new { minutes.Version, remark.ParticipantId, remark.Correction, remark.SaidAt }).ToListAsync(stop);

        return [.. remarks.Select(remark => new RemarkLine(remark.Version, names[remark.ParticipantId], remark.Correction, remark.SaidAt))];
    }

    public sealed record Model(
        Meeting Meeting,
        Client Client,
        ServicePlan? Plan,
        string HostName,
        Tally Tally,
        IReadOnlyList<OpinionInquiry> Inquiries,
        Minutes? Minutes,
        MeetingStage Stage)
    {
        /// <summary>The viewer hosts meetings: may move one, call it off, take somebody off.</summary>
        public bool MayChange { get; init; }

        /// <summary>The viewer may do more than read.</summary>
        public bool MayWork { get; init; }

        /// <summary>What was fixed can still be changed.</summary>
        public bool CanChange => MayChange && Stage is MeetingStage.Ahead;

        public int PaperCount { get; init; }

        /// <summary>Where participants are reached today.</summary>
        public required PresentMails Mails { get; init; }

        /// <summary>Names of the staff who heard answers for somebody.</summary>
        public IReadOnlyDictionary<Guid, string> Hearers { get; init; } = new Dictionary<Guid, string>();

        /// <summary>How, when and by whom an answer was heard for a participant.</summary>
        public string HeardBy(PollAnswer answer) =>
            $"代・{MeetingWords.Of(answer.Means)} {JapaneseEra.Long(answer.AnsweredAt)} {(answer.EnteredBy is { } by && Hearers.TryGetValue(by, out var name) ? name : "職員")}聴取";

        public IReadOnlyList<GuestLink> Links { get; init; } = [];

        /// <summary>What participants said of the minutes, in order.</summary>
        public IReadOnlyList<RemarkLine> Remarks { get; init; } = [];

        /// <summary>Who has got the confirmed minutes.</summary>
        public IReadOnlyList<MinutesCopy> Copies { get; init; } = [];

        public IReadOnlyList<InvitationReply> Replies { get; init; } = [];

        /// <summary>What the calendar of a participant answered last to the meeting as it stands.</summary>
        public InvitationReply? ReplyOf(Participant participant) =>
            Replies.LastOrDefault(reply => reply.ParticipantId == participant.Id && reply.Sequence >= Meeting.AskedSequence);

        public OpinionInquiry? InquiryOf(Participant participant) => Inquiries.FirstOrDefault(inquiry => inquiry.ParticipantId == participant.Id);

        public GuestLink? LinkOf(Participant participant, string purpose) => Links.FirstOrDefault(link =>
            string.Equals(link.Purpose, purpose, StringComparison.Ordinal) && string.Equals(link.TargetId, participant.Id.ToString(), StringComparison.Ordinal));

        public MinutesCopy? CopyOf(Participant participant) => Copies.FirstOrDefault(copy => copy.ParticipantId == participant.Id);

        public Attendance? AttendanceOf(Participant participant) => Minutes?.Attendances.FirstOrDefault(row => row.ParticipantId == participant.Id);

        /// <summary>Who was not there, or is not expected, and whose opinion nobody has written down.</summary>
        public IEnumerable<Participant> Unheard => Meeting.Participants.Where(participant =>
            participant.Kind is not ParticipantKind.Client
            && (AttendanceOf(participant) is { } attendance ? !attendance.Attended : participant.IsExpected is false)
            && InquiryOf(participant) is not { IsAnswered: true });
    }
}
