using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Automation.Forms;
using OfficeWorkflow.Server.Automation.Running.Messages;
using OfficeWorkflow.Server.Channels.Documents;
using OfficeWorkflow.Server.Office.Plug;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Office.Meetings.Opinions;

/// <summary>
/// An opinion outside the procedure's own step: the sheet that came back by FAX or post, or the word of somebody who was expected, did not
/// come, and was asked afterwards. A case that waits for it goes on.
/// </summary>
public sealed class RecordOpinion(Matching matching, TimeProvider clock)
{
    public static string AddressOf(Guid meetingId, Guid participantId) => $"/meetings/{meetingId}/participants/{participantId}/opinion";

    public static async Task<Model?> ShowAsync(Guid meetingId, Guid participantId, OfficeDb db, DateTimeOffset at, CancellationToken stop)
    {
        var meeting = await db.WholeMeetings.SingleOrDefaultAsync(meeting => meeting.Id == meetingId, stop);
        var today = JapaneseEra.Date(JapaneseEra.DayInTokyo(at));

        return meeting?.Participants.FirstOrDefault(one => one.Id == participantId) is { } participant
            ? new Model(meeting, participant, new Form { AskedOn = today, AnsweredOn = today })
            : null;
    }

    internal async Task<Outcome<Guid>> HandleAsync(Model model, IFormFile? scan, OfficeDb db, Guid personId, CancellationToken stop)
    {
        var at = clock.GetUtcNow();
        var read = new ActReader(Values(model.Form), at);
        var askedOn = read.PastDay("askedOn", "たずねた日");
        var answeredOn = read.PastDay("answeredOn", "回答の日");
        read.NotBefore(answeredOn, "answeredOn", "回答の日", askedOn, "answer-before-inquiry", "たずねた日");
        var means = read.RequiredChoice<AnswerMeans>("means", "方法");
        var content = read.Required("content", "意見の内容");
        if (read.IsWrong)
        {
            return read.Refusal;
        }

        var inquiry = await db.OpinionInquiries.SingleOrDefaultAsync(inquiry => inquiry.ParticipantId == model.Participant.Id, stop)
            ?? db.OpinionInquiries.Add(New(model.Meeting, model.Participant, askedOn)).Entity;
        if (inquiry.Answer(answeredOn, means, content, personId, at) is { } refusal)
        {
            return refusal;
        }

        var origin = new DocumentOrigin(model.Meeting.OfficeId, model.Meeting.ClientId.ToString(), model.Meeting.CaseId, personId, at);
        if (scan is { Length: > 0 } && await DocumentStore.KeepAsync(db, scan, origin, stop) is Outcome<Document>.Refused unfit)
        {
            return unfit.Refusal;
        }

        return await SaveAsync(model.Meeting, inquiry, db, stop);
    }

    /// <summary>Somebody is asked by hand.</summary>
    internal static OpinionInquiry New(Meeting meeting, Participant participant, DateOnly askedOn) => new()
    {
        Id = Guid.CreateVersion7(),
        OfficeId = meeting.OfficeId,
        MeetingId = meeting.Id,
        ParticipantId = participant.Id,
        SentOn = askedOn,
        IsByLink = false,
    };

    private async Task<Outcome<Guid>> SaveAsync(Meeting meeting, OpinionInquiry inquiry, OfficeDb db, CancellationToken stop)
    {
        if (await GuestCases.IsOverAsync(db, meeting.CaseId, stop))
        {
            await db.SaveChangesAsync(stop);
            return inquiry.Id;
        }

        return await OpinionPurpose.TellAsync(inquiry, db, matching, clock, stop) ? inquiry.Id : OpinionInquiry.AlreadyAnswered;
    }

    private static Value.Record Values(Form form) => Value.Record.Empty
        .With("askedOn", Day(form.AskedOn))
        .With("answeredOn", Day(form.AnsweredOn))
        .With("means", Value.Of(form.Means ?? ""))
        .With("content", Value.Of(form.Content ?? ""));

    private static Value Day(string? typed) => TypedText.Day(typed ?? "") is { } day ? Value.Of(day) : Value.None;

    public sealed record Form
    {
        public string? AskedOn { get; init; }

        public string? AnsweredOn { get; init; }

        public string? Means { get; init; }

        public string? Content { get; init; }
    }

    public sealed record Model(Meeting Meeting, Participant Participant, Form Form)
    {
        public IReadOnlyList<Refusal> Refusals { get; init; } = [];

        public string Address => AddressOf(Meeting.Id, Participant.Id);

        public static IReadOnlyList<Option> Means { get; } =
            [.. Enum.GetValues<AnswerMeans>().Where(static one => one is not AnswerMeans.Link).Select(static one => new Option(ActReader.Key(one), MeetingWords.Of(one)))];
    }
}
