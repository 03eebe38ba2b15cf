using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Automation.Workers;
using OfficeWorkflow.Server.Office.Meetings.Inviting;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Office.Meetings.Room;

/// <summary>Sends round the link behind which the minutes are read and corrected.</summary>
internal sealed class CirculateMinutesWorker(MinutesMail mail) : Worker
{
    public override string Type => "Office.CirculateMinutes";

    public override string Label => "会議録の確認をお願いする";

    public override async Task<WorkerAnswer> PerformAsync(WorkerContext context, CancellationToken stop)
    {
        if (await Invited.MeetingAsync(context, stop) is not { Chosen: not null } meeting)
        {
            return Invited.Unknown;
        }

        return await mail.SendAsync(context.Db, meeting, "minutes-ready", context.At, stop) is Outcome<IReadOnlyList<Participant>>.Refused no
            ? new WorkerAnswer.Failed(no.Refusal.Reason)
            : new WorkerAnswer.Done(Value.Record.Empty);
    }
}
