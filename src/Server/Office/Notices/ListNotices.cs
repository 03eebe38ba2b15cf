using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Office.Clients;
using OfficeWorkflow.Server.Office.Monitoring;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Office.Notices;

/// <summary>The open notices of the office, the most urgent first, and how one ends.</summary>
public static class ListNotices
{
    /// <param name="Act">What is to be begun, as its link says it.</param>
    /// <param name="Procedure">Key of what that begins.</param>
    public sealed record Line(Guid Id, Guid ClientId, string ClientName, string What, string Next, DateOnly On, bool IsOverdue, string Act, string Procedure)
    {
        public string Address => $"/cases/new?procedure={Procedure}&subject={ClientId}";
    }

    public sealed record Model(IReadOnlyList<Line> Lines, bool MayChange);

    internal static async Task<Model> HandleAsync(bool mayChange, OfficeDb db, TimeProvider clock, CancellationToken stop)
    {
        var today = JapaneseEra.DayInTokyo(clock.GetUtcNow());
        var rows = await (
            from notice in db.Notices
            where notice.EndedAt == null
            join client in db.Clients on notice.ClientId equals client.Id
            orderby notice.On, client.Kana
            select new { notice.Id, notice.Kind, notice.On, notice.ClientId, client.Name }).ToListAsync(stop);
        return new Model([.. rows.Select(row => LineOf(row.Id, row.Kind, row.On, row.ClientId, row.Name, today))], mayChange);
    }

    /// <returns>Whether there was such an open notice.</returns>
    internal static async Task<bool> EndAsync(Guid id, Guid personId, OfficeDb db, TimeProvider clock, CancellationToken stop)
    {
        if (await db.Notices.SingleOrDefaultAsync(notice => notice.Id == id && notice.EndedAt == null, stop) is not { } notice)
        {
            return false;
        }

        notice.EndedAt = clock.GetUtcNow();
        notice.EndedBy = personId;
        await db.SaveChangesAsync(stop);
        return true;
    }

    private static Line LineOf(Guid id, NoticeKind kind, DateOnly on, Guid clientId, string name, DateOnly today) => kind switch
    {
        NoticeKind.CertificateEnds => new Line(
            id, clientId, name,
            on < today ? $"受給者証の期間が{JapaneseEra.Date(on)}で終わっています" : $"受給者証の期間が{JapaneseEra.Date(on)}に終わります",
            "更新の計画づくりを始めるか、新しい受給者証を写してください。",
            on, on < today, "更新の計画づくりを始める", ScanCertificates.Renewal),
        _ => new Line(
            id, clientId, name,
            $"{JapaneseEra.Month(on)}のモニタリングの報告がありません",
            "モニタリングを始めるか、記録の漏れがないか確かめてください。",
            on, on.AddMonths(1) <= today, "モニタリングを始める", MonitoringDueWorker.Procedure),
    };
}
