using System.Collections.Immutable;
using System.Text;

namespace OfficeWorkflow.Workflows.Procedures;

/// <summary>The procedures that the product ships, with their forms as data.</summary>
public static class BuiltIns
{
    private const string Folder = "procedures/";
    private const string Ending = ".json";
    private const string Common = "common";

    private static readonly Lazy<ImmutableArray<BuiltInProcedure>> Shipped = new(Read);

    /// <summary>In the order of their keys.</summary>
    public static ImmutableArray<BuiltInProcedure> All => Shipped.Value;

    /// <summary>Form files that any procedure may use: an approval, a note.</summary>
    public static ImmutableSortedDictionary<string, string> CommonForms { get; } = Forms(Names(), $"{Folder}{Common}/forms/");

    private static ImmutableArray<BuiltInProcedure> Read()
    {
        var files = Names()
            .Where(static name => name.StartsWith(Folder, StringComparison.Ordinal) && !name.StartsWith($"{Folder}{Common}/", StringComparison.Ordinal))
            .ToLookup(static name => name[Folder.Length..].Split('/')[0], StringComparer.Ordinal);

        return
        [
            .. files.Select(static files => new BuiltInProcedure(
                    files.Key,
                    Text($"{Folder}{files.Key}/{files.Key}.bpmn"),
                    Forms(files, $"{Folder}{files.Key}/forms/")))
                .OrderBy(static procedure => procedure.Key, StringComparer.Ordinal),
        ];
    }

    private static string[] Names() => typeof(BuiltIns).Assembly.GetManifestResourceNames();

    private static ImmutableSortedDictionary<string, string> Forms(IEnumerable<string> files, string folder) =>
        files.Where(name => name.StartsWith(folder, StringComparison.Ordinal))
            .ToImmutableSortedDictionary(name => name[folder.Length..^Ending.Length], Text, StringComparer.Ordinal);

    private static string Text(string name)
    {
        using var file = typeof(BuiltIns).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not in the assembly.");
        using var reader = new StreamReader(file, Encoding.UTF8);

        return reader.ReadToEnd();
    }
}
