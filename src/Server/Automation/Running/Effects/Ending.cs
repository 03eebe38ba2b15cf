using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Server.Automation.Running.Inbox;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Running;

namespace OfficeWorkflow.Server.Automation.Running.Effects;

/// <summary>A case came to its end: the row says how, and the case that called it will be told.</summary>
internal static class Ending
{
    /// <summary>Error code by which a caller learns that a person cancelled the called case.</summary>
    private const string CancelledCode = "case-cancelled";

    public static void Apply(OfficeDb db, Decided decided)
    {
        var (file, after) = (decided.File, decided.After);
        file.Status = after.End switch
        {
            CaseEnd.Cancelled => CaseStatus.Cancelled,
            CaseEnd.Failed => CaseStatus.Failed,
            _ => CaseStatus.Completed,
        };
        file.EndedAt = decided.At;
        file.EndReason = after.Reason;
        if (file.ParentId is { } parent && file.StoppedAt is null)
        {
            db.CaseInbox.Add(ToCaller(file, after, parent, decided.At));
        }
    }

    internal static InboxEntry ToCaller(CaseFile file, CaseState after, Guid parent, DateTimeOffset at)
    {
        var hasFailed = after.End is CaseEnd.Failed or CaseEnd.Cancelled;
        return new InboxEntry
        {
            OfficeId = file.OfficeId,
            CaseId = parent,
            Kind = hasFailed ? InboxKind.ChildFailed : InboxKind.ChildEnded,
            CausedBy = file.Id,
            CallId = file.ParentCallId,
            Code = hasFailed ? after.ErrorCode ?? CancelledCode : null,
            Reason = hasFailed ? after.Reason : null,
            Values = CaseFormat.WriteValue(hasFailed ? Value.Record.Empty : after.Outputs),
            WrittenAt = at,
        };
    }
}
