using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Server.Automation.Procedures;
using OfficeWorkflow.Server.Automation.Work.Handover;
using OfficeWorkflow.Server.Automation.Work.Lists;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;
using OfficeWorkflow.Workflows.Model.Activities;

namespace OfficeWorkflow.Server.Automation.Work.Filters;

/// <summary>What lists of work can be narrowed to, and what a filter asks for that there no longer is.</summary>
/// <param name="Subject">How the subject that is asked for is called; null when none is asked for.</param>
/// <param name="Gone">A sentence for each part of the filter that names nothing any more.</param>
public sealed record FilterChoices(
    IReadOnlyList<Option> Procedures, IReadOnlyList<Option> Steps, IReadOnlyList<Option> Months, IReadOnlyList<Option> Who, string? Subject, IReadOnlyList<string> Gone)
{
    private const int MonthsBack = 2;
    private const int MonthsAhead = 12;

    internal static async Task<FilterChoices> OfAsync(
        WorkFilter filter, OfficeDb db, ProcedureLibrary library, SubjectList subjects, DateTimeOffset now, CancellationToken stop)
    {
        var procedures = await db.Procedures.AsNoTracking().Where(static row => row.LastVersion > 0).OrderBy(static row => row.Name).ToListAsync(stop);
        var steps = await StepsAsync(db, library, now, stop);
        var people = await PeopleAsync(db, stop);
        var months = MonthsAround(now, filter.Month);
        var subject = await SubjectAsync(filter.Subject, db, subjects, stop);
        IReadOnlyList<Option> keys = [.. procedures.Select(static row => new Option(row.Key, row.Name))];
        return new FilterChoices(keys, steps, months, people, subject, [.. GoneIn(filter, keys, steps, people, subject is not null, subjects.Noun)]);
    }

    /// <summary>Steps of the versions that new cases use: what a list can ask for does not depend on what happens to be open.</summary>
    private static async Task<IReadOnlyList<Option>> StepsAsync(OfficeDb db, ProcedureLibrary library, DateTimeOffset now, CancellationToken stop) =>
    [
        .. (await library.InUseAsync(db, JapaneseEra.DayInTokyo(now), stop))
            .SelectMany(static one => one.Process.Nodes.Where(static node => node is UserTask or ManualTask)
                .Select(node => new Option($"{one.Procedure.Key}/{node.Id}", $"{node.Label}（{one.Procedure.Name}）")))
            .OrderBy(static step => step.Label, StringComparer.Ordinal),
    ];

    private static async Task<IReadOnlyList<Option>> PeopleAsync(OfficeDb db, CancellationToken stop)
    {
        var people = await Members.WhoWorkAsync(db, stop);
        return
        [
            new Option(WorkFilter.Nobody, "まだ誰も引き受けていない"),
            .. people.Select(static person => new Option(person.Key, $"{person.Label}さん")),
            new Option(WorkFilter.OfRole, "だれでもよい（未定）"),
            .. Roles.All.Where(static role => role.Key is not Roles.Auditor).Select(static role => new Option(WorkFilter.OfRole + role.Key, $"{role.Label}のだれか（未定）")),
        ];
    }

    private static IReadOnlyList<Option> MonthsAround(DateTimeOffset now, string? asked)
    {
        var today = JapaneseEra.DayInTokyo(now);
        var first = new DateOnly(today.Year, today.Month, 1);
        var months = Enumerable.Range(-MonthsBack, MonthsBack + MonthsAhead + 1).Select(first.AddMonths).ToList();
        if (WorkFilter.Bounds(asked) is var (from, _) && !months.Contains(JapaneseEra.DayInTokyo(from)))
        {
            months.Add(JapaneseEra.DayInTokyo(from));
        }

        return [.. months.Order().Select(static month => new Option(month.ToString("yyyy-MM", CultureInfo.InvariantCulture), JapaneseEra.Month(month)))];
    }

    private static async Task<string?> SubjectAsync(string? asked, OfficeDb db, SubjectList subjects, CancellationToken stop)
    {
        if (string.IsNullOrEmpty(asked))
        {
            return null;
        }

        return await subjects.LabelAsync(db, asked, stop)
            ?? await db.Cases.Where(file => file.Subject == asked).OrderByDescending(static file => file.StartedAt).Select(static file => file.SubjectLabel).FirstOrDefaultAsync(stop);
    }

    private static IEnumerable<string> GoneIn(
        WorkFilter filter, IReadOnlyList<Option> procedures, IReadOnlyList<Option> steps, IReadOnlyList<Option> people, bool hasSubject, string noun)
    {
        if (filter.Procedure is { Length: > 0 } procedure && !Knows(procedures, procedure))
        {
            yield return $"条件の手続き「{procedure}」は、いまはありません。手続きを選び直してください。";
        }

        if (filter.Step is { Length: > 0 } step && !Knows(steps, step))
        {
            yield return $"条件の作業「{step}」は、手続きのいまの版にはありません。前の版で始まった案件の作業だけが並びます。作業を選び直してください。";
        }

        if (filter.Month is { Length: > 0 } month && WorkFilter.Bounds(month) is null)
        {
            yield return $"条件の月「{month}」が読めません。月を選び直してください。";
        }

        if (filter.Who is { Length: > 0 } who && !Knows(people, who))
        {
            yield return "条件の担当の方は、いまこの事業所で作業を受け持っていません。だれを待つかを選び直してください。";
        }

        if (filter.Subject is { Length: > 0 } && !hasSubject)
        {
            yield return $"条件の{noun}は見つかりません。{noun}の条件を外してください。";
        }
    }

    private static bool Knows(IReadOnlyList<Option> options, string key) => options.Any(one => string.Equals(one.Key, key, StringComparison.OrdinalIgnoreCase));
}
