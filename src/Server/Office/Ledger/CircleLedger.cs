using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Office.Consents;
using OfficeWorkflow.Server.Office.Meetings;
using OfficeWorkflow.Server.Office.Monitoring;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Office.Ledger;

/// <summary>Explanations, consents, meetings and monitoring.</summary>
internal sealed class CircleLedger : LedgerSource
{
    public override async Task<IReadOnlyList<LedgerEntry>> OfAsync(OfficeDb db, Guid clientId, CancellationToken stop)
    {
        var consents = await db.Consents.Where(row => row.ClientId == clientId).ToListAsync(stop);
        var meetings = db.Meetings;
        var minutes = await db.Minutes.Where(row => meetings.Any(meeting => meeting.Id == row.MeetingId && meeting.ClientId == clientId)).ToListAsync(stop);
        var reports = await db.MonitoringReports.Where(row => row.ClientId == clientId).ToListAsync(stop);
        return
        [
            .. consents.Select(row => new LedgerEntry(
                row.ExplainedOn, $"{Words.Of(row.Stage)}の説明", row.ExplainedPlace, row.RecordedAt, $"/consents/{row.Id}", row.ExplainedBy)),
            .. consents.Where(row => row.ConsentedOn is not null).Select(row => new LedgerEntry(
                row.ConsentedOn!.Value, $"{Words.Of(row.Stage)}への{(row.IsAgreed ? "同意" : "返事（同意なし）")}", row.SignerName,
                row.AnsweredAt ?? row.RecordedAt, $"/consents/{row.Id}", row.AnswerRecordedBy)),
            .. minutes.GroupBy(static row => row.MeetingId).Select(static versions => versions.MaxBy(static row => row.Version)!).Select(row => new LedgerEntry(
                row.HeldOn, "サービス担当者会議", $"{row.Place}（会議録 第{row.Version}版）", row.WrittenAt, $"/meetings/{row.MeetingId}", row.WrittenBy)),
            .. reports.Select(row => new LedgerEntry(
                JapaneseEra.DayInTokyo(row.VisitedAt), "モニタリング", JapaneseEra.Month(row.Month), row.RecordedAt, $"/monitoring/reports/{row.Id}", row.PerformedBy)),
        ];
    }
}
