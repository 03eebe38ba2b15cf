using OfficeWorkflow.Server.Automation.Work.Handover;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Automation.Work;

/// <summary>What a person may do with a work item besides filling its form.</summary>
/// <param name="IsRead">Whether what stands in it is theirs to see.</param>
/// <param name="MayFinish">Whether they may end it; whoever prepares it for another may not.</param>
public sealed record WorkChoices(
    bool IsRead, bool MayClaim, bool MayFinish, bool MayRelease, bool MayReassign, bool MayDelegate, bool MayHandBack, bool MayTakeBack, bool MayPlan, bool MayReturn)
{
    internal static WorkChoices Of(WorkAtHand work, Viewer viewer, bool isRead, bool mayClaim)
    {
        var (item, reserved) = (work.Item, work.ReservedTo);
        var isMine = item is { IsOpen: true, OwnerId: null } && item.AssigneeId == viewer.PersonId;
        var holds = item.IsOpen && WorkRules.Holds(viewer, item, reserved);
        var mayFinish = holds && WorkRules.MayEnd(viewer, item, reserved) is null;
        return new WorkChoices(
            isRead,
            mayClaim,
            mayFinish,
            MayRelease: isMine,
            MayReassign: item.IsOpen && WorkRules.MayLead(viewer),
            MayDelegate: isMine,
            MayHandBack: item.IsOpen && WorkRules.Prepares(viewer, item, reserved),
            MayTakeBack: item.IsOpen && WorkRules.Owns(viewer, item),
            MayPlan: item.IsOpen && (holds || WorkRules.MayLead(viewer)),
            MayReturn: mayFinish && ReturnWork.Targets(work).Count > 0);
    }
}
