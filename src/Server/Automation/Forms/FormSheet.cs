using System.Collections.Immutable;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Workflows.Expressions;

namespace OfficeWorkflow.Server.Automation.Forms;

/// <summary>A form as it is shown: what was typed, which fields are asked, and what is wrong.</summary>
/// <param name="DraftAddress">Where an unfinished form is posted.</param>
public sealed record FormSheet(FormContext Context, FormTyped Typed, string DraftAddress)
{
    public FormDefinition Form => Context.Form;

    public ImmutableHashSet<string> Hidden { get; init; } = [];

    public IReadOnlyList<Refusal> Refusals { get; init; } = [];

    /// <summary>Names of the documents that file fields hold, by id.</summary>
    public IReadOnlyDictionary<string, string> Files { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public bool HasFiles => Form.Fields.Any(static asked => asked.Type is FieldType.File || asked.Fields.Any(static inner => inner.Type is FieldType.File));

    /// <summary>Whether what is entered here decides which other fields are asked.</summary>
    public bool Decides(FormField field) => Form.Fields.Concat(Form.Fields.SelectMany(static group => group.Fields))
        .Any(other => other.When is not null && Expression.Parse(other.When) is ExpressionReading.Readable when && when.Expression.Names.Contains(field.Key));

    public Refusal? RefusalOf(string name) => Refusals.FirstOrDefault(refusal => string.Equals(refusal.Field, name, StringComparison.Ordinal));

    /// <summary>A group of few short fields is a table; else each row is a block of its own.</summary>
    public static bool IsTable(FormField group) =>
        group.Fields.Count <= 7 && !group.Fields.Any(static field => field.Type is FieldType.LongText or FieldType.Choices or FieldType.File or FieldType.Moment);
}
