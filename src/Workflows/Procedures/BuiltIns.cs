using System.Collections.Immutable;
using System.Text;

namespace OfficeWorkflow.Workflows.Procedures;

/// <summary>The procedures that the product ships, with their forms and mails as data.</summary>
public static class BuiltIns
{
    private static readonly Lazy<ImmutableArray<BuiltInProcedure>> Shipped = new(Read);

    /// <summary>In the order of their keys.</summary>
    public static ImmutableArray<BuiltInProcedure> All => Shipped.Value;

    private static ImmutableArray<BuiltInProcedure> Read()
    {
        var files = typeof(BuiltIns).Assembly.GetManifestResourceNames()
            .Where(static name => name.Contains('/', StringComparison.Ordinal))
            .ToLookup(static name => name[..name.IndexOf('/', StringComparison.Ordinal)], StringComparer.Ordinal);

        return
        [
            .. files.Select(static folder => new BuiltInProcedure(
                    folder.Key,
                    Text($"{folder.Key}/{folder.Key}.bpmn"),
                    Texts(folder, $"{folder.Key}/forms/", ".json"),
                    Texts(folder, $"{folder.Key}/mails/", ".hbs")))
                .OrderBy(static procedure => procedure.Key, StringComparer.Ordinal),
        ];
    }

    private static ImmutableSortedDictionary<string, string> Texts(IEnumerable<string> files, string folder, string ending) =>
        files.Where(name => name.StartsWith(folder, StringComparison.Ordinal) && name.EndsWith(ending, StringComparison.Ordinal))
            .ToImmutableSortedDictionary(name => name[folder.Length..^ending.Length], Text, StringComparer.Ordinal);

    private static string Text(string name)
    {
        using var file = typeof(BuiltIns).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not in the assembly.");
        using var reader = new StreamReader(file, Encoding.UTF8);

        return reader.ReadToEnd();
    }
}
