using OfficeWorkflow.Server.Automation.Forms;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Timing;
using OfficeWorkflow.Workflows.Trying;

namespace OfficeWorkflow.Server.Automation.Procedures.Trying;

/// <summary>What of the office a trial run stands on: read once, before it begins.</summary>
/// <param name="Process">The draft.</param>
/// <param name="People">Who works in the office, for fields that choose one.</param>
/// <param name="Subjects">Of each mail wording, by key.</param>
public sealed record TrialGround(
    Process Process, TrialWorld World, IReadOnlyList<FormOption> People, IReadOnlyDictionary<string, string> Subjects)
{
    public WorkCalendar Calendar => World.Calendar;
}
