using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Office.Certificates;
using OfficeWorkflow.Server.Office.Clients;
using OfficeWorkflow.Server.Office.OfficialForms.Papers;
using OfficeWorkflow.Server.Offices;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.OfficialForms;

/// <summary>The boxes on top of every sheet, from what the ledger knows.</summary>
internal static class PaperHeads
{
    /// <param name="authorId">計画作成担当者, or who wrote the record.</param>
    /// <param name="on">The day that decides whether the client is a child.</param>
    public static async Task<PaperHead> OfAsync(OfficeDb db, Guid clientId, Guid authorId, DateOnly on, CancellationToken stop)
    {
        var client = await db.Clients.SingleAsync(row => row.Id == clientId, stop);
        var certificates = await db.Certificates.Where(row => row.ClientId == clientId).OrderByDescending(row => row.RecordedAt).ToListAsync(stop);
        var isChild = client.IsChildOn(on);

        return new PaperHead(
            client.Name,
            await db.Offices.Where(row => row.Id == client.OfficeId).Select(row => row.Name).FirstOrDefaultAsync(stop) ?? string.Empty,
            await NameOfAsync(db, authorId, stop))
        {
            IsForChild = isChild,
            SupportLevel = certificates.Find(static row => row.Kind is CertificateKind.Adult) is { } adult ? Words.Of(adult.SupportLevel) : string.Empty,
            AdultNumber = Number(certificates, CertificateKind.Adult),
            RegionalNumber = Number(certificates, CertificateKind.Regional),
            ChildNumber = Number(certificates, CertificateKind.Child),
            CopayCap = certificates.Select(static row => row.CopayCap).FirstOrDefault(static cap => cap is not null) is { } yen
                ? yen.ToString("#,0円", CultureInfo.InvariantCulture)
                : string.Empty,
            Guardian = isChild ? await GuardianAsync(db, clientId, stop) : string.Empty,
        };
    }

    public static async Task<string> NameOfAsync(OfficeDb db, Guid personId, CancellationToken stop) =>
        await db.People.Where(row => row.Id == personId).Select(static row => row.Name).FirstOrDefaultAsync(stop) ?? string.Empty;

    private static string Number(List<Certificate> certificates, CertificateKind kind) =>
        certificates.Find(row => row.Kind == kind)?.Number ?? string.Empty;

    private static async Task<string> GuardianAsync(OfficeDb db, Guid clientId, CancellationToken stop)
    {
        var guardian = await db.FamilyMembers
            .Where(row => row.ClientId == clientId && row.IsGuardian && row.LeftOn == null)
            .OrderBy(static row => row.RecordedAt)
            .FirstOrDefaultAsync(stop);

        return guardian is null ? string.Empty : $"{guardian.Name}({guardian.Relation})";
    }
}
