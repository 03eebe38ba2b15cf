using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Office.Assessments;
using OfficeWorkflow.Server.Office.Decisions;
using OfficeWorkflow.Server.Office.Deliveries;
using OfficeWorkflow.Server.Office.Plans;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Office.Ledger;

/// <summary>Assessment, versions of plans, decisions and deliveries.</summary>
internal sealed class PlanLedger : LedgerSource
{
    public override async Task<IReadOnlyList<LedgerEntry>> OfAsync(OfficeDb db, Guid clientId, CancellationToken stop)
    {
        var assessments = await db.Assessments.Where(row => row.ClientId == clientId).ToListAsync(stop);
        var plans = await db.Plans.Where(row => row.ClientId == clientId).ToListAsync(stop);
        var decisions = await db.Decisions.Where(row => row.ClientId == clientId).ToListAsync(stop);
        var deliveries = await db.Deliveries.Where(row => row.ClientId == clientId).ToListAsync(stop);
        var versions = plans.ToDictionary(plan => plan.Id);
        return
        [
            .. assessments.Select(row => new LedgerEntry(
                JapaneseEra.DayInTokyo(row.VisitedAt), "アセスメント", PlaceOf(row), row.RecordedAt, $"/assessments/{row.Id}", row.PerformedBy)),
            .. plans.Select(row => new LedgerEntry(row.WrittenOn, $"{Words.Of(row.Stage)}の作成", $"第{row.Version}版", row.WrittenAt, $"/plans/{row.Id}", row.WrittenBy)),
            .. decisions.Select(row => new LedgerEntry(
                row.DecidedOn, "支給決定", $"{JapaneseEra.Date(row.PeriodFrom)}から{JapaneseEra.Date(row.PeriodUntil)}まで", row.RecordedAt, $"/decisions/{row.Id}", row.RecordedBy)),
            .. deliveries.Select(row => new LedgerEntry(
                row.DeliveredOn, TitleOf(row, versions), $"{row.AddresseeName}（{Words.Of(row.Means)}）", row.RecordedAt, $"/plans/{row.PlanId}", row.RecordedBy)),
        ];
    }

    private static string PlaceOf(Assessment assessment) =>
        assessment.Place is { } place ? $"{Words.Of(place)} {assessment.PlaceName}".TrimEnd() : "場所の記録なし";

    private static string TitleOf(Delivery delivery, Dictionary<Guid, ServicePlan> versions)
    {
        var stage = versions.TryGetValue(delivery.PlanId, out var plan) ? plan.Stage : PlanStage.Final;
        return stage is PlanStage.Draft && delivery.Kind is AddresseeKind.City ? "計画案の提出" : $"{Words.Of(stage)}の交付";
    }
}
