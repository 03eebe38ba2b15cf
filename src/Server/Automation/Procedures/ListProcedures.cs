using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Automation.Procedures;

/// <summary>The procedures of the office, with what their list shows.</summary>
public static class ListProcedures
{
    /// <param name="LastVersion">0 while it is only a draft.</param>
    public sealed record Row(
        string Key, string Name, string Description, int LastVersion, DateTimeOffset? PublishedAt, bool HasDraft, int OpenCases)
    {
        /// <summary>Since when it is used no more; null while it is.</summary>
        public DateTimeOffset? RetiredAt { get; init; }
    }

    public static async Task<IReadOnlyList<Row>> HandleAsync(OfficeDb db, CancellationToken stop)
    {
        var procedures = await db.Procedures.AsNoTracking().ToListAsync(stop);
        var published = await db.ProcedureVersions
            .GroupBy(static version => version.Key)
            .Select(static versions => new { versions.Key, At = versions.Max(static version => version.PublishedAt) })
            .ToDictionaryAsync(static row => row.Key, static row => row.At, StringComparer.Ordinal, stop);
        var drafts = await db.ProcedureDrafts.Select(static draft => draft.Key).ToListAsync(stop);
        var open = await db.Cases
            .Where(static file => file.Status == CaseStatus.Open)
            .GroupBy(static file => file.ProcedureKey)
            .Select(static files => new { files.Key, Count = files.Count() })
            .ToDictionaryAsync(static row => row.Key, static row => row.Count, StringComparer.Ordinal, stop);
        var retired = await db.Retirements.ToDictionaryAsync(static row => row.ProcedureKey, static row => row.At, StringComparer.Ordinal, stop);
        var rows = procedures.Select(row => new Row(
            row.Key,
            row.Name,
            row.Description,
            row.LastVersion,
            published.GetValueOrDefault(row.Key),
            drafts.Contains(row.Key),
            open.GetValueOrDefault(row.Key))
        {
            RetiredAt = retired.TryGetValue(row.Key, out var at) ? at : null,
        });
        var onlyDrafts = drafts
            .Where(key => procedures.TrueForAll(row => !string.Equals(row.Key, key, StringComparison.Ordinal)))
            .Select(static key => new Row(key, key, "", 0, null, HasDraft: true, 0));
        return [.. rows.Concat(onlyDrafts).OrderBy(static row => row.Key, StringComparer.Ordinal)];
    }
}
