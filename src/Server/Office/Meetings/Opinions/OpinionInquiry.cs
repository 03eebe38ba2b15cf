using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.Meetings.Opinions;

/// <summary>意見照会: somebody who cannot come is asked, and answers once.</summary>
public sealed class OpinionInquiry : IOfficeRow
{
    public required Guid Id { get; init; }

    public required Guid OfficeId { get; init; }

    public required Guid MeetingId { get; init; }

    public required Guid ParticipantId { get; init; }

    public required DateOnly SentOn { get; init; }

    /// <summary>Whether it went out by mail with a link; otherwise somebody has to call or send a FAX.</summary>
    public required bool IsByLink { get; init; }

    public DateOnly? AnsweredOn { get; private set; }

    public AnswerMeans? Means { get; private set; }

    public string? Content { get; private set; }

    /// <summary>Who of the staff entered it; null when it came by link.</summary>
    public Guid? EnteredBy { get; private set; }

    public DateTimeOffset? RecordedAt { get; private set; }

    public static Refusal AlreadyAnswered { get; } =
        new("opinion-already-answered", "この方の意見はすでに記録されています。会議のページで内容を確かめてください。", Kind: RefusalKind.Conflict);

    public bool IsAnswered => AnsweredOn is not null;

    public Refusal? Answer(DateOnly on, AnswerMeans means, string content, Guid? enteredBy, DateTimeOffset at)
    {
        if (IsAnswered)
        {
            return AlreadyAnswered;
        }

        (AnsweredOn, Means, Content, EnteredBy, RecordedAt) = (on, means, content, enteredBy, at);

        return null;
    }
}
