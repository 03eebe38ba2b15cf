using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Automation.Forms;

/// <summary>What an act puts into a form before the person does.</summary>
/// <param name="Values">Initial values by field key.</param>
public sealed record FormPrefill(Value.Record Values)
{
    public static FormPrefill Nothing { get; } = new(Value.Record.Empty);

    /// <summary>Options by field key (rows: <c>rowsKey.fieldKey</c>) that the act knows and the file does not.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<FormOption>> Options { get; init; } =
        new Dictionary<string, IReadOnlyList<FormOption>>(StringComparer.Ordinal);

    /// <summary>Facts shown beside the form, in order.</summary>
    public IReadOnlyList<FormFact> Facts { get; init; } = [];
}
