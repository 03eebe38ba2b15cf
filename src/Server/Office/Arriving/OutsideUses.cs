using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Office.Assessments;
using OfficeWorkflow.Server.Office.Certificates;
using OfficeWorkflow.Server.Office.Clients;
using OfficeWorkflow.Server.Office.Consents;
using OfficeWorkflow.Server.Office.Contracts;
using OfficeWorkflow.Server.Office.Decisions;
using OfficeWorkflow.Server.Office.Deliveries;
using OfficeWorkflow.Server.Office.Meetings;
using OfficeWorkflow.Server.Office.Monitoring;
using OfficeWorkflow.Server.Office.Notices;
using OfficeWorkflow.Server.Office.OfficialForms;
using OfficeWorkflow.Server.Office.Plans;
using OfficeWorkflow.Server.Office.Privacy;
using OfficeWorkflow.Server.Office.Providers;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.Arriving;

/// <summary>
/// What names a row of a book and did not come with it. Most ids are kept without a foreign key, so the database would let the named row go
/// and leave a name of nothing.
/// </summary>
internal static class OutsideUses
{
    /// <returns>What the first one found is called, or null where nothing outside names a row.</returns>
    public static async Task<string?> FirstAsync(Guid arrivalId, OfficeDb db, CancellationToken stop)
    {
        var mine = db.ArrivedRows.Where(row => row.ArrivalId == arrivalId).Select(static row => row.RowId);
        foreach (var (what, named) in OfWhatArrives(mine, db).Concat(OfWhatIsMade(db)))
        {
            if (await named.AnyAsync(id => mine.Contains(id!.Value), stop))
            {
                return what;
            }
        }

        return null;
    }

    /// <summary>Rows of the kinds that books bring: those of the same book go with it.</summary>
    private static IEnumerable<(string What, IQueryable<Guid?> Named)> OfWhatArrives(IQueryable<Guid> mine, OfficeDb db)
    {
        var certificates = db.Certificates.Where(row => !mine.Contains(row.Id));
        var plans = db.Plans.Where(row => !mine.Contains(row.Id));
        return
        [
            ("利用者", db.Clients.Where(row => !mine.Contains(row.Id)).Select(static row => row.MunicipalityId)),
            ("関係者", db.Contacts.Where(row => !mine.Contains(row.Id)).Select(static row => row.MunicipalityId)),
            ("事業所の担当者", db.ServiceContacts.Where(row => !mine.Contains(row.Id)).Select(static row => (Guid?)row.ProviderId)),
            ("家族", db.FamilyMembers.Where(row => !mine.Contains(row.Id)).Select(static row => (Guid?)row.ClientId)),
            ("受給者証", certificates.Select(static row => (Guid?)row.ClientId)),
            ("受給者証", certificates.Select(static row => row.MunicipalityId)),
            ("受給者証", certificates.Select(static row => row.ReplacesId)),
            ("計画", plans.Select(static row => (Guid?)row.ClientId)),
            ("計画", plans.Select(static row => row.CertificateId)),
            ("計画", plans.Select(static row => row.PreviousId)),
            ("計画", db.NeedRows.Where(row => !mine.Contains(row.PlanId)).Select(static row => row.ProviderId)),
            ("計画", db.WeeklyRows.Where(row => !mine.Contains(row.PlanId)).Select(static row => row.ProviderId)),
        ];
    }

    private static IEnumerable<(string What, IQueryable<Guid?> Named)> OfWhatIsMade(OfficeDb db) =>
    [
        ("利用者の関係者", db.ClientContacts.Select(static row => (Guid?)row.ClientId)),
        ("利用者の関係者", db.ClientContacts.Select(static row => (Guid?)row.ContactId)),
        ("アセスメント", db.Assessments.Select(static row => (Guid?)row.ClientId)),
        ("契約", db.Contracts.Select(static row => (Guid?)row.ClientId)),
        ("契約内容の報告", db.ContractReports.Select(static row => (Guid?)row.ClientId)),
        ("情報の提供", db.InfoProvisions.Select(static row => (Guid?)row.ClientId)),
        ("計画作成の依頼", db.PlanRequests.Select(static row => (Guid?)row.ClientId)),
        ("個人情報の使用同意", db.PrivacyConsents.Select(static row => (Guid?)row.ClientId)),
        ("個人情報の使用同意", db.PrivacyConsents.Select(static row => row.FamilyMemberId)),
        ("説明と同意", db.Consents.Select(static row => (Guid?)row.ClientId)),
        ("説明と同意", db.Consents.Select(static row => (Guid?)row.PlanId)),
        ("電磁的方法の承諾", db.ElectronicAgreements.Select(static row => (Guid?)row.ClientId)),
        ("支給決定", db.Decisions.Select(static row => (Guid?)row.ClientId)),
        ("支給決定", db.Decisions.Select(static row => row.DraftId)),
        ("支給決定", db.Decisions.Select(static row => (Guid?)row.CertificateId)),
        ("交付", db.Deliveries.Select(static row => (Guid?)row.ClientId)),
        ("交付", db.Deliveries.Select(static row => (Guid?)row.PlanId)),
        ("交付", db.Deliveries.Select(static row => (Guid?)row.AddresseeId)),
        ("会議", db.Meetings.Select(static row => (Guid?)row.ClientId)),
        ("会議", db.Meetings.Select(static row => row.PlanId)),
        ("会議", db.Participants.Select(static row => (Guid?)row.PersonId)),
        ("会議", db.Participants.Select(static row => row.ProviderId)),
        ("会議の資料", db.MeetingPapers.Select(static row => row.FamilyMemberId)),
        ("モニタリング", db.MonitoringVisits.Select(static row => (Guid?)row.ClientId)),
        ("モニタリング", db.MonitoringReports.Select(static row => (Guid?)row.ClientId)),
        ("モニタリング", db.MonitoringReports.Select(static row => row.PlanId)),
        ("期限のお知らせ", db.Notices.Where(static row => row.EndedBy != null).Select(static row => (Guid?)row.ClientId)),
        ("印刷した書面", db.Printouts.Select(static row => (Guid?)row.TargetId)),
    ];
}
