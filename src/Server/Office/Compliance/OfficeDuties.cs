using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Office.Compliance;

/// <summary>What an office decided where the law leaves it to practice; an office without one goes by the machine's configuration.</summary>
public sealed class OfficeDuties : IOfficeRow
{
    public required Guid OfficeId { get; init; }

    public int ReportContractWithinDays { get; set; }

    public int SubmitWithinDays { get; set; }

    public int MinutesWithinDays { get; set; }

    public int DeliverWithinDays { get; set; }

    public int ShortStayDaysPerYear { get; set; }

    public bool RequestNeedsNumber { get; set; }

    public bool ProxyMayConsent { get; set; }

    public bool AbsentUserStops { get; set; }

    public DutySettings Settings => new()
    {
        ReportContractWithinDays = ReportContractWithinDays,
        SubmitWithinDays = SubmitWithinDays,
        MinutesWithinDays = MinutesWithinDays,
        DeliverWithinDays = DeliverWithinDays,
        ShortStayDaysPerYear = ShortStayDaysPerYear,
        RequestNeedsNumber = RequestNeedsNumber,
        ProxyMayConsent = ProxyMayConsent,
        AbsentUserStops = AbsentUserStops,
    };
}
