using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Automation.Running.Messages;
using OfficeWorkflow.Server.Channels.Documents;
using OfficeWorkflow.Server.Office.Plug;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Office.Meetings.Polls;

/// <summary>代理入力: staff enter what somebody said by phone, FAX or on paper, and file the paper.</summary>
public sealed class RecordAnswer(Matching matching, TimeProvider clock)
{
    private const int LongestComment = 300;

    private static Refusal Over { get; } = new("poll-over", "日程はもう決まっているか、会議は取りやめになっています。", Kind: RefusalKind.Conflict);

    public static string AddressOf(Guid meetingId, Guid participantId) => $"/meetings/{meetingId}/participants/{participantId}/answer";

    public static IReadOnlyList<Option> Means { get; } =
        [.. Enum.GetValues<AnswerMeans>().Where(static one => one is not AnswerMeans.Link).Select(static one => new Option(ActReader.Key(one), MeetingWords.Of(one)))];

    /// <returns>Null when the office has no such participant.</returns>
    public static async Task<Model?> ShowAsync(Guid meetingId, Guid participantId, OfficeDb db, CancellationToken stop)
    {
        if (await db.WholeMeetings.SingleOrDefaultAsync(meeting => meeting.Id == meetingId, stop) is not { } meeting
            || meeting.Participants.FirstOrDefault(one => one.Id == participantId) is not { } participant)
        {
            return null;
        }

        var answers = await db.PollAnswers.Where(answer => answer.ParticipantId == participantId).ToListAsync(stop);
        var tally = new Tally(meeting, answers);
        var known = meeting.Offered.Select(candidate => (candidate.Id, tally.Answer(participantId, candidate.Id)?.Availability))
            .Where(static one => one.Availability is not null).ToDictionary(static one => one.Id, static one => one.Availability!.Value);

        return new Model(meeting, participant) { Chosen = known };
    }

    public async Task<Outcome<Guid>> HandleAsync(Model shown, IFormCollection form, Viewer viewer, OfficeDb db, CancellationToken stop)
    {
        var meeting = shown.Meeting;
        if (meeting.IsChosen || meeting.IsCalledOff)
        {
            return Over;
        }

        var model = Read(shown, form);
        var refusals = Refusals(model).ToList();
        if (refusals.Count > 0)
        {
            return refusals[0] with { Others = refusals[1..] };
        }

        var now = clock.GetUtcNow();
        if (await FileAsync(form.Files.GetFile("scan"), new(meeting.OfficeId, meeting.ClientId.ToString(), meeting.CaseId, viewer.PersonId, now), db, stop) is { } unfit)
        {
            return unfit;
        }

        await db.HoldOpenAsync(meeting.Id, stop);
        db.AddRange(Answers(model, viewer, now));
        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();

            return Over;
        }

        await PollCompletion.TellAsync(db, meeting.Id, matching, clock, stop);

        return meeting.Id;
    }

    private static IEnumerable<PollAnswer> Answers(Model model, Viewer viewer, DateTimeOffset at) => model.Chosen.Select(answer => new PollAnswer
    {
        Id = Guid.CreateVersion7(),
        OfficeId = model.Meeting.OfficeId,
        MeetingId = model.Meeting.Id,
        ParticipantId = model.Participant.Id,
        CandidateId = answer.Key,
        Availability = answer.Value,
        Comment = model.Comment.Length > 0 ? model.Comment : null,
        Means = model.Way!.Value,
        EnteredBy = viewer.PersonId,
        AnsweredAt = at,
    });

    private static async Task<Refusal?> FileAsync(IFormFile? scan, DocumentOrigin origin, OfficeDb db, CancellationToken stop) =>
        scan is { Length: > 0 } && await DocumentStore.KeepAsync(db, scan, origin, stop) is Outcome<Document>.Refused no ? no.Refusal : null;

    public static Model Read(Model shown, IFormCollection form) => shown with
    {
        Chosen = shown.Meeting.Offered
            .Select(candidate => (candidate.Id, Answer: PollModel.Read(form[PollModel.FieldOf(candidate.Id)])))
            .Where(static one => one.Answer is not null).ToDictionary(static one => one.Id, static one => one.Answer!.Value),
        Way = Enum.GetValues<AnswerMeans>().Where(one => one is not AnswerMeans.Link && string.Equals(ActReader.Key(one), form["means"], StringComparison.Ordinal))
            .Select(static one => (AnswerMeans?)one).FirstOrDefault(),
        Comment = form["comment"].ToString().Trim(),
    };

    private static IEnumerable<Refusal> Refusals(Model model)
    {
        if (model.Way is null)
        {
            yield return new Refusal("required", "「聞いた方法」を選んでください。", "means");
        }

        foreach (var missing in model.Meeting.Offered.Where(candidate => !model.Chosen.ContainsKey(candidate.Id)))
        {
            yield return new Refusal("poll-answer-missing", $"「{MeetingWords.Of(missing)}」について、○・△・×のどれかを選んでください。", PollModel.FieldOf(missing.Id));
        }

        if (model.Comment.Length > LongestComment)
        {
            yield return new Refusal("comment-too-long", $"ひとことは{LongestComment}字までで書いてください。", "comment");
        }
    }

    public sealed record Model(Meeting Meeting, Participant Participant)
    {
        public IReadOnlyDictionary<Guid, Availability> Chosen { get; init; } = new Dictionary<Guid, Availability>();

        public AnswerMeans? Way { get; init; }

        public string Comment { get; init; } = "";

        public IReadOnlyList<Refusal> Refusals { get; init; } = [];

        public string Address => AddressOf(Meeting.Id, Participant.Id);
    }
}
