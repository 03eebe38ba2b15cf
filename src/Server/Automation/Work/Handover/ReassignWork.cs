using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Automation.Work.Handover;

/// <summary>A manager gives work to someone, with the reason. Reserved acts go only to those whom they are reserved to.</summary>
internal static class ReassignWork
{
    public static async Task<Outcome<HandoverQuestion>> ShowAsync(
        Guid workId, HandoverForm form, IReadOnlyList<Refusal> refusals, Viewer viewer, OfficeDb db, WorkDesk desk, CancellationToken stop)
    {
        if (await WorkDesk.SeenAsync(workId, viewer, db, stop) is not { IsOpen: true } item)
        {
            return WorkAnswers.Unknown;
        }

        var holder = item.AssigneeId is { } id ? await WorkAnswers.NameAsync(db, id, stop) : "未定";
        var people = await CandidatesAsync(item, db, desk, stop);
        return new HandoverQuestion(
            "担当を変える",
            $"作業「{item.Name}」のいまの担当: {holder}",
            $"/work/{item.Id}/assignee",
            $"/work/{item.Id}",
            ("割り当てる方", people),
            ("理由", "案件の経過に残り、割り当てられた方も読みます。"),
            "担当を変える")
        {
            Form = form,
            Refusals = refusals,
            WhyNone = people.Count == 0 ? "この作業を任せられる方が、ほかにいません。職員の役割を確かめてください。" : null,
        };
    }

    public static async Task<Outcome<Guid>> HandleAsync(Guid workId, HandoverForm form, Viewer viewer, OfficeDb db, WorkDesk desk, CancellationToken stop)
    {
        if (await WorkDesk.SeenAsync(workId, viewer, db, stop) is not { } item)
        {
            return WorkAnswers.Unknown;
        }

        if (!EntityTag.Holds(form.Read, item.Tag))
        {
            return EntityTag.Outdated;
        }

        if (!WorkRules.MayLead(viewer))
        {
            return new Refusal("not-a-lead", "割り当てを変えられるのは管理者と事務管理者です。", Kind: RefusalKind.NotAllowed);
        }

        if (!item.IsOpen)
        {
            return (await WorkAnswers.TakenAsync(db, workId, viewer, stop))!;
        }

        var wrong = form.WrongReason("理由を入力してください。記録に残ります。").ToList();
        if (form.Chosen(await CandidatesAsync(item, db, desk, stop)) is not { } to)
        {
            return new Refusal("assignee-missing", "割り当てる方を選んでください。", "to") { Others = wrong };
        }

        if (wrong is [var first, ..])
        {
            return first;
        }

        var move = new WorkMoving.Move(WorkMoveKind.Reassigned, Guid.Parse(to.Key), Reason: form.Said()) { Read = form.Read };
        return await WorkMoving.HandleAsync(item, move, viewer, desk.Clock.GetUtcNow(), db, stop)
            ? workId
            : await WorkAnswers.TakenAsync(db, workId, form.Read, viewer, stop) ?? await WorkAnswers.ChangedHandsAsync(db, workId, stop);
    }

    private static Task<IReadOnlyList<Option>> CandidatesAsync(WorkItem item, OfficeDb db, WorkDesk desk, CancellationToken stop)
    {
        var reserved = desk.ReservedTo(item.Form);
        return Candidates.OfAsync(item, reserved.Count > 0 ? reserved : Policies.Names[Policies.Work], item.AssigneeId, db, stop);
    }
}
