using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Workflows.Ladders;

namespace OfficeWorkflow.Server.Automation.Procedures.Ladders;

/// <summary>The ladders of a procedure's last version, and what is typed to change them.</summary>
public static class ShowLadders
{
    /// <param name="Version">Number of the version that is read.</param>
    /// <param name="Typed">What was typed, by the name of its field; empty for what is drawn.</param>
    /// <param name="OpenCases">How many cases run on it or an older one: they keep their ladders.</param>
    public sealed record Model(
        string Key, string Name, int Version, ImmutableArray<Ladder> Ladders, IReadOnlyDictionary<string, string> Typed, IReadOnlyList<Refusal> Refusals, int OpenCases)
    {
        /// <summary>How many cases wait to be moved to another version.</summary>
        public int Planned { get; init; }

        /// <summary>What stands in a field.</summary>
        public string Field(string name, int? drawn) =>
            Typed.GetValueOrDefault(name) ?? drawn?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "";

        public string Role(Told told) => Typed.GetValueOrDefault(LadderField.Role(told.StepId)) ?? told.Role;
    }

    /// <returns>Null when the office has no such procedure, or never published it.</returns>
    public static async Task<Model?> HandleAsync(
        string key, IReadOnlyDictionary<string, string> typed, IReadOnlyList<Refusal> refusals, OfficeDb db, CancellationToken stop)
    {
        var last = await db.ProcedureVersions.AsNoTracking().Where(row => row.Key == key).OrderByDescending(static row => row.Number).FirstOrDefaultAsync(stop);
        if (last is null)
        {
            return null;
        }

        var name = await db.Procedures.Where(row => row.Key == key).Select(static row => row.Name).SingleAsync(stop);
        var open = await db.Set<Cases.CaseFile>().CountAsync(file => file.ProcedureKey == key && file.Status == Cases.CaseStatus.Open, stop);
        return new Model(key, name, last.Number, LadderReader.Read(last.Source), typed, refusals, open) { Planned = await Cases.Moving.OvertakenMoves.PlannedAsync(key, db, stop) };
    }
}
