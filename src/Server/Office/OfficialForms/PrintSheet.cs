using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Channels.Documents;
using OfficeWorkflow.Server.Channels.Documents.Layout;
using OfficeWorkflow.Server.Channels.Documents.Pdf;
using OfficeWorkflow.Server.Office.Clients;
using OfficeWorkflow.Server.Office.Consents;
using OfficeWorkflow.Server.Office.Consents.Receipts;
using OfficeWorkflow.Server.Office.Meetings;
using OfficeWorkflow.Server.Office.Monitoring;
using OfficeWorkflow.Server.Office.OfficialForms.Papers;
using OfficeWorkflow.Server.Office.OfficialForms.Sheets;
using OfficeWorkflow.Server.Office.Plans;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.OfficialForms;

/// <summary>Makes the paper of a record, once, and keeps it as a document with its hash.</summary>
internal static class PrintSheet
{
    private static Refusal Unknown { get; } =
        new("sheet-unknown", "印刷する記録が見つかりません。一覧から選び直してください。", Kind: RefusalKind.Unknown);

    private static Refusal Unsealed { get; } = new(
        "receipt-not-sealed", "監査記録の封印を待っています。ふつうは数秒で終わります。少し待ってから、もう一度押してください。", Kind: RefusalKind.Conflict);

    /// <summary>Keeps the paper of a stored record and saves; the one that stands already is given back.</summary>
    public static async Task<Outcome<Document>> HandleAsync(
        SheetKind kind, Guid targetId, OfficeDb db, Guid personId, TimeProvider clock, CancellationToken stop)
    {
        if (await KeptAsync(db, kind, targetId, stop) is { } kept)
        {
            return kept;
        }

        if (await ConsentOfAsync(kind, targetId, db, stop) is { } consentId && await IsUnsealedAsync(consentId, db, stop))
        {
            return Unsealed;
        }

        if (await SheetAsync(kind, targetId, db, stop) is not { } made)
        {
            return Unknown;
        }

        var document = Keep(db, kind, targetId, made, personId, clock.GetUtcNow());
        if (kind is SheetKind.Plan)
        {
            Bind(await db.Plans.SingleAsync(plan => plan.Id == targetId, stop), document);
        }

        db.Note(document.OfficeId, document.KeptAt, "sheet-printed", $"document:{document.Id}", "記録の書面を作った。", document.CaseId);

        return await SaveAsync(kind, targetId, document, db, stop);
    }

    /// <summary>Keeps the paper of a plan that is being written: consent will bind to its hash. Whoever calls it saves.</summary>
    public static async Task<Document> KeepAsync(OfficeDb db, ServicePlan plan, Guid personId, DateTimeOffset at, CancellationToken stop)
    {
        var document = Keep(db, SheetKind.Plan, plan.Id, await PlanAsync(plan, db, stop), personId, at);
        Bind(plan, document);

        return document;
    }

    /// <summary>The paper that stands for a record, or null.</summary>
    public static async Task<Document?> KeptAsync(OfficeDb db, SheetKind kind, Guid targetId, CancellationToken stop)
    {
        var printouts = db.Printouts.Where(row => row.Kind == kind && row.TargetId == targetId);

        return await db.Documents.FirstOrDefaultAsync(row => printouts.Any(printout => printout.DocumentId == row.Id), stop);
    }

    public static async Task<bool> CanPrintAsync(SheetKind kind, Guid targetId, OfficeDb db, CancellationToken stop) =>
        await SheetAsync(kind, targetId, db, stop) is not null;

    /// <summary>Of two who print one record at one moment, the second gets the first one's paper.</summary>
    private static async Task<Document> SaveAsync(SheetKind kind, Guid targetId, Document document, OfficeDb db, CancellationToken stop)
    {
        try
        {
            await db.SaveChangesAsync(stop);

            return document;
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            if (await KeptAsync(db, kind, targetId, stop) is { } first)
            {
                return first;
            }

            throw;
        }
    }

    // What was consented to without a document stays without one: a later paper proves nothing.
    private static void Bind(ServicePlan plan, Document document) => _ = plan.IsConsented ? null : plan.Attach(document.Id, document.Sha256);

    private static Document Keep(OfficeDb db, SheetKind kind, Guid targetId, Made made, Guid personId, DateTimeOffset at)
    {
        var origin = new DocumentOrigin(made.OfficeId, made.ClientId.ToString(), made.CaseId, personId, at);
        var printed = SheetPrinter.Print(made.Sheet);
        if (DocumentStore.Keep(db, made.Name, made.Sheet.Attached is null ? printed.Bytes : ReceiptFile.Close(printed.Bytes), origin) is not Outcome<Document>.Done { Value: var document })
        {
            throw new UnreachableException("Our own PDF is a PDF.");
        }

        db.Printouts.Add(new Printout
        {
            Id = Guid.CreateVersion7(at),
            OfficeId = made.OfficeId,
            Kind = kind,
            TargetId = targetId,
            DocumentId = document.Id,
        });

        return document;
    }

    private static async Task<Made?> SheetAsync(SheetKind kind, Guid targetId, OfficeDb db, CancellationToken stop) => kind switch
    {
        SheetKind.Plan => await db.WholePlans.FirstOrDefaultAsync(row => row.Id == targetId, stop) is { } plan ? await PlanAsync(plan, db, stop) : null,
        SheetKind.AgreedPlan => await AgreedPlanAsync(targetId, db, stop),
        SheetKind.Minutes => await MinutesAsync(targetId, db, stop),
        SheetKind.Monitoring => await MonitoringAsync(targetId, db, stop),
        _ => await ConsentOfAsync(kind, targetId, db, stop) is { } consentId ? await ConsentAsync(consentId, db, stop) : null,
    };

    /// <summary>The consent that a paper is the record of; null for other papers, and for a witness who confirmed nothing yet.</summary>
    private static async Task<Guid?> ConsentOfAsync(SheetKind kind, Guid targetId, OfficeDb db, CancellationToken stop) => kind switch
    {
        SheetKind.Consent => targetId,
        SheetKind.Witness => await db.Witnesses.Where(row => row.Id == targetId && row.ConfirmedAt != null).Select(static row => (Guid?)row.ConsentId).FirstOrDefaultAsync(stop),
        _ => null,
    };

    private static async Task<Made> PlanAsync(ServicePlan plan, OfficeDb db, CancellationToken stop)
    {
        var paper = await PlanPapers.OfAsync(db, plan, stop);

        return new Made(PlanSheet.Of(paper), $"{paper.Title}_第{plan.Version}版_{paper.Head.ClientName}", plan.OfficeId, plan.ClientId, plan.CaseId);
    }

    private static async Task<Made?> AgreedPlanAsync(Guid id, OfficeDb db, CancellationToken stop)
    {
        var plan = await db.WholePlans.FirstOrDefaultAsync(row => row.Id == id, stop);
        var consent = await db.Consents.FirstOrDefaultAsync(row => row.PlanId == id && row.Outcome == ConsentOutcome.Agreed && !row.IsFollowed, stop);
        if (plan is null || consent is null)
        {
            return null;
        }

        var paper = await PlanPapers.OfAsync(db, plan, stop) with
        {
            Signature = new SignatureBox(consent.ConsentedOn, consent.SignerName),
            ShownHash = consent.DocumentHash,
        };

        return new Made(PlanSheet.Of(paper), $"{paper.Title}_第{plan.Version}版_交付用_{paper.Head.ClientName}", plan.OfficeId, plan.ClientId, plan.CaseId);
    }

    private static async Task<Made?> MinutesAsync(Guid id, OfficeDb db, CancellationToken stop)
    {
        if (await db.WholeMinutes.FirstOrDefaultAsync(row => row.Id == id, stop) is not { } minutes)
        {
            return null;
        }

        var meeting = await db.Meetings.SingleAsync(row => row.Id == minutes.MeetingId, stop);
        var paper = await MinutesPapers.OfAsync(db, minutes, stop);
        var name = $"会議録_第{meeting.Round}回_第{minutes.Version}版_{paper.Head.ClientName}";

        return new Made(MinutesSheet.Of(paper), name, minutes.OfficeId, meeting.ClientId, meeting.CaseId);
    }

    private static async Task<Made?> MonitoringAsync(Guid id, OfficeDb db, CancellationToken stop)
    {
        if (await db.MonitoringReports.Include(static row => row.Rows).FirstOrDefaultAsync(row => row.Id == id, stop) is not { } report)
        {
            return null;
        }

        var paper = await MonitoringPapers.OfAsync(db, report, stop);
        var name = $"モニタリング報告書_{report.Month:yyyy-MM}_{paper.Head.ClientName}";

        return new Made(MonitoringReportSheet.Of(paper), name, report.OfficeId, report.ClientId, report.CaseId);
    }

    private static async Task<Made?> ConsentAsync(Guid id, OfficeDb db, CancellationToken stop)
    {
        if (await db.Consents.FirstOrDefaultAsync(row => row.Id == id && row.Outcome != null, stop) is not { } consent)
        {
            return null;
        }

        var evidence = await ReceiptEvidence.FindAsync(db, consent, stop);
        var sheet = ConsentSheet.Of(await ConsentPapers.OfAsync(db, consent, evidence, stop)) with
        {
            Attached = evidence is null ? null : new Attachment(ReceiptFile.EvidenceName, evidence.Write()),
        };
        var client = await db.Clients.SingleAsync(row => row.Id == consent.ClientId, stop);

        return new Made(sheet, $"説明・同意の記録_{client.Name}", consent.OfficeId, consent.ClientId, consent.CaseId);
    }

    /// <summary>A receipt is issued once its row is sealed, and prints the head.</summary>
    private static async Task<bool> IsUnsealedAsync(Guid id, OfficeDb db, CancellationToken stop) =>
        await db.Consents.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id && row.Facts != null, stop) is { } consent
        && await ReceiptEvidence.FindAsync(db, consent, stop) is null;

    private sealed record Made(PaperSheet Sheet, string Name, Guid OfficeId, Guid ClientId, Guid? CaseId);
}
