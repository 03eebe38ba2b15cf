namespace OfficeWorkflow.Server.Office.Preparing;

/// <summary>One thing that an office needs before its first case.</summary>
/// <param name="Sentence">What is there, or what to do now.</param>
/// <param name="Address">Where it is done.</param>
/// <param name="IsNeeded">False where a case can start without it, and something will be missing later.</param>
public sealed record Preparation(string Title, bool IsDone, string Sentence, string Address, string LinkLabel, bool IsNeeded = true);
