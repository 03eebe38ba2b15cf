using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Channels;
using OfficeWorkflow.Server.Channels.Documents;
using OfficeWorkflow.Server.Channels.GuestLinks;
using OfficeWorkflow.Server.Channels.Mail;
using OfficeWorkflow.Server.Office.Consents.Receipts;
using OfficeWorkflow.Server.Office.Meetings;
using OfficeWorkflow.Server.Office.Plug;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Office.Consents.Witnesses;

/// <summary>立会人に確認をお願いする: by a link of their own with a code, on the office's tablet, or on the paper that they signed.</summary>
public sealed class AskWitness(Links links, Postbox postbox, SiteAddress site, TimeProvider clock)
{
    private const int DaysOpen = 14;
    private const int TabletMinutes = 30;
    private const int LongestName = 60;

    private static Refusal Unknown { get; } = new("consent-unknown", "この同意の記録が見つかりません。", Kind: RefusalKind.Unknown);

    public static IReadOnlyList<Option> Methods { get; } =
    [
        .. new[] { ConsentMethod.Paper, ConsentMethod.Tablet, ConsentMethod.Link }.Select(static one => new Option(one.ToString(), ConsentWords.Of(one))),
    ];

    public sealed record Form
    {
        public string? Name { get; init; }

        public string? Standing { get; init; }

        public string? Method { get; init; } = nameof(ConsentMethod.Paper);

        public string? Mail { get; init; }

        public string? SignedOn { get; init; }
    }

    public sealed record Model(Consent Consent, Form Form, IReadOnlyList<Refusal> Refusals)
    {
        public string Address => AddressOf(Consent.Id);
    }

    public static string AddressOf(Guid consentId) => $"/consents/{consentId}/witness";

    internal static async Task<Model?> ShowAsync(Guid consentId, Form? typed, IReadOnlyList<Refusal> refusals, OfficeDb db, CancellationToken stop) =>
        await db.Consents.AsNoTracking().SingleOrDefaultAsync(consent => consent.Id == consentId, stop) is { } consent
            ? new Model(consent, typed ?? new Form { Name = consent.Witness }, refusals)
            : null;

    internal async Task<Outcome<Guid>> HandleAsync(Guid consentId, Form form, IFormFile? scan, Viewer viewer, OfficeDb db, CancellationToken stop)
    {
        if (await db.Consents.SingleOrDefaultAsync(consent => consent.Id == consentId, stop) is not { } consent)
        {
            return Unknown;
        }

        if (consent.IsWithdrawn)
        {
            return new Refusal("consent-already-withdrawn", "この同意は撤回されているので、立会人に確認をお願いできません。", Kind: RefusalKind.Conflict);
        }

        if (await db.Witnesses.CountAsync(row => row.ConsentId == consentId, stop) >= ReceiptEvidence.MostWitnesses)
        {
            return new Refusal("witnesses-too-many", $"この同意には、もう{ReceiptEvidence.MostWitnesses}人の立会人がいます。これより多くの方には、お願いできません。", Kind: RefusalKind.Conflict);
        }

        var (read, now) = (new PageReader(), clock.GetUtcNow());
        var witness = Read(form, consent, read, viewer, now);
        var signedOn = witness.Method is ConsentMethod.Paper ? SignedOn(form, consent, scan, read, now) : default;
        if (read.IsWrong)
        {
            return read.Refusal;
        }

        db.Add(witness);
        db.Note(consent.OfficeId, now, "consent-witness-asked", ReceiptEvidence.AboutOf(consent.Id), "立会人に確認をお願いしました。", consent.CaseId);
        var refusal = witness.Method switch
        {
            ConsentMethod.Paper => await PaperAsync(db, witness, consent, scan!, signedOn, viewer, now, stop),
            ConsentMethod.Link => await SendAsync(db, witness, consent, now, stop),
            _ => null,
        };
        if (refusal is not null)
        {
            return refusal;
        }

        await db.SaveChangesAsync(stop);

        return witness.Id;
    }

    /// <summary>Opens the witness's page on the office's tablet for half an hour; staff beside it see who confirms.</summary>
    /// <returns>Where the page is.</returns>
    internal async Task<Outcome<string>> OpenTabletAsync(Guid consentId, Guid witnessId, Viewer viewer, OfficeDb db, CancellationToken stop)
    {
        if (await db.Witnesses.SingleOrDefaultAsync(row => row.Id == witnessId && row.ConsentId == consentId, stop) is not { } witness)
        {
            return Unknown;
        }

        if (witness is not { Method: ConsentMethod.Tablet, IsConfirmed: false })
        {
            return new Refusal("witness-not-for-tablet", "端末で確かめる立会人ではないか、もう確認を受け取っています。", Kind: RefusalKind.Conflict);
        }

        var now = clock.GetUtcNow();
        var path = await links.MakeAsync(db, viewer.OfficeId, WitnessPurpose.Key, witness.Id.ToString(), witness.Name, now.AddMinutes(TabletMinutes), needsCode: false, stop);
        db.Note(viewer.OfficeId, now, "consent-tablet-opened", ReceiptEvidence.AboutOf(consentId), "立会人の確認のページを、事業所の端末で開きました。");
        await db.SaveChangesAsync(stop);

        return path;
    }

    private static Witness Read(Form form, Consent consent, PageReader read, Viewer viewer, DateTimeOffset at)
    {
        var name = read.Required(form.Name, nameof(form.Name), "立会人の氏名");
        read.RefuseIf(name.Length > LongestName, "too-long", $"「立会人の氏名」は{LongestName}字までで入力してください。", nameof(form.Name));
        read.RefuseIf(
            string.Equals(name, consent.SignerName, StringComparison.Ordinal), "witness-is-signer", "同意する方とは別の方を立会人にしてください。", nameof(form.Name));
        var method = read.Choice<ConsentMethod>(form.Method, nameof(form.Method), "確認の受け方");
        read.RefuseIf(method is ConsentMethod.OralWithWitness, "not-an-option", "「確認の受け方」を一覧から選んでください。", nameof(form.Method));
        var mail = method is ConsentMethod.Link ? read.Mail(form.Mail, nameof(form.Mail)) : null;
        read.RefuseIf(method is ConsentMethod.Link && string.IsNullOrWhiteSpace(form.Mail), "mail-missing", "リンクを送るメールアドレスを入力してください。", nameof(form.Mail));

        return new Witness
        {
            Id = Guid.CreateVersion7(at),
            OfficeId = consent.OfficeId,
            ConsentId = consent.Id,
            Name = name,
            Standing = read.Required(form.Standing, nameof(form.Standing), "立場"),
            Method = method,
            Mail = mail,
            AskedBy = viewer.PersonId,
            AskedAt = at,
        };
    }

    private static DateOnly SignedOn(Form form, Consent consent, IFormFile? scan, PageReader read, DateTimeOffset at)
    {
        var on = read.RequiredDay(form.SignedOn, nameof(form.SignedOn), "署名の日");
        read.RefuseIf(on > JapaneseEra.DayInTokyo(at), "day-ahead", "「署名の日」にまだ来ていない日が入っています。", nameof(form.SignedOn));
        read.RefuseIf(on != default && on < consent.ExplainedOn, "witness-before-explanation", "「署名の日」が、説明した日より前です。", nameof(form.SignedOn));
        read.RefuseIf(scan is null or { Length: 0 }, "scan-missing", "立会人の署名がある紙の写しを付けてください。", "scan");

        return on;
    }

    private static async Task<Refusal?> PaperAsync(OfficeDb db, Witness witness, Consent consent, IFormFile scan, DateOnly on, Viewer viewer, DateTimeOffset at, CancellationToken stop)
    {
        var origin = new DocumentOrigin(consent.OfficeId, consent.ClientId.ToString(), consent.CaseId, viewer.PersonId, at);

        return await DocumentStore.KeepAsync(db, scan, origin, stop) switch
        {
            Outcome<Document>.Refused no => no.Refusal,
            Outcome<Document>.Done kept => await ConfirmWitness.RecordAsync(db, witness, consent, new WitnessWord(on, at, DocumentId: kept.Value.Id, RecordedBy: viewer.PersonId), stop),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private async Task<Refusal?> SendAsync(OfficeDb db, Witness witness, Consent consent, DateTimeOffset at, CancellationToken stop)
    {
        var by = JapaneseEra.DayInTokyo(at).AddDays(DaysOpen);
        var path = await links.MakeAsync(db, witness.OfficeId, WitnessPurpose.Key, witness.Id.ToString(), witness.Name, MeetingDays.EndOf(by), needsCode: true, stop);
        var words = Value.Record.Empty.With("link", Value.Of(site.Of(path))).With("answersBy", Value.Of(by));
        var order = new MailOrder(witness.OfficeId, "witness-request", witness.Name, witness.Mail, words) { CaseId = consent.CaseId };

        return await postbox.PutAsync(db, order, at, stop) is Outcome<SentMail>.Refused no ? no.Refusal : null;
    }
}
