using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Automation.Cases;

/// <summary>Which variables say what a case is about: this wing does not know of what kind it is, the other one names them.</summary>
/// <param name="IdVariable">Holds the id of the subject.</param>
/// <param name="LabelVariable">Holds how lists call it.</param>
public sealed record CaseSubject(string IdVariable, string LabelVariable)
{
    public string? Id(Value.Record variables) => (variables[IdVariable] as Value.Text)?.Content;

    public string? Label(Value.Record variables) => (variables[LabelVariable] as Value.Text)?.Content;
}
