using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Automation.Running.Messages;
using OfficeWorkflow.Server.Office.Clients;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Office.Consents;

/// <summary>撤回: who agreed takes it back. What was agreed to and its receipt stay as they are; from that day nobody may rely on it.</summary>
internal sealed class WithdrawConsent(Matching matching, TimeProvider clock)
{
    /// <summary>What begins the work on what follows, by the consent.</summary>
    public const string Message = "consent-withdrawn";

    private const int LongestReason = 500;

    public static Confirmation Ask(Consent consent, string? reason, IReadOnlyList<Refusal> refusals) => new(
        "同意の撤回を記録する",
        $"{consent.SignerName}さんの同意（{Words.Of(consent.Stage)}）の撤回を記録しますか。",
        ["同意の記録と控えは、そのまま残ります。", "相談支援専門員の受信箱に「撤回への対応を決める」が入り、この計画をどうするかを決めます。"],
        $"/consents/{consent.Id}/withdrawal",
        "撤回を記録する",
        $"/consents/{consent.Id}")
    {
        Here = "/clients",
        ReasonLabel = "撤回の申し出の内容（いつ、だれから、理由）",
        Reason = reason,
        Refusals = refusals,
    };

    public async Task<Outcome<Guid>> HandleAsync(Guid id, string? reason, Viewer viewer, OfficeDb db, CancellationToken stop)
    {
        if (await db.Consents.SingleOrDefaultAsync(consent => consent.Id == id, stop) is not { } consent)
        {
            return new Refusal("consent-unknown", "この同意の記録が見つかりません。", Kind: RefusalKind.Unknown);
        }

        if (reason?.Trim() is not { Length: > 0 and <= LongestReason } why)
        {
            return new Refusal("reason-missing", $"申し出の内容を{LongestReason}字までで書いてください。", "reason");
        }

        var now = clock.GetUtcNow();
        if (consent.Withdraw(now, why, viewer.PersonId) is { } refusal)
        {
            return refusal;
        }

        db.Note(consent.OfficeId, now, "consent-withdrawn", $"consent:{consent.Id}", "説明と同意の撤回が記録されました。", consent.CaseId);
        var client = await db.Clients.SingleAsync(client => client.Id == consent.ClientId, stop);

        return await Deliver.OwnAsync(Message, consent.Id.ToString(), About(consent, client), $"{Message}:{consent.Id}", db, matching, clock, stop)
            ? consent.Id
            : Consent.AlreadyWithdrawn;
    }

    private static Value.Record About(Consent consent, Client client) => Value.Record.Empty
        .With("clientId", Value.Of(client.Id.ToString()))
        .With("clientName", Value.Of(client.Name))
        .With("planId", Value.Of(consent.PlanId.ToString()))
        .With("consentId", Value.Of(consent.Id.ToString()));
}
