using OfficeWorkflow.Server.Automation.Forms;

namespace OfficeWorkflow.Server.Office.Plans;

/// <summary>Who wrote a version down, when, and in which case; a version that came with a book belongs to none.</summary>
internal sealed record PlanOrigin(Guid OfficeId, Guid? CaseId, Guid PersonId, DateTimeOffset At)
{
    public static PlanOrigin Of(ActContext context) => new(context.OfficeId, context.CaseId, context.PersonId, context.At);
}
