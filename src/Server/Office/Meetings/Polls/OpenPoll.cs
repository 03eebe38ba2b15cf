using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.Meetings.Polls;

/// <summary>Answers count while no date is fixed.</summary>
internal static class OpenPoll
{
    /// <summary>Saving fails when the date was fixed meanwhile. Those who answer at the same time do not stand in each other's way.</summary>
    public static async Task HoldOpenAsync(this OfficeDb db, Guid meetingId, CancellationToken stop)
    {
        var meeting = await db.Meetings.SingleAsync(row => row.Id == meetingId, stop);
        db.Entry(meeting).Property(static row => row.ChosenCandidateId).IsModified = true;
    }
}
