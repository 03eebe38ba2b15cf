using OfficeWorkflow.Server.Automation.Forms;

namespace OfficeWorkflow.Server.Automation.TakeOvers;

/// <summary>What a person typed about the steps before: by step, a day, where it is written, a scan.</summary>
public sealed record TakeOverForm(string? Subject, string? Procedure, string? Place)
{
    private const string OnPart = "on.";
    private const string SourcePart = "from.";
    private const string CheckedPart = "checked.";
    private const string ScanPart = "scan.";

    /// <summary>Where all of it is written, unless a step says otherwise.</summary>
    public string? Source { get; init; }

    public IReadOnlyDictionary<string, string> Typed { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, IFormFile> Scans { get; init; } = new Dictionary<string, IFormFile>(StringComparer.Ordinal);

    public FormTyped Values { get; init; } = FormTyped.Empty;

    public static string OnName(string node) => OnPart + node;

    public static string SourceName(string node) => SourcePart + node;

    public static string CheckedName(string node) => CheckedPart + node;

    public static string ScanName(string node) => ScanPart + node;

    public static TakeOverForm Of(IFormCollection posted) =>
        new(posted["subject"].ToString(), posted["procedure"].ToString(), posted["place"].ToString())
        {
            Source = posted["source"].ToString(),
            Typed = posted
                .Where(static entry => entry.Key.StartsWith(OnPart, StringComparison.Ordinal) || entry.Key.StartsWith(SourcePart, StringComparison.Ordinal) || entry.Key.StartsWith(CheckedPart, StringComparison.Ordinal))
                .ToDictionary(static entry => entry.Key, static entry => TypedText.Clean(entry.Value.ToString()).Trim(), StringComparer.Ordinal),
            Scans = posted.Files
                .Where(static file => file.Length > 0 && file.Name.StartsWith(ScanPart, StringComparison.Ordinal))
                .DistinctBy(static file => file.Name, StringComparer.Ordinal)
                .ToDictionary(static file => file.Name, StringComparer.Ordinal),
        };

    public string? On(string node) => Typed.GetValueOrDefault(OnName(node)) is { Length: > 0 } typed ? typed : null;

    public string? SourceOf(string node) => Typed.GetValueOrDefault(SourceName(node)) is { Length: > 0 } typed ? typed : null;

    public bool IsChecked(string node) => Typed.GetValueOrDefault(CheckedName(node)) is "true";
}
