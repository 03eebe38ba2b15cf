using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Automation.Procedures.Drafts;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Workflows.Timing;

namespace OfficeWorkflow.Server.Automation.Procedures.Releasing;

/// <summary>
/// Goes back by going forward: an older version, or the procedure as the product ships it, is published once more as the newest. It was in use before, so no
/// second person is asked: a mistake can be undone at once. A draft that is being drawn stays.
/// </summary>
public static class RestoreVersion
{
    public const string Shipped = "shipped";

    /// <param name="To">Number of a version, or <see cref="Shipped"/>.</param>
    public sealed record Form(string? To, string? Note);

    public static async Task<Outcome<ProcedureVersion>> HandleAsync(
        string key, Form form, OfficeDb db, CheckDraft check, Publishing publishing, TimeProvider clock, CancellationToken stop)
    {
        var person = db.Scope as Scope.Person ?? throw new InvalidOperationException("A person restores.");
        if (PublishVersion.NoteOf(form.Note) is not { } note)
        {
            return PublishVersion.NoteMissing;
        }

        if (await SourceAsync(key, form.To, db, check, stop) is not { } source)
        {
            return new Refusal("version-unknown", "戻す版が見つかりません。手続きのページから選び直してください。", Kind: RefusalKind.Unknown);
        }

        var last = await db.ProcedureVersions.Where(row => row.Key == key).OrderByDescending(static row => row.Number).FirstAsync(stop);
        if (string.Equals(last.Source, source, StringComparison.Ordinal))
        {
            return new Refusal("version-same", "いちばん新しい版と同じです。戻すものはありません。", Kind: RefusalKind.Conflict);
        }

        var found = await check.HandleAsync(key, source, db, stop);
        if (found.Refusal is { } refusal)
        {
            return refusal;
        }

        var today = CivilTime.DayOf(clock.GetUtcNow(), WorkCalendar.Tokyo);
        var version = await publishing.AddAsync(db, new Publication(person.OfficeId, source, $"内容は{LabelOf(form.To)}と同じ。{note}", today, person.PersonId), found.Process!, stop);
        return await PublishVersion.SavedAsync(version, db, stop);
    }

    internal static string LabelOf(string? to) => to is Shipped ? "製品に付いている手続き" : $"第{to}版";

    /// <summary>Null where there is nothing to go back to.</summary>
    public static async Task<string?> SourceAsync(string key, string? to, OfficeDb db, CheckDraft check, CancellationToken stop)
    {
        if (!await db.ProcedureVersions.AnyAsync(row => row.Key == key, stop))
        {
            return null;
        }

        return to is Shipped
            ? check.Shipped(key)
            : int.TryParse(to, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? await db.ProcedureVersions.Where(row => row.Key == key && row.Number == number).Select(static row => row.Source).SingleOrDefaultAsync(stop)
                : null;
    }
}
