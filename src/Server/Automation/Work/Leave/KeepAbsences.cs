using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Automation.Forms;
using OfficeWorkflow.Server.Automation.Work.Handover;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.People.Absences;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Automation.Work.Leave;

/// <summary>休みと代行: who is away when, and who stands in. Everybody arranges their own leave, a lead that of others.</summary>
public static class KeepAbsences
{
    private const int LongestDays = 400;

    internal sealed record Form(string? Person, string? Substitute, string? FromOn, string? UntilOn)
    {
        public static Form Blank { get; } = new(null, null, null, null);
    }

    public sealed record Line(Guid Id, string Person, string Substitute, DateOnly FromOn, DateOnly UntilOn, bool IsNow, bool MayEnd);

    /// <param name="MayArrange">Whether the viewer works here; an auditor only reads.</param>
    /// <param name="People">Whom the viewer may enter leave for; only themselves where they do not lead.</param>
    /// <param name="Substitutes">Who may stand in.</param>
    public sealed record Model(
        IReadOnlyList<Line> Lines, bool MayArrange, IReadOnlyList<Option> People, IReadOnlyList<Option> Substitutes, string? Person, string? Substitute, string? FromOn, string? UntilOn, IReadOnlyList<Refusal> Refusals);

    internal static async Task<Model> ShowAsync(Form form, IReadOnlyList<Refusal> refusals, Viewer viewer, OfficeDb db, TimeProvider clock, CancellationToken stop)
    {
        var today = JapaneseEra.DayInTokyo(clock.GetUtcNow());
        var members = await Members.WhoWorkAsync(db, stop);
        var names = members.ToDictionary(static one => one.Key, static one => one.Label, StringComparer.Ordinal);
        var rows = await db.Absences.AsNoTracking()
            .Where(row => row.EndedAt == null && row.UntilOn >= today)
            .OrderBy(static row => row.FromOn).ThenBy(static row => row.Id)
            .ToListAsync(stop);
        var lines = rows.ConvertAll(row => new Line(
            row.Id, NameIn(names, row.PersonId), NameIn(names, row.SubstituteId), row.FromOn, row.UntilOn, row.IsOn(today), MayArrangeFor(row.PersonId, viewer)));
        var mine = members.Where(one => MayArrangeFor(Guid.Parse(one.Key), viewer)).ToList();
        return new Model(lines, mine.Count > 0, mine, members, form.Person ?? viewer.PersonId.ToString(), form.Substitute, form.FromOn, form.UntilOn, refusals);
    }

    internal static async Task<Outcome<Guid>> HandleAsync(Form form, Viewer viewer, OfficeDb db, TimeProvider clock, CancellationToken stop)
    {
        var members = await Members.WhoWorkAsync(db, stop);
        var person = Chosen(members, form.Person ?? viewer.PersonId.ToString());
        var substitute = Chosen(members, form.Substitute);
        var now = clock.GetUtcNow();
        var today = JapaneseEra.DayInTokyo(now);
        var (from, until) = (TypedText.Day(form.FromOn ?? ""), TypedText.Day(form.UntilOn ?? ""));
        if (Wrong(person, substitute, from, until, today, viewer).ToList() is [var first, .. var others])
        {
            return first with { Others = others };
        }

        var absence = new Absence
        {
            Id = Guid.CreateVersion7(now),
            OfficeId = viewer.OfficeId,
            PersonId = person!.Value,
            SubstituteId = substitute!.Value,
            FromOn = from!.Value,
            UntilOn = until!.Value,
            SetBy = viewer.PersonId,
            SetAt = now,
        };
        if (await CrossingAsync(absence, members, db, stop) is { } crossing)
        {
            return crossing;
        }

        db.Absences.Add(absence);
        db.Note(viewer.OfficeId, now, "absence-set", $"person:{absence.PersonId}", $"{JapaneseEra.Date(absence.FromOn)}から{JapaneseEra.Date(absence.UntilOn)}までの不在と代行を決めた。");
        await db.SaveChangesAsync(stop);
        return absence.Id;
    }

    /// <summary>Back early, or not going: the substitute stands in no longer.</summary>
    internal static async Task<Outcome<Guid>> EndAsync(Guid id, Viewer viewer, OfficeDb db, TimeProvider clock, CancellationToken stop)
    {
        var row = await db.Absences.SingleOrDefaultAsync(one => one.Id == id, stop);
        if (row is null || !MayArrangeFor(row.PersonId, viewer))
        {
            return new Refusal("absence-unknown", "この休みは見つかりません。一覧から選び直してください。", Kind: RefusalKind.Unknown);
        }

        if (row.EndedAt is null)
        {
            (row.EndedAt, row.EndedBy) = (clock.GetUtcNow(), viewer.PersonId);
            db.Note(row.OfficeId, row.EndedAt.Value, "absence-ended", $"person:{row.PersonId}", "不在と代行を終わりにした。");
            await db.SaveChangesAsync(stop);
        }

        return id;
    }

    private static bool MayArrangeFor(Guid personId, Viewer viewer) =>
        Policies.Names[Policies.Work].Any(viewer.Has) && (personId == viewer.PersonId || WorkRules.MayLead(viewer));

    private static IEnumerable<Refusal> Wrong(Guid? person, Guid? substitute, DateOnly? from, DateOnly? until, DateOnly today, Viewer viewer)
    {
        if (person is not { } away || !MayArrangeFor(away, viewer))
        {
            yield return new Refusal("person-missing", "休む方を選んでください。", "person");
        }

        if (substitute is null || substitute == person)
        {
            yield return new Refusal("substitute-missing", "代行する方を、休む方のほかから選んでください。", "substitute");
        }

        if (from is null)
        {
            yield return new Refusal("not-a-date", "休みの初めの日を入力してください。例: R8.3.26、2026/3/26", "fromOn");
        }

        if (until is null || until < today)
        {
            yield return new Refusal("not-a-date", "休みの終わりの日を、きょうからの日で入力してください。例: R8.3.26、2026/3/26", "untilOn");
        }
        else if (from > until || until.Value.DayNumber - (from ?? until).Value.DayNumber > LongestDays)
        {
            yield return new Refusal("days-reversed", $"休みの終わりの日は、初めの日からあと{LongestDays}日のうちにしてください。", "untilOn");
        }
    }

    /// <summary>Nobody stands in who is away on those days, and nobody goes who stands in then.</summary>
    private static async Task<Refusal?> CrossingAsync(Absence absence, IReadOnlyList<Option> members, OfficeDb db, CancellationToken stop)
    {
        var names = members.ToDictionary(static one => one.Key, static one => one.Label, StringComparer.Ordinal);
        var crossing = await db.Absences.AsNoTracking()
            .Where(row => row.EndedAt == null && row.FromOn <= absence.UntilOn && row.UntilOn >= absence.FromOn)
            .Where(row => row.PersonId == absence.PersonId || row.PersonId == absence.SubstituteId || row.SubstituteId == absence.PersonId)
            .OrderBy(static row => row.FromOn)
            .FirstOrDefaultAsync(stop);
        if (crossing is null)
        {
            return null;
        }

        var days = $"{JapaneseEra.Date(crossing.FromOn)}から{JapaneseEra.Date(crossing.UntilOn)}まで";
        return crossing.PersonId == absence.PersonId
            ? new Refusal("absence-twice", $"{days}の休みがもう入っています。先にそれを終わりにしてください。", "fromOn")
            : crossing.PersonId == absence.SubstituteId
                ? new Refusal("substitute-away", $"{NameIn(names, crossing.PersonId)}さんは{days}不在です。ほかの方を選んでください。", "substitute")
                : new Refusal("stands-in", $"{days}{NameIn(names, crossing.PersonId)}さんの代行をすることになっています。先にその代行をほかの方に変えてください。", "fromOn");
    }

    private static Guid? Chosen(IReadOnlyList<Option> members, string? key) =>
        members.FirstOrDefault(one => string.Equals(one.Key, key, StringComparison.OrdinalIgnoreCase)) is { } chosen ? Guid.Parse(chosen.Key) : null;

    private static string NameIn(Dictionary<string, string> names, Guid id) => names.GetValueOrDefault(id.ToString()) ?? "前の職員";
}
