using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Automation.Procedures;
using OfficeWorkflow.Server.Offices;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Workflows.Comparing;
using OfficeWorkflow.Workflows.Model;
using OfficeWorkflow.Workflows.Moving;
using OfficeWorkflow.Workflows.Running;

namespace OfficeWorkflow.Server.Automation.Cases.Moving;

/// <summary>What a version, published or still a draft, would mean for every running case of its procedure.</summary>
public sealed class PreviewMove(ProcedureLibrary library, OfficeCalendars calendars)
{
    /// <param name="Subject">Whom or what the case is about.</param>
    /// <param name="Number">Of the version on which it runs.</param>
    /// <param name="Standing">Where it stands, as a sentence.</param>
    /// <param name="Lines">What would become of it, with dates.</param>
    public sealed record Row(
        Guid CaseId, string Subject, int Number, DateTimeOffset StartedAt, string Standing, Impact Impact, IReadOnlyList<string> Lines)
    {
        public bool IsMovable => Impact.Kind is ImpactKind.Unaffected or ImpactKind.Moves;
    }

    /// <summary>Something that is to be chosen once for all cases that stand there.</summary>
    /// <param name="Possible">Where they can go on, with names; empty for a timer.</param>
    public sealed record Question(string NodeId, string Label, int Cases, IReadOnlyList<(string Id, string Label)> Possible, string? Example);

    /// <param name="Rows">Oldest case first.</param>
    public sealed record Model(IReadOnlyList<Row> Rows, IReadOnlyList<Question> Timers, IReadOnlyList<Question> Places)
    {
        public int Count(ImpactKind kind) => Rows.Count(row => row.Impact.Kind == kind);
    }

    /// <param name="target">The text of the version.</param>
    /// <param name="versionId">Its id where it is published: what runs on it already is left out.</param>
    /// <param name="at">When the cases would be moved.</param>
    public async Task<Model> HandleAsync(
        OfficeDb db, string key, string target, Guid? versionId, MoveChoices choices, DateTimeOffset at, CancellationToken stop)
    {
        if (ProcedureLibrary.Find(target, key) is not { } to)
        {
            return new Model([], [], []);
        }

        var files = await db.Cases.AsNoTracking()
            .Where(file => file.ProcedureKey == key && file.Status == CaseStatus.Open && file.StoppedAt == null && file.VersionId != (versionId ?? Guid.Empty))
            .OrderBy(static file => file.StartedAt).ThenBy(static file => file.Id)
            .ToListAsync(stop);
        var calendar = await calendars.OfAsync(db, db.Scope.Office ?? Guid.Empty, stop);
        var rows = new List<Row>(files.Count);
        var asked = new Questions(to);
        foreach (var group in files.GroupBy(static file => file.VersionId))
        {
            var version = await db.ProcedureVersions.AsNoTracking().SingleAsync(row => row.Id == group.Key, stop);
            var from = await library.ProcessAsync(db, group.Key, stop);
            var changed = Differ.Compare(version.Source, target, key, Words.None).Differences.Select(static difference => difference.ElementId).ToHashSet(StringComparer.Ordinal);
            var impacts = new Impacts(from, to, changed);
            foreach (var file in group)
            {
                var state = CaseFormat.Read(file.State);
                var impact = impacts.Of(state, choices, at, calendar);
                asked.Add(from, impact);
                rows.Add(new Row(file.Id, file.SubjectLabel ?? "―", version.Number, file.StartedAt, Standing(from, state), impact, ImpactLines.Of(impact, from, to)));
            }
        }

        return new Model([.. rows.OrderBy(static row => row.StartedAt).ThenBy(static row => row.CaseId)], asked.Timers, asked.Places);
    }

    private static string Standing(Process process, CaseState state) => string.Join("、", state.Tokens
        .Select(token => process.Find(token.NodeId)).OfType<FlowNode>().Select(NextSteps.Standing).Distinct(StringComparer.Ordinal));
}
