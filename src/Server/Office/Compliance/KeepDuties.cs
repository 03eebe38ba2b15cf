using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Office.Plug;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Office.Compliance;

/// <summary>The office's own thresholds: where the law says 「遅滞なく」, or a point could not be confirmed, the office asks its city and enters the answer.</summary>
public static class KeepDuties
{
    private const int LongestDays = 366;

    public sealed record Form
    {
        public string? ReportContract { get; init; }

        public string? Submit { get; init; }

        public string? Minutes { get; init; }

        public string? Deliver { get; init; }

        public string? ShortStay { get; init; }

        public bool RequestNeedsNumber { get; init; }

        public bool ProxyMayConsent { get; init; }

        public bool AbsentUserStops { get; init; }
    }

    /// <param name="IsOwn">The office has decided; otherwise the product's values are shown.</param>
    public sealed record Model(Form Form, bool IsOwn, bool IsKept, IReadOnlyList<Refusal> Refusals);

    /// <param name="standard">By the machine's configuration.</param>
    internal static async Task<DutySettings> OfAsync(OfficeDb db, DutySettings standard, CancellationToken stop) =>
        (await db.OfficeDuties.AsNoTracking().SingleOrDefaultAsync(stop))?.Settings ?? standard;

    internal static async Task<Model> ShowAsync(
        Form? typed, bool isKept, IReadOnlyList<Refusal> refusals, OfficeDb db, DutySettings standard, CancellationToken stop)
    {
        var isOwn = await db.OfficeDuties.AnyAsync(stop);
        return new Model(typed ?? FormOf(await OfAsync(db, standard, stop)), isOwn, isKept, refusals);
    }

    internal static async Task<Refusal?> HandleAsync(Form form, Viewer viewer, OfficeDb db, TimeProvider clock, CancellationToken stop)
    {
        var read = new PageReader();
        var (report, submit) = (Days(read, form.ReportContract, nameof(form.ReportContract), "契約の報告"), Days(read, form.Submit, nameof(form.Submit), "計画案の提出"));
        var (minutes, deliver) = (Days(read, form.Minutes, nameof(form.Minutes), "会議録"), Days(read, form.Deliver, nameof(form.Deliver), "計画の交付"));
        var shortStay = Days(read, form.ShortStay, nameof(form.ShortStay), "短期入所");
        if (read.IsWrong)
        {
            return read.Refusal;
        }

        var duties = await db.OfficeDuties.SingleOrDefaultAsync(stop) ?? db.OfficeDuties.Add(new OfficeDuties { OfficeId = viewer.OfficeId }).Entity;
        duties.ReportContractWithinDays = report;
        duties.SubmitWithinDays = submit;
        duties.MinutesWithinDays = minutes;
        duties.DeliverWithinDays = deliver;
        duties.ShortStayDaysPerYear = shortStay;
        duties.RequestNeedsNumber = form.RequestNeedsNumber;
        duties.ProxyMayConsent = form.ProxyMayConsent;
        duties.AbsentUserStops = form.AbsentUserStops;
        db.Note(viewer.OfficeId, clock.GetUtcNow(), "duties-changed", $"office:{viewer.OfficeId}", "義務の点検の日数と扱いを変えた。");
        await db.SaveChangesAsync(stop);
        return null;
    }

    private static int Days(PageReader read, string? typed, string field, string label)
    {
        var days = read.Number(typed, field, label);
        read.RefuseIf(days is null or < 1 or > LongestDays || days != Math.Truncate(days.Value), "days-wrong", $"「{label}」の日数は1から{LongestDays}までで入力してください。", field);
        return (int)(days is >= 0 and <= LongestDays ? days.Value : 0);
    }

    private static Form FormOf(DutySettings settings) => new()
    {
        ReportContract = Text(settings.ReportContractWithinDays),
        Submit = Text(settings.SubmitWithinDays),
        Minutes = Text(settings.MinutesWithinDays),
        Deliver = Text(settings.DeliverWithinDays),
        ShortStay = Text((int)settings.ShortStayDaysPerYear),
        RequestNeedsNumber = settings.RequestNeedsNumber,
        ProxyMayConsent = settings.ProxyMayConsent,
        AbsentUserStops = settings.AbsentUserStops,
    };

    private static string Text(int days) => days.ToString(CultureInfo.InvariantCulture);
}
