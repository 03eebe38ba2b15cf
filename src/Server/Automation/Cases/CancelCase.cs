using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Automation.Running;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Workflows.Running;

namespace OfficeWorkflow.Server.Automation.Cases;

/// <summary>A person gives a case up: everything open of it and of the cases it called ends.</summary>
public static class CancelCase
{
    public static async Task<Outcome<CaseFile>> HandleAsync(
        Guid caseId, string reason, OfficeDb db, CaseRunner runner, TimeProvider clock, CancellationToken stop)
    {
        if (string.IsNullOrWhiteSpace(reason))
        {
            return new Refusal("reason-missing", "中止の理由を入力してください。", nameof(reason));
        }

        var by = (db.Scope as Scope.Person)?.PersonId.ToString();
        return await runner.TellAsync(db, caseId, new Input.Cancelled(clock.GetUtcNow(), reason.Trim(), by), stop);
    }
}
