using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Automation.Workers;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Office.Meetings.Inviting;

/// <summary>The meeting, and the one participant of it, that a step of the procedure is about.</summary>
internal sealed record Invited(Meeting Meeting, Participant Participant)
{
    public static WorkerAnswer Unknown { get; } = new WorkerAnswer.Failed("この会議、または参加者が見つかりません。案件のページで前の作業を確かめてください。");

    public static async Task<Invited?> FindAsync(WorkerContext context, CancellationToken stop)
    {
        var participantId = Id(context.Inputs["participantId"]);

        return await MeetingAsync(context, stop) is { } meeting && meeting.Participants.FirstOrDefault(one => one.Id == participantId) is { } participant
            ? new Invited(meeting, participant)
            : null;
    }

    public static async Task<Meeting?> MeetingAsync(WorkerContext context, CancellationToken stop)
    {
        var id = Id(context.Inputs["meetingId"]);

        return await context.Db.WholeMeetings.SingleOrDefaultAsync(meeting => meeting.Id == id, stop);
    }

    /// <summary>How mails address a participant: a mail names no client.</summary>
    public static string NameInMail(Participant participant) => participant.Kind is ParticipantKind.Client ? "ご本人" : participant.Name;

    private static Guid? Id(Value value) =>
        value is Value.Text { Content: var text } && Guid.TryParse(text, CultureInfo.InvariantCulture, out var id) ? id : null;
}
