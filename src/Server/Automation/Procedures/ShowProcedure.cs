using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Automation.Procedures.Drafts;
using OfficeWorkflow.Server.Automation.Procedures.Figures;
using OfficeWorkflow.Server.Automation.Procedures.Retiring;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Automation.Procedures;

/// <summary>One procedure: its versions, newest first, and its draft.</summary>
public static class ShowProcedure
{
    public sealed record Model(
        string Key, string Name, string Description, IReadOnlyList<VersionRow> Versions, ProcedureDraft? Draft)
    {
        public bool MayDraft { get; init; }

        public bool MayPublish { get; init; }

        /// <summary>The product ships it, so there is a way back to that.</summary>
        public bool IsShipped { get; init; }

        /// <summary>Set where it is used no more.</summary>
        public Retirement? Retirement { get; init; }

        /// <summary>Name of who retired it.</summary>
        public string? RetiredBy { get; init; }

        /// <summary>How it runs; null before something was published.</summary>
        public ShowFigures.Model? Figures { get; init; }
    }

    /// <param name="Publisher">Name of who published it; null for what the product ships.</param>
    public sealed record VersionRow(int Number, string Note, DateOnly StartsOn, DateTimeOffset PublishedAt, Guid? PublishedBy, string? Publisher);

    public static async Task<Outcome<Model>> HandleAsync(string key, OfficeDb db, CancellationToken stop)
    {
        var procedure = await db.Procedures.AsNoTracking().SingleOrDefaultAsync(row => row.Key == key, stop);
        var draft = await db.ProcedureDrafts.AsNoTracking().SingleOrDefaultAsync(row => row.Key == key, stop);
        if (procedure is null && draft is null)
        {
            return Unknown;
        }

        var people = db.People;
        var versions = await db.ProcedureVersions
            .Where(version => version.Key == key)
            .OrderByDescending(static version => version.Number)
            .Select(version => new VersionRow(
                version.Number, version.Note, version.StartsOn, version.PublishedAt, version.PublishedBy, people.Where(person => person.Id == version.PublishedBy).Select(static person => person.Name).FirstOrDefault()))
            .ToListAsync(stop);
        var retirement = await db.Retirements.AsNoTracking().SingleOrDefaultAsync(row => row.ProcedureKey == key, stop);
        return new Model(key, procedure?.Name ?? key, procedure?.Description ?? "", versions, draft)
        {
            Retirement = retirement,
            RetiredBy = retirement is null ? null : await people.Where(person => person.Id == retirement.By).Select(static person => person.Name).SingleOrDefaultAsync(stop),
        };
    }

    /// <summary>The .bpmn text of a version, as it was published.</summary>
    public static async Task<Outcome<string>> SourceAsync(string key, int number, OfficeDb db, CancellationToken stop)
    {
        var source = await db.ProcedureVersions
            .Where(version => version.Key == key && version.Number == number)
            .Select(static version => version.Source)
            .SingleOrDefaultAsync(stop);
        return source is null ? Unknown : source;
    }

    private static Refusal Unknown => new("procedure-unknown", "この手続きは見つかりません。一覧に戻って選び直してください。", Kind: RefusalKind.Unknown);
}
