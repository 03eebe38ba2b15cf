using System.Diagnostics;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Server.Automation.Running;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;
using OfficeWorkflow.Workflows.Running;

namespace OfficeWorkflow.Server.Automation.Work.Handover;

/// <summary>A person sends work back (差し戻し) to a step that was done before, with the reason.</summary>
internal static class ReturnWork
{
    /// <summary>Where the work can be sent back to.</summary>
    public static IReadOnlyList<Option> Targets(WorkAtHand work) =>
        [.. SendBacks.Targets(work.Process, work.State, work.Item.EngineId).Select(static node => new Option(node.Id, node.Label))];

    public static Outcome<HandoverQuestion> Show(WorkAtHand work, HandoverForm form, IReadOnlyList<Refusal> refusals, Viewer viewer)
    {
        if (!WorkRules.MayRead(viewer, work.Item, work.ReservedTo) || !work.Item.IsOpen)
        {
            return WorkAnswers.Unknown;
        }

        var targets = Targets(work);
        return new HandoverQuestion(
            "差し戻す",
            $"作業「{work.Item.Name}」から前の作業に戻します。戻した先からやり直しになり、前の記録も残ります。",
            $"/work/{work.Item.Id}/return",
            $"/work/{work.Item.Id}",
            ("戻す先", targets),
            ("理由", "案件の経過に残り、やり直す方が読みます。"),
            "差し戻す")
        {
            Form = form,
            Refusals = refusals,
            WhyNone = targets.Count == 0 ? "この作業より前に終えた作業がないため、差し戻せません。" : null,
        };
    }

    internal static async Task<Outcome<Guid>> HandleAsync(
        WorkAtHand work, HandoverForm form, Viewer viewer, OfficeDb db, CaseRunner runner, CancellationToken stop)
    {
        var item = work.Item;
        if (await WorkAnswers.TakenAsync(db, item.Id, viewer, stop) is { } taken)
        {
            return taken;
        }

        if (WorkRules.MayEnd(viewer, item, work.ReservedTo) is { } no)
        {
            return await WorkAnswers.NamedAsync(db, item, no, stop);
        }

        if (Wrong(work, form).ToList() is [var first, .. var others])
        {
            return first with { Others = others };
        }

        var input = new Input.SentBack(work.Context.At, item.EngineId, form.To!, form.Said(), viewer.PersonId.ToString());
        switch (await runner.TellAsync(db, item.CaseId, input, stop))
        {
            case Outcome<CaseFile>.Done:
                return item.Id;
            case Outcome<CaseFile>.Refused refused:
                db.ChangeTracker.Clear();
                return await WorkAnswers.TakenAsync(db, item.Id, viewer, stop)
                    ?? (refused.Refusal == WorkAnswers.ChangedHands ? await WorkAnswers.ChangedHandsAsync(db, item.Id, stop) : refused.Refusal);
            default:
                throw new UnreachableException();
        }
    }

    private static IEnumerable<Refusal> Wrong(WorkAtHand work, HandoverForm form)
    {
        var targets = Targets(work);
        if (!targets.Any(target => string.Equals(target.Key, form.To, StringComparison.Ordinal)))
        {
            yield return new Refusal(
                "return-target-unknown",
                targets.Count == 0
                    ? "この作業より前に終えた作業がないため、差し戻せません。"
                    : $"差し戻す先を選んでください。選べるのは{string.Join("、", targets.Select(static target => $"「{target.Label}」({target.Key})"))}です。",
                "to");
        }

        foreach (var wrong in form.WrongReason("差し戻す理由を入力してください。記録に残ります。"))
        {
            yield return wrong;
        }
    }
}
