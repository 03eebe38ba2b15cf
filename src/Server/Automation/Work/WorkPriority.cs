namespace OfficeWorkflow.Server.Automation.Work;

/// <summary>How much work presses. Kept as a number, so that lists are ordered by it.</summary>
[System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1008", Justification = "Work always has one; a row without is a mistake of ours.")]
public enum WorkPriority
{
    High = 1,
    Normal = 2,
    Low = 3,
}
