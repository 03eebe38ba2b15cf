namespace OfficeWorkflow.Server.Automation.Incidents.Examining;

/// <summary>One thing that is wrong between a case and the rows it needs.</summary>
/// <param name="Code">Stable kebab-case code.</param>
/// <param name="About">Id of the wait, row or token it is about.</param>
/// <param name="Reason">What is wrong, a Japanese sentence.</param>
/// <param name="Repair">What mends it, a Japanese sentence; null where only a person with a backup can.</param>
public sealed record Ailment(Guid OfficeId, Guid CaseId, string Code, string About, string? NodeId, string Reason, string? Repair)
{
    public bool IsRepaired { get; init; }
}
