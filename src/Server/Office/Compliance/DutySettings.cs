namespace OfficeWorkflow.Server.Office.Compliance;

/// <summary>What the law leaves to practice, or what could not be confirmed: data of the office, never law in code.</summary>
public sealed record DutySettings
{
    /// <summary>「遅滞なく」 for the report of a contract.</summary>
    public int ReportContractWithinDays { get; init; } = 14;

    /// <summary>From consent to the hand-in of a draft.</summary>
    public int SubmitWithinDays { get; init; } = 14;

    /// <summary>From the meeting to its minutes.</summary>
    public int MinutesWithinDays { get; init; } = 7;

    /// <summary>From consent to delivery.</summary>
    public int DeliverWithinDays { get; init; } = 7;

    /// <summary>短期入所: days a year that a plan should not exceed.</summary>
    public decimal ShortStayDaysPerYear { get; init; } = 180;

    /// <summary>Whether the request of the municipality must have a number.</summary>
    public bool RequestNeedsNumber { get; init; }

    /// <summary>Whether a 代理人 without legal guardianship may consent for an adult.</summary>
    public bool ProxyMayConsent { get; init; }

    /// <summary>Whether an absent user stops the plan; the effect on pay is not confirmed, so it warns unless the office decides otherwise.</summary>
    public bool AbsentUserStops { get; init; }
}
