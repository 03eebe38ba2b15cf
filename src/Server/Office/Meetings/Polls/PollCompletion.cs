using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Automation.Running.Messages;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Office.Meetings.Polls;

/// <summary>Tells the case that everybody who was asked has answered, once however often it is looked at.</summary>
internal static class PollCompletion
{
    /// <summary>What the case waits for, by the meeting.</summary>
    internal const string Message = "poll-complete";

    /// <summary>Read after the answer is in, so that of two who answer last at once one sees them both.</summary>
    public static async Task TellAsync(OfficeDb db, Guid meetingId, Matching matching, TimeProvider clock, CancellationToken stop)
    {
        var meeting = await db.WholeMeetings.SingleAsync(row => row.Id == meetingId, stop);
        var answers = await db.PollAnswers.Where(answer => answer.MeetingId == meetingId).ToListAsync(stop);
        if (!new Tally(meeting, answers).Unanswered.Any(static participant => participant.HasMail))
        {
            _ = await Deliver.OwnAsync(Message, meetingId.ToString(), Value.Record.Empty, $"{Message}:{meetingId}", db, matching, clock, stop);
        }
    }
}
