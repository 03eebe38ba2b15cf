using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Server.Automation.Forms;
using OfficeWorkflow.Server.Automation.Running;
using OfficeWorkflow.Server.Channels.Documents;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Running;

namespace OfficeWorkflow.Server.Automation.Work;

/// <summary>
/// A person finishes work: the form is read, the act adds its rows, the case is told, all in one commit. Exactly one wins; the same
/// operation told again is answered again.
/// </summary>
internal static class FinishWork
{
    internal static async Task<Outcome<Guid>> HandleAsync(
        WorkAtHand work, string operationId, FormTyped typed, Viewer viewer, OfficeDb db, CaseRunner runner, CancellationToken stop)
    {
        var item = work.Item;
        if (!item.IsOpen || (item.AssigneeId is { } holder && holder != viewer.PersonId && !WorkRules.IsStoodInFor(viewer, holder)))
        {
            return await LostAsync(item.Id, operationId, viewer, db, stop);
        }

        if (WorkRules.MayEnd(viewer, item, work.ReservedTo) is { } no)
        {
            return await WorkAnswers.NamedAsync(db, item, no, stop);
        }

        if (operationId.Length is 0 or > 100)
        {
            return new Refusal("operation-missing", "操作の番号（operationId、100文字まで）がありません。ページでは開き直してください。", "operationId");
        }

        return await ApplyAsync(work, typed, db, stop) switch
        {
            Outcome<Value.Record>.Done done => await TellAsync(work, operationId, done.Value, viewer, db, runner, stop),
            Outcome<Value.Record>.Refused refused => refused.Refusal,
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static async Task<Outcome<Value.Record>> ApplyAsync(WorkAtHand work, FormTyped typed, OfficeDb db, CancellationToken stop)
    {
        var prefill = work.Act is null ? FormPrefill.Nothing : await work.Act.PrefillAsync(work.Context, stop);
        var answers = AnswerReader.Read(work.Asking(prefill), typed);
        if (answers.Refusal is { } wrong)
        {
            return wrong;
        }

        if (await ForeignFileAsync(work, answers.Values, db, stop) is { } foreign)
        {
            return foreign;
        }

        return work.Act is null ? answers.Values : await work.Act.ApplyAsync(work.Context, answers.Values, stop);
    }

    private static async Task<Outcome<Guid>> TellAsync(
        WorkAtHand work, string operationId, Value.Record values, Viewer viewer, OfficeDb db, CaseRunner runner, CancellationToken stop)
    {
        var item = work.Item;
        item.FinishOperation = operationId;
        if (item.AssigneeId is { } holder && holder != viewer.PersonId)
        {
            item.FinishedForId = holder;
            db.Note(item.OfficeId, work.Context.At, "work-finished-for", $"work:{item.Id}", $"作業「{item.Name}」を、不在の担当者に代わって終えた。", item.CaseId);
        }

        var draft = await db.FormDrafts.SingleOrDefaultAsync(row => row.WorkId == item.Id && row.PersonId == viewer.PersonId, stop);
        if (draft is not null)
        {
            db.FormDrafts.Remove(draft);
        }

        var input = new Input.WorkFinished(work.Context.At, item.EngineId, values, viewer.PersonId.ToString());
        return await runner.TellAsync(db, item.CaseId, input, stop) switch
        {
            Outcome<CaseFile>.Done => item.Id,
            Outcome<CaseFile>.Refused refused => await AfterRefusalAsync(item.Id, operationId, refused.Refusal, viewer, db, stop),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>What the engine refused was refused because someone was faster, or for a reason of its own.</summary>
    private static async Task<Outcome<Guid>> AfterRefusalAsync(
        Guid workId, string operationId, Refusal refusal, Viewer viewer, OfficeDb db, CancellationToken stop)
    {
        db.ChangeTracker.Clear();
        var lost = await LostAsync(workId, operationId, viewer, db, stop);
        return lost is Outcome<Guid>.Refused { Refusal: var told } && Is(told, WorkAnswers.ChangedHands) && !Is(refusal, WorkAnswers.ChangedHands) ? refusal : lost;
    }

    private static bool Is(Refusal one, Refusal other) => string.Equals(one.Code, other.Code, StringComparison.Ordinal);

    /// <summary>Someone was faster, or it was this very operation.</summary>
    private static async Task<Outcome<Guid>> LostAsync(Guid workId, string operationId, Viewer viewer, OfficeDb db, CancellationToken stop)
    {
        var isSame = await db.Work.AnyAsync(
            row => row.Id == workId && row.FinishOperation == operationId && row.FinishedById == viewer.PersonId && row.EndedAt != null, stop);
        return isSame
            ? workId
            : await WorkAnswers.TakenAsync(db, workId, viewer, stop)
                ?? await WorkAnswers.ChangedHandsAsync(db, workId, stop);
    }

    /// <summary>A file field holds a document of this case; any other id was not chosen on this page.</summary>
    private static async Task<Refusal?> ForeignFileAsync(WorkAtHand work, Value.Record values, OfficeDb db, CancellationToken stop)
    {
        foreach (var field in work.Form.Fields.Where(static field => field.Type is FieldType.File))
        {
            if (values[field.Key] is not Value.Text text)
            {
                continue;
            }

            var isOurs = Guid.TryParse(text.Content, out var id)
                && await db.Documents.AnyAsync(row => row.Id == id && row.CaseId == work.Item.CaseId, stop);
            if (!isOurs)
            {
                return new Refusal("file-unknown", $"「{field.Label}」のファイルを選び直してください。", field.Key);
            }
        }

        return null;
    }
}
