using System.Collections.Immutable;

namespace OfficeWorkflow.Server.Automation.Forms;

/// <summary>The forms that the procedures name, by key. A wrong file is our own mistake and stops the start.</summary>
public sealed class FormLibrary(IEnumerable<string> files)
{
    private readonly ImmutableDictionary<string, FormDefinition> forms =
        files.Select(Read).ToImmutableDictionary(static form => form.Key, StringComparer.Ordinal);

    public IEnumerable<string> Keys => forms.Keys;

    /// <summary>In the order of their titles.</summary>
    public IEnumerable<FormDefinition> All => forms.Values.OrderBy(static form => form.Title, StringComparer.Ordinal);

    public FormDefinition? Find(string? key) => key is null ? null : forms.GetValueOrDefault(key);

    private static FormDefinition Read(string json) => FormReader.Read(json) switch
    {
        FormReading.Readable readable => readable.Form,
        FormReading.Wrong wrong => throw new InvalidOperationException(
            "A form file is wrong: " + string.Join(' ', wrong.Findings.Select(static finding => $"{finding.Place} {finding.Rule} {finding.Message}"))),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
