using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Automation.Forms;
using OfficeWorkflow.Server.Office.Clients;
using OfficeWorkflow.Server.Office.Consents.Agreements;
using OfficeWorkflow.Server.Office.Meetings;
using OfficeWorkflow.Server.Office.OfficialForms;
using OfficeWorkflow.Server.Office.Plans;
using OfficeWorkflow.Server.Office.Plug;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Ui;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Office.Consents;

/// <summary>The 相談支援専門員 explains a plan and agrees with the right person on how consent is given.</summary>
internal sealed class ConsentExplainAct : ClientAct
{
    public override string Name => "Office.ConsentExplain";

    // 計画案と計画の説明は相談支援専門員が自ら行う (duties: draft-consent, plan-consent).
    public override IReadOnlyList<string> ReservedTo => [Roles.Specialist];

    protected override async Task<FormPrefill> PrefillAsync(ActContext context, Client client, CancellationToken stop)
    {
        var today = ((Value.Day)Today(context)).On;
        var family = await context.Db.FamilyMembers.Where(member => member.ClientId == client.Id && member.LeftOn == null).ToListAsync(stop);
        var plan = await PlanAsync(context, client, Stage(context), stop);
        var isNext = plan is not null && await IsNextAsync(context, plan, stop);
        var (kind, name, relation, mail) = isNext ? (SignerKind.Self, client.Name, null, client.Mail) : Signers.Propose(client, family, today);

        var agreement = await KeepAgreements.InForceAsync(context.Db, client.Id, name, stop);

        return Prefill(
            ("explainedOn", Value.Of(today)),
            ("electronicAgreedOn", agreement is null ? Value.None : Value.Of(agreement.AgreedOn)),
            ("electronicMeans", Of(agreement?.Means)),
            ("signerKind", Value.Of(ActReader.Key(kind))),
            ("signerName", Value.Of(name)),
            ("signerRelation", Of(relation)),
            ("method", Value.Of("paper")),
            ("mail", Of(mail))) with
        {
            Options = new Dictionary<string, IReadOnlyList<FormOption>>(StringComparer.Ordinal)
            {
                ["signerKind"] = [.. Signers.For(client, today, isNext).Select(static one => new FormOption(ActReader.Key(one), ConsentWords.Of(one)))],
            },
            Facts =
            [
                .. plan is null ? Array.Empty<FormFact>() : [new("説明する版", $"{Words.Of(plan.Stage)} 第{plan.Version}版（{JapaneseEra.Date(plan.WrittenOn)}作成）", $"/plans/{plan.Id}")],
                .. agreement is null ? await RevokedAsync(context, client, name, stop) : [],
            ],
        };
    }

    /// <summary>Why it goes on paper now, for whoever finds the work back in the inbox.</summary>
    private static async Task<IEnumerable<FormFact>> RevokedAsync(ActContext context, Client client, string name, CancellationToken stop)
    {
        var revokedOn = await context.Db.ElectronicAgreements.Where(row => row.ClientId == client.Id && row.PersonName == name && row.RevokedOn != null)
            .MaxAsync(static row => row.RevokedOn, stop);

        return revokedOn is { } on
            ? [new FormFact("電磁的方法の承諾", $"{name}さんが{JapaneseEra.Long(on)}に取り消しました。送ったリンクは閉じました。紙で受けてください。", $"/clients/{client.Id}/electronic-agreements")]
            : [];
    }

    protected override async Task<Outcome<Value.Record>> ApplyAsync(ActContext context, Client client, ActReader read, CancellationToken stop)
    {
        var plan = await PlanAsync(context, client, Stage(context), stop);
        if (plan is null)
        {
            return new Refusal("plan-unknown", "説明する計画が見つかりません。先に計画(案)を作ってください。", Kind: RefusalKind.Unknown);
        }

        if (plan.IsConsented)
        {
            return new Refusal("plan-already-consented", "この版にはすでに同意があります。直すときは理由を添えて新しい版を作ってください。", Kind: RefusalKind.Conflict);
        }

        if (await OlderRequests.NewerAsync(context.Db, plan, stop) is { } newer)
        {
            return OlderRequests.Superseded(newer);
        }

        // A plan that came with a book has no paper yet: consent is bound to one.
        if (plan.DocumentHash is null)
        {
            await PrintSheet.KeepAsync(context.Db, plan, context.PersonId, context.At, stop);
        }

        var consent = Read(context, plan, read);
        read.NotBefore(consent.ExplainedOn, "explainedOn", "説明した日", plan.WrittenOn, "explained-before-written", "計画を作成した日");
        read.NotBefore(consent.ExplainedOn, "explainedOn", "説明した日", await MeetingOnAsync(context, plan, stop), "explained-before-meeting", "サービス担当者会議の日");
        CheckSigner(client, consent, read, await IsNextAsync(context, plan, stop));
        CheckMethod(consent, read);
        await CheckAgreementAsync(context, consent, read, stop);
        if (read.IsWrong)
        {
            return read.Refusal;
        }

        context.Db.Add(consent);
        return Answer(("consentId", Value.Of(consent.Id.ToString())), ("isFollowed", Value.Of(consent.IsFollowed)), ("method", Value.Of(consent.Method is ConsentMethod.Link or ConsentMethod.Tablet ? "link" : "paper")));
    }

    private static Consent Read(ActContext context, ServicePlan plan, ActReader read) => new()
    {
        Id = Guid.CreateVersion7(),
        OfficeId = context.OfficeId,
        ClientId = plan.ClientId,
        CaseId = context.CaseId,
        PlanId = plan.Id,
        Stage = plan.Stage,
        DocumentHash = plan.DocumentHash,
        ExplainedBy = context.PersonId,
        ExplainedOn = read.PastDay("explainedOn", "説明した日"),
        ExplainedPlace = read.Required("explainedPlace", "説明した場所"),
        Signer = read.RequiredChoice<SignerKind>("signerKind", "同意する方"),
        SignerName = read.Required("signerName", "氏名"),
        SignerRelation = read.Text("signerRelation"),
        SignerReason = read.Text("signerReason"),
        IsFollowed = read.YesNo("isFollowed"),
        EasyText = read.Text("easyText"),
        Method = Method(read),
        Witness = read.Text("witness"),
        ElectronicAgreedOn = read.Day("electronicAgreedOn"),
        ElectronicMeans = read.Text("electronicMeans"),
        Mail = read.Text("mail"),
        RecordedAt = context.At,
    };

    private static ConsentMethod Method(ActReader read)
    {
        switch (read.Required("method", "同意の受け方"))
        {
            case "link":
                return ConsentMethod.Link;
            case "tablet":
                return ConsentMethod.Tablet;
            case "oral":
                return ConsentMethod.OralWithWitness;
            case "paper":
                return ConsentMethod.Paper;
            default:
                read.Refuse("method-unknown", "同意の受け方を、紙・リンク・端末・口頭と立会人から選んでください。", "method");
                return ConsentMethod.Paper;
        }
    }

    private static void CheckSigner(Client client, Consent consent, ActReader read, bool isNext)
    {
        var allowed = Signers.For(client, consent.ExplainedOn, isNext);
        read.RefuseIf(
            !allowed.Contains(consent.Signer),
            "signer-not-entitled",
            client.IsChildOn(consent.ExplainedOn)
                ? "子どもの計画には、保護者か法定代理人が同意します。同意する方を選び直してください。"
                : "大人の計画には、本人か法定代理人が同意します。同意する方を選び直してください。",
            "signerKind");
        read.RefuseIf(
            consent.Signer is not SignerKind.Self && consent.SignerRelation is null,
            "relation-missing", "本人でない方が同意するときは「続柄・資格」を書いてください。", "signerRelation");
        read.RefuseIf(
            consent.Signer is SignerKind.Proxy && allowed.Contains(SignerKind.Proxy) && consent.SignerReason is null,
            "proxy-reason-missing", "代理人が答えるときは、本人が署名できない理由を書いてください。", "signerReason");
    }

    private static void CheckMethod(Consent consent, ActReader read)
    {
        read.RefuseIf(
            consent.Method is ConsentMethod.OralWithWitness or ConsentMethod.Tablet && consent.Witness is null,
            "witness-missing", "口頭や事業所の端末で同意を受けるときは「立会人」を書いてください。", "witness");
        if (consent.Method is ConsentMethod.Link or ConsentMethod.Tablet)
        {
            CheckElectronic(consent, read);
        }
    }

    private static void CheckElectronic(Consent consent, ActReader read)
    {
        // 電磁的方法による同意には、あらかじめ相手方の承諾を得る.
        read.RefuseIf(
            consent.ElectronicAgreedOn is null || consent.ElectronicMeans is null,
            "electronic-agreement-missing", "リンクで同意を受けるには、電磁的方法への承諾の日と方法が要ります。承諾がないときは紙を選んでください。", "electronicAgreedOn");
        read.RefuseIf(
            consent.ElectronicAgreedOn > read.Today,
            "day-ahead", "「電磁的方法を承諾した日」にまだ来ていない日が入っています。", "electronicAgreedOn");
        read.RefuseIf(
            consent.Method is ConsentMethod.Link && (consent.Mail is null || !consent.Mail.Contains('@', StringComparison.Ordinal)),
            "mail-missing", "「案内を送るメールアドレス」を正しく入力してください。", "mail");
    }

    /// <summary>An agreement that was typed here is kept for this person; one that was taken back holds no more.</summary>
    private static async Task CheckAgreementAsync(ActContext context, Consent consent, ActReader read, CancellationToken stop)
    {
        if (consent is not { Method: ConsentMethod.Link or ConsentMethod.Tablet, ElectronicAgreedOn: { } agreedOn, ElectronicMeans: { } means })
        {
            return;
        }

        var revokedOn = await context.Db.ElectronicAgreements
            .Where(row => row.ClientId == consent.ClientId && row.PersonName == consent.SignerName && row.RevokedOn != null)
            .MaxAsync(static row => row.RevokedOn, stop);
        read.RefuseIf(
            agreedOn <= revokedOn, "electronic-agreement-revoked", "この方は電磁的方法の承諾を取り消しています。紙で受けるか、新しい承諾の日を入れてください。", "electronicAgreedOn");
        if (!read.IsWrong && await KeepAgreements.InForceAsync(context.Db, consent.ClientId, consent.SignerName, stop) is null)
        {
            context.Db.Add(KeepAgreements.New(context.OfficeId, consent.ClientId, consent.SignerName, means, agreedOn, context.PersonId, context.At));
        }
    }

    /// <summary>Somebody agreed to this version and stands by it, and another one is to follow.</summary>
    private static Task<bool> IsNextAsync(ActContext context, ServicePlan plan, CancellationToken stop) =>
        context.Db.Consents.AnyAsync(row => row.PlanId == plan.Id && row.IsFollowed && row.Outcome == ConsentOutcome.Agreed && row.WithdrawnOn == null, stop);

    private static async Task<DateOnly?> MeetingOnAsync(ActContext context, ServicePlan plan, CancellationToken stop) =>
        plan.Stage is PlanStage.Draft
            ? null
            : await (from meeting in context.Db.Meetings
                     join minutes in context.Db.Minutes on meeting.Id equals minutes.MeetingId
                     where meeting.PlanId == plan.Id
                     select (DateOnly?)minutes.HeldOn).MaxAsync(stop);

    private static PlanStage Stage(ActContext context) =>
        context.Variables["stage"] is Value.Text { Content: "plan" } ? PlanStage.Final : PlanStage.Draft;

    private static Value Of(string? text) => text is null ? Value.None : Value.Of(text);
}
