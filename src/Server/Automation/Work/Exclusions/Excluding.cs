using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Running;

namespace OfficeWorkflow.Server.Automation.Work.Exclusions;

/// <summary>Who is kept from work that opens: the input <c>excluded</c> names persons, <c>notBy</c> the steps that the same person may neither have done nor prepared.</summary>
internal static class Excluding
{
    public static async Task<IReadOnlySet<Guid>> OfAsync(OfficeDb db, CaseFile file, Value.Record inputs, CancellationToken stop)
    {
        var persons = Texts(inputs["excluded"])
            .Select(static text => Guid.TryParse(text, CultureInfo.InvariantCulture, out var id) ? id : (Guid?)null)
            .OfType<Guid>()
            .ToHashSet();
        var steps = Texts(inputs["notBy"]).ToList();
        if (steps.Count > 0)
        {
            persons.UnionWith(await HandsInAsync(db, file, steps, stop));
        }

        return persons;
    }

    /// <summary>Who finished the steps, for whom, and who prepared them for another and handed them back.</summary>
    private static async Task<IEnumerable<Guid>> HandsInAsync(OfficeDb db, CaseFile file, List<string> steps, CancellationToken stop)
    {
        // Read as entities: what ends in this very commit is known only to the context.
        var (root, cases) = (file.RootId, db.Cases);
        var found = await db.Work
            .Where(work => steps.Contains(work.NodeId) && (work.CaseId == file.Id || cases.Any(other => other.Id == work.CaseId && other.RootId == root)))
            .ToListAsync(stop);

        // A step of the case itself is meant before one of the same name in a case around or beneath it.
        var own = found.Where(work => work.CaseId == file.Id).Select(static work => work.NodeId).ToHashSet(StringComparer.Ordinal);
        var done = found.Where(work => work.End is WorkEnd.Finished && (work.CaseId == file.Id || !own.Contains(work.NodeId))).ToList();
        var ids = done.ConvertAll(static work => work.Id);
        var prepared = await db.WorkMoves.AsNoTracking()
            .Where(move => ids.Contains(move.WorkId) && move.Kind == WorkMoveKind.HandedBack)
            .Select(static move => new { move.ById, move.FromId })
            .ToListAsync(stop);
        return done.SelectMany(static work => new[] { work.FinishedById, work.FinishedForId })
            .Concat(prepared.SelectMany(static move => new[] { move.ById, move.FromId }))
            .OfType<Guid>();
    }

    private static IEnumerable<string> Texts(Value value) => value switch
    {
        Value.Text text => text.Content.Split([',', '、'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
        Value.List list => list.Items.SelectMany(Texts),
        _ => [],
    };
}
