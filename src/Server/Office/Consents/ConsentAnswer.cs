namespace OfficeWorkflow.Server.Office.Consents;

/// <summary>What the signer said.</summary>
/// <param name="On">The day of the signature or of the answer by link.</param>
/// <param name="Reason">Why not, when declined.</param>
public sealed record ConsentAnswer(
    ConsentOutcome Outcome,
    DateOnly On,
    DateTimeOffset At,
    string? Reason = null,
    Guid? DocumentId = null,
    string? TypedName = null,
    Guid? RecordedBy = null)
{
    /// <summary>Network address and program that it came from; null on paper.</summary>
    public string? From { get; init; }
}
