using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Automation.Workers;
using OfficeWorkflow.Server.Channels.GuestLinks;
using OfficeWorkflow.Server.Channels.Mail;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Office.Consents.ByLink;

/// <summary>The consent that a step of the procedure is about, and the mail to its signer.</summary>
internal static class Requested
{
    public static WorkerAnswer Unknown { get; } = new WorkerAnswer.Failed("この同意の記録が見つかりません。案件のページで前の作業を確かめてください。");

    public static async Task<Consent?> FindAsync(WorkerContext context, CancellationToken stop)
    {
        var id = context.Inputs["consentId"] is Value.Text { Content: var text } && Guid.TryParse(text, CultureInfo.InvariantCulture, out var read) ? read : (Guid?)null;

        return await context.Db.Consents.SingleOrDefaultAsync(consent => consent.Id == id, stop);
    }

    /// <summary>A mail names no client, also when the client is the signer.</summary>
    public static string NameInMail(Consent consent) => consent.Signer is SignerKind.Self ? "ご本人" : consent.SignerName;

    /// <summary>Where the signer is reached by now.</summary>
    public static async Task<string?> AddressAsync(OfficeDb db, Consent consent, CancellationToken stop) =>
        await MailedTo.AddressAsync(db, consent.CaseId, ConsentPurpose.Key, consent.Id.ToString(), stop) ?? consent.Mail;

    public static MailOrder Mail(string template, Consent consent, string? address, string link, DateOnly by) => new(
        consent.OfficeId,
        template,
        NameInMail(consent),
        address,
        Value.Record.Empty.With("link", Value.Of(link)).With("answersBy", Value.Of(by)))
    {
        CaseId = consent.CaseId,
    };
}
