using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Workflows.Checking;

/// <summary>One rule of the check.</summary>
/// <param name="Code">Stable kebab-case code, as in its findings.</param>
/// <param name="Says">What must be so, in Japanese.</param>
internal sealed record CheckRule(string Code, string Says, Func<Process, StepCatalogue, IEnumerable<Finding>> Check)
{
    public CheckRule(string code, string says, Func<Process, IEnumerable<Finding>> check)
        : this(code, says, (process, _) => check(process))
    {
    }
}
