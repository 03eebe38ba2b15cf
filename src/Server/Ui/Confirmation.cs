using OfficeWorkflow.Server.Answers;

namespace OfficeWorkflow.Server.Ui;

/// <summary>What <c>ConfirmPage</c> asks before an act that cannot be taken back.</summary>
/// <param name="Consequences">What will happen, one sentence each.</param>
/// <param name="Action">Where the answer is posted.</param>
public sealed record Confirmation(
    string Title,
    string Question,
    IReadOnlyList<string> Consequences,
    string Action,
    string ButtonLabel,
    string BackAddress)
{
    public string? Here { get; init; }

    /// <summary>Label of the mandatory reason (posted as <c>reason</c>), or null when none is asked.</summary>
    public string? ReasonLabel { get; init; }

    public string? Reason { get; init; }

    /// <summary>What the question was about when it was shown, posted with the answer by these names.</summary>
    public IReadOnlyDictionary<string, string> Seen { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public IReadOnlyList<Refusal> Refusals { get; init; } = [];
}
