using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Office.Certificates;
using OfficeWorkflow.Server.Office.Clients;
using OfficeWorkflow.Server.Office.Decisions;
using OfficeWorkflow.Server.Office.Deliveries;
using OfficeWorkflow.Server.Office.Providers;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Office.Plans;

/// <summary>One version of a plan: all its fields, the week, its amounts, who received it, and the other versions.</summary>
public static class ShowPlan
{
    /// <param name="Decided">What the certificate allots in the worst month, as printed.</param>
    public sealed record UseLine(string ServiceName, string Worst, string Decided, bool IsOver);

    public sealed record Model(ServicePlan Plan, Client Client)
    {
        public string? Author { get; init; }

        public Certificate? Certificate { get; init; }

        public AmountComparison? Amounts { get; init; }

        public IReadOnlyList<UseLine> Use { get; init; } = [];

        public IReadOnlyList<Delivery> Deliveries { get; init; } = [];

        public IReadOnlyList<ServicePlan> Versions { get; init; } = [];

        public IReadOnlyDictionary<Guid, string> Providers { get; init; } = new Dictionary<Guid, string>();

        public string Title => $"{Words.Of(Plan.Stage)} 第{Plan.Version}版";

        public IEnumerable<WeeklyRow> On(DayOfWeek day) => Plan.Week.Where(row => row.Day == day).OrderBy(row => row.Start);
    }

    internal static async Task<Model?> HandleAsync(Guid id, OfficeDb db, CancellationToken stop)
    {
        var plan = await db.WholePlans.SingleOrDefaultAsync(row => row.Id == id, stop);
        if (plan is null)
        {
            return null;
        }

        var certificate = await CertificateAsync(plan, db, stop);
        var providers = plan.Week.Select(row => row.ProviderId).OfType<Guid>().Distinct().ToList();
        return new Model(plan, await db.Clients.SingleAsync(row => row.Id == plan.ClientId, stop))
        {
            Author = await db.People.Where(person => person.Id == plan.WrittenBy).Select(person => person.Name).SingleOrDefaultAsync(stop),
            Certificate = certificate,
            Amounts = certificate is null ? null : AmountComparison.Of(plan, certificate),
            Use = Use(plan, certificate),
            Deliveries = await db.Deliveries.Where(row => row.PlanId == id).OrderBy(row => row.DeliveredOn).ThenBy(row => row.RecordedAt).ToListAsync(stop),
            Versions = await db.Plans.Where(row => row.ClientId == plan.ClientId).OrderByDescending(row => row.Version).ToListAsync(stop),
            Providers = await db.Providers.Where(row => providers.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => row.Name, stop),
        };
    }

    // A draft is answered by the decision that came for it; a plan names the certificate that it was fitted to.
    private static async Task<Certificate?> CertificateAsync(ServicePlan plan, OfficeDb db, CancellationToken stop)
    {
        var answer = await db.Decisions.Where(row => row.DraftId == plan.Id).OrderByDescending(row => row.RecordedAt).FirstOrDefaultAsync(stop);
        var id = plan.Stage is PlanStage.Draft ? answer?.CertificateId : plan.CertificateId;
        return await db.WholeCertificates.SingleOrDefaultAsync(row => row.Id == id, stop);
    }

    private static List<UseLine> Use(ServicePlan plan, Certificate? certificate)
    {
        var start = plan.StartsOn ?? new DateOnly(plan.WrittenOn.Year, plan.WrittenOn.Month, 1);
        return
        [
            .. from amount in certificate?.Amounts ?? []
               where amount.Unit is AmountUnit.HoursPerMonth or AmountUnit.DaysPerMonth or AmountUnit.DaysOfMonthLess8 or AmountUnit.DaysOfMonth
               let worst = MonthlyUse.Worst(plan.Week, amount, start, months: 12)
               where worst is not null
               select new UseLine(
                   amount.ServiceName,
                   $"{worst.Used:0.##}{(amount.Unit is AmountUnit.HoursPerMonth ? "時間" : "日")}（{JapaneseEra.Month(worst.Month)}）",
                   amount.Printed,
                   worst.IsOver),
        ];
    }
}
