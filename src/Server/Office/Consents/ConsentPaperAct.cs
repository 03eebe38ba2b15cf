using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Automation.Forms;
using OfficeWorkflow.Server.Office.Clients;
using OfficeWorkflow.Server.Office.Plug;
using OfficeWorkflow.Server.Ui;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Office.Consents;

/// <summary>The signed paper came in, or the answer was no.</summary>
internal sealed class ConsentPaperAct : ClientAct
{
    public override string Name => "Office.ConsentPaper";

    protected override async Task<FormPrefill> PrefillAsync(ActContext context, Client client, CancellationToken stop)
    {
        var consent = await ConsentAsync(context, stop);

        return consent is null
            ? FormPrefill.Nothing
            : Prefill(("outcome", Value.Of("agreed")), ("consentedOn", Value.Of(consent.ExplainedOn))) with
            {
                Facts =
                [
                    new("説明した日", $"{JapaneseEra.Long(consent.ExplainedOn)} {consent.ExplainedPlace}"),
                    new("同意する方", $"{consent.SignerName}（{consent.SignerRelation ?? ConsentWords.Of(consent.Signer)}）"),
                    new("受け方", ConsentWords.Of(consent.Method)),
                ],
            };
    }

    protected override async Task<Outcome<Value.Record>> ApplyAsync(ActContext context, Client client, ActReader read, CancellationToken stop)
    {
        var consent = await ConsentAsync(context, stop);
        if (consent is null)
        {
            return new Refusal("consent-unknown", "この案件の説明の記録が見つかりません。先に「計画を説明し、同意を求める」を終えてください。", Kind: RefusalKind.Unknown);
        }

        var outcome = read.RequiredChoice<ConsentOutcome>("outcome", "結果");
        var on = read.PastDay("consentedOn", "署名・返事の日");
        read.NotBefore(on, "consentedOn", "署名・返事の日", consent.ExplainedOn, "consent-before-explanation", "説明した日");
        read.RefuseIf(outcome is ConsentOutcome.Declined && read.Text("reason") is null, "reason-missing", "同意しなかった理由を書いてください。", "reason");
        read.RefuseIf(outcome is ConsentOutcome.Agreed && read.Id("scan") is null, "scan-missing", "署名のある紙の写しを付けてください。", "scan");
        if (read.IsWrong)
        {
            return read.Refusal;
        }

        var answer = new ConsentAnswer(outcome, on, context.At, read.Text("reason"), read.Id("scan"), TypedName: null, context.PersonId);

        return await GiveConsent.RecordAsync(context.Db, consent, answer, stop) is { } refusal
            ? refusal
            : Answer(("outcome", Value.Of(ActReader.Key(outcome))));
    }

    private static async Task<Consent?> ConsentAsync(ActContext context, CancellationToken stop)
    {
        var id = IdIn(context.Variables["consentId"]);

        return await context.Db.Consents.SingleOrDefaultAsync(consent => consent.Id == id, stop);
    }
}
