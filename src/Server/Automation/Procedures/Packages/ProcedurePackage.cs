using System.Collections.Immutable;

namespace OfficeWorkflow.Server.Automation.Procedures.Packages;

/// <summary>A procedure with all that it needs, as one file (手続きのひとまとめ).</summary>
/// <param name="Source">The .bpmn text, byte for byte.</param>
/// <param name="Others">Forms, wordings and trial runs by their path in the file, as text.</param>
/// <param name="IsWhole">Every hash in the manifest is right; true for a bare .bpmn file, which has none.</param>
[System.Diagnostics.CodeAnalysis.SuppressMessage("Performance", "CA1819", Justification = "The bytes of a file.")]
public sealed record ProcedurePackage(byte[] Source, ImmutableSortedDictionary<string, string> Others, bool IsWhole)
{
    public const string Forms = "forms/";
    public const string Mails = "mails/";
    public const string Trials = "trials/";
    public const string Drawing = "procedure.bpmn";
    public const string Manifest = "manifest.json";
}
