using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Office.Plans;
using OfficeWorkflow.Server.Offices;

namespace OfficeWorkflow.Server.Office.Consents.Witnesses;

/// <summary>What a witness sees, once the code was entered.</summary>
public sealed record WitnessGuestModel(string Path, OfficeFile Office, Witness Witness, Consent Consent, ServicePlan Plan, string ClientName)
{
    public const int LongestName = 60;

    public string TypedName { get; init; } = "";

    /// <summary>The word was taken just now.</summary>
    public bool IsTaken { get; init; }

    public IReadOnlyList<Refusal> Refusals { get; init; } = [];
}
