using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Automation.Running;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;
using OfficeWorkflow.Workflows.Running;

namespace OfficeWorkflow.Server.Automation.Cases;

/// <summary>A person gives a case up: everything open of it and of the cases it called ends.</summary>
public static class CancelCase
{
    private const int LongestReason = 1_000;

    public static async Task<Outcome<CaseFile>> HandleAsync(
        Guid caseId, string reason, OfficeDb db, CaseRunner runner, TimeProvider clock, CancellationToken stop)
    {
        var said = PlainText.Of(reason).Trim();
        if (said.Length is 0 or > LongestReason)
        {
            return new Refusal("reason-missing", $"中止の理由を{LongestReason:N0}文字までで入力してください。", nameof(reason));
        }

        var by = (db.Scope as Scope.Person)?.PersonId.ToString();
        var told = await runner.TellAsync(db, caseId, new Input.Cancelled(clock.GetUtcNow(), said, by), stop);
        return told is Outcome<CaseFile>.Refused { Refusal: { Kind: RefusalKind.Conflict } no } ? await EndedAsync(db, caseId, no, stop) : told;
    }

    /// <summary>Who was faster, and when.</summary>
    private static async Task<Refusal> EndedAsync(OfficeDb db, Guid caseId, Refusal no, CancellationToken stop)
    {
        if (!await db.Cases.AnyAsync(file => file.Id == caseId && file.Status != CaseStatus.Open, stop))
        {
            return no;
        }

        var last = await LastAct.OfAsync(caseId, db, stop);
        return last is null
            ? no
            : no with
            {
                Reason = $"この案件は{JapaneseEra.Long(last.At)}に{(last.Name is null ? "" : $"{last.Name}さんの操作で")}終わっています。案件の経過を確かめてください。",
                By = last.Name,
                Since = last.At,
            };
    }
}
