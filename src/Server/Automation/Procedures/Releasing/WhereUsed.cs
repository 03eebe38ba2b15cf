using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Workflows.Comparing;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Automation.Procedures.Releasing;

/// <summary>The forms, mail wordings, roles and procedures that a procedure uses, and which others of the office use them too.</summary>
public static class WhereUsed
{
    /// <param name="Others">Names of the other procedures that use it.</param>
    public sealed record Row(WordKind Kind, string Key, string Name, IReadOnlyList<string> Others);

    /// <param name="Callers">Names of the procedures that start this one.</param>
    public sealed record Model(IReadOnlyList<Row> Rows, IReadOnlyList<string> Callers);

    public static async Task<Model> HandleAsync(Process process, Words words, OfficeDb db, ProcedureLibrary library, CancellationToken stop)
    {
        var versions = db.ProcedureVersions;
        var newest = await versions
            .Where(version => !versions.Any(newer => newer.Key == version.Key && newer.Number > version.Number))
            .Select(static version => new { version.Id, version.Key })
            .ToListAsync(stop);
        var others = new List<(string Name, IReadOnlySet<(WordKind Kind, string Key)> Uses)>();
        foreach (var version in newest.Where(version => !string.Equals(version.Key, process.Id, StringComparison.Ordinal)))
        {
            others.Add((words.Of(WordKind.Procedure, version.Key), Uses.Of(await library.ProcessAsync(db, version.Id, stop))));
        }

        return new Model(
            [
                .. Uses.Of(process).OrderBy(static use => use.Kind).ThenBy(static use => use.Key, StringComparer.Ordinal).Select(use => new Row(
                    use.Kind, use.Key, words.Of(use.Kind, use.Key), [.. others.Where(other => other.Uses.Contains(use)).Select(static other => other.Name).Order(StringComparer.Ordinal)])),
            ],
            [.. others.Where(other => other.Uses.Contains((WordKind.Procedure, process.Id))).Select(static other => other.Name).Order(StringComparer.Ordinal)]);
    }
}
