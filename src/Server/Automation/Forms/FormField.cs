namespace OfficeWorkflow.Server.Automation.Forms;

/// <summary>One question of a form. Key is the name of the value in the case.</summary>
/// <param name="Key">camelCase, unique in its form or row.</param>
/// <param name="Label">Japanese label.</param>
public sealed record FormField(string Key, FieldType Type, string Label)
{
    /// <summary>A Japanese sentence under the field.</summary>
    public string? Help { get; init; }

    public bool IsRequired { get; init; }

    /// <summary>FEEL over the form's own values and the case's variables: shown, and required, only when true.</summary>
    public string? When { get; init; }

    /// <summary>Fixed options of a choice. An act may supply others by key (<see cref="FormPrefill.Options"/>).</summary>
    public IReadOnlyList<FormOption> Options { get; init; } = [];

    /// <summary>Fields of one row.</summary>
    public IReadOnlyList<FormField> Fields { get; init; } = [];

    /// <summary>Longest text, smallest and largest number, most rows.</summary>
    public int? MaxLength { get; init; }

    public decimal? Min { get; init; }

    public decimal? Max { get; init; }

    public int? MinRows { get; init; }

    public int? MaxRows { get; init; }

    /// <summary>A required group has one row at least.</summary>
    public int LeastRows => MinRows ?? (IsRequired ? 1 : 0);

    public int MostRows => Math.Min(MaxRows ?? FormTyped.MostRows, FormTyped.MostRows);

    /// <summary>Shown but not to be changed.</summary>
    public bool IsReadOnly { get; init; }

    /// <summary>Section heading that begins before this field.</summary>
    public string? Section { get; init; }
}
