namespace OfficeWorkflow.Server.Office.Compliance;

/// <summary>One line of the checklist.</summary>
/// <param name="FollowsFrom">Code of the finding that caused this one, or null.</param>
public sealed record DutyItem(
    string Code,
    string Title,
    DutyLevel Level,
    DutyState State,
    string Sentence,
    string NextStep,
    string Basis,
    string? FollowsFrom)
{
    public bool IsFinding => State is DutyState.Missing or DutyState.Violated;

    public bool Blocks => IsFinding && Level is DutyLevel.Stop;
}
