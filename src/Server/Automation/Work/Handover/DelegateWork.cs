using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Automation.Work.Handover;

/// <summary>
/// Whoever has work asks another to prepare it (準備を頼む). It stays theirs: the other fills the form as far as can be and hands it back,
/// and only the owner finishes it. So an act that is reserved stays with those whom it is reserved to.
/// </summary>
internal static class DelegateWork
{
    public static async Task<Outcome<HandoverQuestion>> ShowAsync(
        Guid workId, HandoverForm form, IReadOnlyList<Refusal> refusals, Viewer viewer, OfficeDb db, WorkDesk desk, CancellationToken stop)
    {
        if (await WorkDesk.SeenAsync(workId, viewer, db, stop) is not { } item)
        {
            return WorkAnswers.Unknown;
        }

        if (NotToGive(item, viewer) is { } no)
        {
            return await WorkAnswers.TakenAsync(db, workId, viewer, stop) ?? no;
        }

        var people = await CandidatesAsync(item, viewer, db, stop);
        return new HandoverQuestion(
            "準備を頼む",
            $"作業「{item.Name}」の準備をほかの方に頼みます。入力の途中の下書きも渡ります。準備が済むとあなたに返り、終えるのはあなたです。",
            $"/work/{item.Id}/delegation",
            $"/work/{item.Id}",
            ("頼む方", people),
            ("頼むこと", "頼まれた方が読みます。案件の経過にも残ります。"),
            "準備を頼む")
        {
            Form = form,
            Refusals = refusals,
            WhyNone = people.Count == 0 ? "頼める方が、ほかにいません。" : null,
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

        if (NotToGive(item, viewer) is { } no)
        {
            return await WorkAnswers.TakenAsync(db, workId, viewer, stop) ?? no;
        }

        var wrong = form.WrongReason("頼むことを入力してください。").ToList();
        if (form.Chosen(await CandidatesAsync(item, viewer, db, stop)) is not { } to)
        {
            return new Refusal("delegate-missing", "頼む方を選んでください。", "to") { Others = wrong };
        }

        if (wrong is [var first, ..])
        {
            return first;
        }

        var move = new WorkMoving.Move(WorkMoveKind.Delegated, Guid.Parse(to.Key), viewer.PersonId, form.Said()) { Read = form.Read };
        return await WorkMoving.HandleAsync(item, move, viewer, desk.Clock.GetUtcNow(), db, stop)
            ? workId
            : await WorkAnswers.TakenAsync(db, workId, form.Read, viewer, stop) ?? await WorkAnswers.ChangedHandsAsync(db, workId, stop);
    }

    /// <summary>The owner takes it back before it is prepared; what the other typed stays theirs.</summary>
    /// <param name="read">The state that the caller has read (If-Match); null where they do not insist on it.</param>
    public static async Task<Outcome<Guid>> TakeBackAsync(Guid workId, string? read, Viewer viewer, OfficeDb db, WorkDesk desk, CancellationToken stop)
    {
        if (await WorkDesk.SeenAsync(workId, viewer, db, stop) is not { } item)
        {
            return WorkAnswers.Unknown;
        }

        if (!EntityTag.Holds(read, item.Tag))
        {
            return EntityTag.Outdated;
        }

        var isBack = WorkRules.Owns(viewer, item)
            && await WorkMoving.HandleAsync(item, new WorkMoving.Move(WorkMoveKind.TakenBack, item.OwnerId) { Read = read }, viewer, desk.Clock.GetUtcNow(), db, stop);
        if (isBack)
        {
            return workId;
        }

        return await WorkAnswers.TakenAsync(db, workId, read, viewer, stop) is { } taken ? taken : (item.AssigneeId == viewer.PersonId ? workId : (Outcome<Guid>)WorkAnswers.NotYours);
    }

    /// <summary>Who prepared it gives it back to its owner, with what was typed.</summary>
    /// <param name="form">What the owner should know, as its reason; may be empty.</param>
    public static async Task<Outcome<Guid>> HandBackAsync(Guid workId, HandoverForm form, Viewer viewer, OfficeDb db, WorkDesk desk, CancellationToken stop)
    {
        if (await WorkDesk.SeenAsync(workId, viewer, db, stop) is not { } item)
        {
            return WorkAnswers.Unknown;
        }

        if (!EntityTag.Holds(form.Read, item.Tag))
        {
            return EntityTag.Outdated;
        }

        if (form.Said().Length > HandoverForm.LongestReason)
        {
            return form.WrongReason("").First();
        }

        var move = new WorkMoving.Move(WorkMoveKind.HandedBack, item.OwnerId, Reason: form.Said()) { Read = form.Read };
        var isBack = WorkRules.Prepares(viewer, item, desk.ReservedTo(item.Form)) && await WorkMoving.HandleAsync(item, move, viewer, desk.Clock.GetUtcNow(), db, stop);
        return isBack ? workId : await WorkAnswers.TakenAsync(db, workId, form.Read, viewer, stop) ?? WorkAnswers.NotYours;
    }

    private static Refusal? NotToGive(WorkItem item, Viewer viewer) => item switch
    {
        { IsOpen: true, OwnerId: null } when item.AssigneeId == viewer.PersonId => null,
        _ => new Refusal("not-to-delegate", "準備を頼めるのは、自分が受け持っている作業です。先に引き受けてください。", Kind: RefusalKind.Conflict),
    };

    private static Task<IReadOnlyList<Option>> CandidatesAsync(WorkItem item, Viewer viewer, OfficeDb db, CancellationToken stop) =>
        Candidates.OfAsync(item, Policies.Names[Policies.Work], viewer.PersonId, db, stop);
}
