using System.Collections.Immutable;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Automation.Forms;

/// <summary>The forms that the procedures name, by key. A wrong file is our own mistake and stops the start.</summary>
public sealed class FormLibrary(IReadOnlyList<string> files)
{
    private readonly ImmutableDictionary<string, FormDefinition> forms =
        files.Select(Read).ToImmutableDictionary(static form => form.Key, StringComparer.Ordinal);

    private readonly ImmutableDictionary<string, string> texts =
        files.ToImmutableDictionary(static file => Read(file).Key, StringComparer.Ordinal);

    public IEnumerable<string> Keys => forms.Keys;

    /// <summary>In the order of their titles.</summary>
    public IEnumerable<FormDefinition> All => forms.Values.OrderBy(static form => form.Title, StringComparer.Ordinal);

    public FormDefinition? Find(string? key) => key is null ? null : forms.GetValueOrDefault(key);

    /// <summary>The form that a step of a procedure means: the procedure's own goes before the product's.</summary>
    public FormDefinition? Find(string? key, Process process) =>
        key is not null && process.Forms.TryGetValue(key, out var own) && FormReader.Read(own) is FormReading.Readable readable ? readable.Form : Find(key);

    /// <summary>The file of a form, as it was shipped.</summary>
    public string? Text(string key) => texts.GetValueOrDefault(key);

    private static FormDefinition Read(string json) => FormReader.Read(json) switch
    {
        FormReading.Readable readable => readable.Form,
        FormReading.Wrong wrong => throw new InvalidOperationException(
            "A form file is wrong: " + string.Join(' ', wrong.Findings.Select(static finding => $"{finding.Place} {finding.Rule} {finding.Message}"))),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
