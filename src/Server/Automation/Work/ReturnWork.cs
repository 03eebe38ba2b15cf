using System.Diagnostics;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Server.Automation.Running;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;
using OfficeWorkflow.Workflows.Running;

namespace OfficeWorkflow.Server.Automation.Work;

/// <summary>A person sends work back (差し戻し) to a step that was done before, with the reason.</summary>
internal static class ReturnWork
{
    /// <param name="To">Id of the step, one of <see cref="Targets"/>.</param>
    internal sealed record Form(string? To, string? Reason);

    /// <summary>Where the work can be sent back to.</summary>
    public static IReadOnlyList<Option> Targets(WorkAtHand work) =>
        [.. SendBacks.Targets(work.Process, work.State, work.Item.EngineId).Select(static node => new Option(node.Id, node.Label))];

    internal static async Task<Outcome<Guid>> HandleAsync(
        WorkAtHand work, Form form, Viewer viewer, OfficeDb db, CaseRunner runner, CancellationToken stop)
    {
        var item = work.Item;
        if (await WorkAnswers.TakenAsync(db, item.Id, viewer, stop) is { } taken)
        {
            return taken;
        }

        if (WorkRules.MayDo(viewer, item, work.ReservedTo) is { } no)
        {
            return no;
        }

        if (Wrong(work, form).ToList() is [var first, .. var others])
        {
            return first with { Others = others };
        }

        var input = new Input.SentBack(work.Context.At, item.EngineId, form.To!, form.Reason!.Trim(), viewer.PersonId.ToString());
        switch (await runner.TellAsync(db, item.CaseId, input, stop))
        {
            case Outcome<CaseFile>.Done:
                return item.Id;
            case Outcome<CaseFile>.Refused refused:
                db.ChangeTracker.Clear();
                return await WorkAnswers.TakenAsync(db, item.Id, viewer, stop) ?? refused.Refusal;
            default:
                throw new UnreachableException();
        }
    }

    private static IEnumerable<Refusal> Wrong(WorkAtHand work, Form form)
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

        if (string.IsNullOrWhiteSpace(form.Reason))
        {
            yield return new Refusal("reason-missing", "差し戻す理由を入力してください。記録に残ります。", "reason");
        }
    }
}
