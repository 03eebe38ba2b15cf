using System.Collections.Immutable;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Automation.Forms;

/// <summary>What a typed form says: its values, what is wrong with it, and which fields are not asked.</summary>
/// <param name="Values">One value per field, null-valued where nothing was entered or asked.</param>
/// <param name="Hidden">Names of fields whose condition does not hold.</param>
public sealed record FormAnswers(Value.Record Values, ImmutableArray<Refusal> Refusals, ImmutableHashSet<string> Hidden)
{
    /// <summary>All that is wrong, as one refusal; null when the form is right.</summary>
    public Refusal? Refusal => Refusals.IsEmpty ? null : Refusals[0] with { Others = Refusals.RemoveAt(0) };
}
