using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Automation.Procedures.Drafts;

/// <summary>The drafts that gave way (取っておいた下書き), and the way back to one of them.</summary>
public static class KeptDrafts
{
    private const int Most = 50;

    public sealed record Row(Guid Id, DateTimeOffset SavedAt, string SavedBy, DateTimeOffset KeptAt);

    public sealed record Model(string Key, string Name, IReadOnlyList<Row> Copies);

    public static async Task<Outcome<Model>> ListAsync(string key, OfficeDb db, CancellationToken stop)
    {
        // A procedure that was never published has no row of its own, but may have a draft and copies.
        var name = await db.Procedures.Where(row => row.Key == key).Select(static row => row.Name).SingleOrDefaultAsync(stop);
        if (name is null && !await db.ProcedureDrafts.AnyAsync(draft => draft.Key == key, stop) && !await db.DraftCopies.AnyAsync(copy => copy.Key == key, stop))
        {
            return Unknown;
        }

        var copies = await db.DraftCopies.AsNoTracking().Where(copy => copy.Key == key).OrderByDescending(static copy => copy.KeptAt).Take(Most)
            .Select(static copy => new { copy.Id, copy.SavedAt, copy.SavedBy, copy.KeptAt }).ToListAsync(stop);
        var writers = copies.Select(static copy => copy.SavedBy).OfType<Guid>().Distinct().ToList();
        var names = await db.People.Where(person => writers.Contains(person.Id)).ToDictionaryAsync(static person => person.Id, static person => person.Name, stop);
        return new Model(key, name ?? key, copies.ConvertAll(copy => new Row(copy.Id, copy.SavedAt, copy.SavedBy is { } by ? names.GetValueOrDefault(by) ?? "別の人" : "別の人", copy.KeptAt)));
    }

    /// <summary>Goes on with a kept draft; the one that was there gives way and is kept in turn.</summary>
    public static async Task<Outcome<SaveDraft.Saved>> GoOnAsync(string key, Guid id, OfficeDb db, CheckDraft check, TimeProvider clock, CancellationToken stop) =>
        await db.DraftCopies.AsNoTracking().SingleOrDefaultAsync(copy => copy.Id == id && copy.Key == key, stop) is { } copy
            ? await SaveDraft.HandleAsync(key, new SaveDraft.Form(copy.Source, Keep: "theirs"), AuthorsOf(copy), db, check, clock, stop)
            : Unknown;

    /// <summary>One that was kept before its authors were has who saved it last.</summary>
    private static IEnumerable<string> AuthorsOf(DraftCopy copy) =>
        copy.Authors.Split(',', StringSplitOptions.RemoveEmptyEntries).Concat(copy.SavedBy is { } by ? [by.ToString()] : []);

    private static Refusal Unknown => new("draft-copy-unknown", "この下書きは見つかりません。一覧から選び直してください。", Kind: RefusalKind.Unknown);
}
