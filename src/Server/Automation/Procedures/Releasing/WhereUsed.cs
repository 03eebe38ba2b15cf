using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;
using OfficeWorkflow.Workflows.Comparing;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Automation.Procedures.Releasing;

/// <summary>The forms, mail wordings, roles and procedures that a procedure uses, and which others of the office use them too.</summary>
public static class WhereUsed
{
    /// <param name="Others">The other procedures that use it, by key and name.</param>
    public sealed record Row(WordKind Kind, string Key, string Name, IReadOnlyList<Option> Others);

    /// <param name="Callers">The procedures that start this one, by key and name.</param>
    public sealed record Model(IReadOnlyList<Row> Rows, IReadOnlyList<Option> Callers);

    public static async Task<Model> HandleAsync(Process process, Words words, OfficeDb db, ProcedureLibrary library, CancellationToken stop)
    {
        var others = await OthersAsync(process.Id, db, library, stop);
        return new Model(
            [
                .. Uses.Of(process).OrderBy(static use => use.Kind).ThenBy(static use => use.Key, StringComparer.Ordinal).Select(use => new Row(
                    use.Kind, use.Key, words.Of(use.Kind, use.Key), Using(use))),
            ],
            Using((WordKind.Procedure, process.Id)));

        IReadOnlyList<Option> Using((WordKind Kind, string Key) use) =>
            [.. others.Where(other => other.Uses.Contains(use)).Select(other => new Option(other.Key, words.Of(WordKind.Procedure, other.Key))).OrderBy(static procedure => procedure.Label, StringComparer.Ordinal)];
    }

    /// <summary>What the newest version of every other procedure uses.</summary>
    internal static async Task<IReadOnlyList<(string Key, IReadOnlySet<(WordKind Kind, string Key)> Uses)>> OthersAsync(
        string key, OfficeDb db, ProcedureLibrary library, CancellationToken stop)
    {
        var versions = db.ProcedureVersions;
        var newest = await versions
            .Where(version => version.Key != key && !versions.Any(newer => newer.Key == version.Key && newer.Number > version.Number))
            .Select(static version => new { version.Id, version.Key })
            .ToListAsync(stop);
        var others = new List<(string Key, IReadOnlySet<(WordKind Kind, string Key)> Uses)>();
        foreach (var version in newest)
        {
            others.Add((version.Key, Uses.Of(await library.ProcessAsync(db, version.Id, stop))));
        }

        return others;
    }
}
