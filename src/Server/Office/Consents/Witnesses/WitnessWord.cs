namespace OfficeWorkflow.Server.Office.Consents.Witnesses;

/// <summary>How a witness confirmed.</summary>
/// <param name="From">Network address and program that it came from; null on paper.</param>
public sealed record WitnessWord(DateOnly On, DateTimeOffset At, string? TypedName = null, Guid? DocumentId = null, Guid? RecordedBy = null, string? From = null);
