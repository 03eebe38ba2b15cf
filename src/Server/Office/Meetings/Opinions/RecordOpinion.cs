using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Automation.Forms;
using OfficeWorkflow.Server.Office.Plug;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Office.Meetings.Opinions;

/// <summary>
/// An opinion outside the procedure's own step: of somebody who was expected, did not come, and was asked afterwards.
/// </summary>
public static class RecordOpinion
{
    public static async Task<Model?> ShowAsync(Guid meetingId, Guid participantId, OfficeDb db, DateTimeOffset at, CancellationToken stop)
    {
        var meeting = await db.WholeMeetings.SingleOrDefaultAsync(meeting => meeting.Id == meetingId, stop);
        var today = JapaneseEra.Date(JapaneseEra.DayInTokyo(at));

        return meeting?.Participants.FirstOrDefault(one => one.Id == participantId) is { } participant
            ? new Model(meeting, participant, new Form { AskedOn = today, AnsweredOn = today })
            : null;
    }

    internal static async Task<Outcome<Guid>> HandleAsync(Model model, OfficeDb db, Guid personId, DateTimeOffset at, CancellationToken stop)
    {
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
            ?? db.OpinionInquiries.Add(New(model, askedOn)).Entity;
        if (inquiry.Answer(answeredOn, means, content, personId, at) is { } refusal)
        {
            return refusal;
        }

        await db.SaveChangesAsync(stop);

        return inquiry.Id;
    }

    private static OpinionInquiry New(Model model, DateOnly askedOn) => new()
    {
        Id = Guid.CreateVersion7(),
        OfficeId = model.Meeting.OfficeId,
        MeetingId = model.Meeting.Id,
        ParticipantId = model.Participant.Id,
        SentOn = askedOn,
        IsByLink = false,
    };

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

        public string Address => string.Create(CultureInfo.InvariantCulture, $"/meetings/{Meeting.Id}/participants/{Participant.Id}/opinion");

        public static IReadOnlyList<Option> Means { get; } =
            [.. Enum.GetValues<AnswerMeans>().Where(static one => one is not AnswerMeans.Link).Select(static one => new Option(ActReader.Key(one), MeetingWords.Of(one)))];
    }
}
