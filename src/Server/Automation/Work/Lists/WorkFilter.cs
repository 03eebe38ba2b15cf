using System.Globalization;
using OfficeWorkflow.Workflows.Timing;

namespace OfficeWorkflow.Server.Automation.Work.Lists;

/// <summary>What a list is narrowed to, as it stands in an address. Blank parts narrow nothing.</summary>
public sealed record WorkFilter
{
    public const string Nobody = "none";
    public const string OfRole = "role:";

    private const int FirstYear = 1900;
    private const int LastYear = 2999;

    /// <summary>Before all due dates.</summary>
    private static readonly DateTimeOffset Earliest = new(1, 1, 2, 0, 0, 0, TimeSpan.Zero);

    public static WorkFilter None { get; } = new();

    /// <summary>Words, in any width and kana.</summary>
    public string? Q { get; init; }

    /// <summary>Id of what the cases are about.</summary>
    public string? Subject { get; init; }

    public string? Procedure { get; init; }

    /// <summary>Key of a procedure and id of a step: <c>plan-creation/visit</c>. It holds though the step is renamed.</summary>
    public string? Step { get; init; }

    /// <summary>Month of the due date: 2026-03.</summary>
    public string? Month { get; init; }

    /// <summary>Id of whoever has it, <c>none</c>, or <c>role:</c> and a role; without one, what anybody may do.</summary>
    public string? Who { get; init; }

    /// <summary>A <see cref="WorkSort"/>.</summary>
    public string? Sort { get; init; }

    public WorkSort Order => Enum.TryParse<WorkSort>(Sort, ignoreCase: true, out var sort) && Enum.IsDefined(sort) ? sort : WorkSort.Due;

    /// <summary>Whether anything is left out by it.</summary>
    public bool Narrows => Parts.Any(static part => part.Key is not "sort");

    /// <summary>Whether words are asked for: no index leads to them.</summary>
    internal bool Searches => !string.IsNullOrWhiteSpace(Q);

    /// <summary>What stands in an address, in one order.</summary>
    public IEnumerable<KeyValuePair<string, string>> Parts =>
        new[]
        {
            KeyValuePair.Create("q", Q?.Trim()),
            KeyValuePair.Create("subject", Subject),
            KeyValuePair.Create("procedure", Procedure),
            KeyValuePair.Create("step", Step),
            KeyValuePair.Create("month", Month),
            KeyValuePair.Create("who", Who),
            KeyValuePair.Create("sort", Sort),
        }.Where(static part => !string.IsNullOrEmpty(part.Value)).Select(static part => KeyValuePair.Create(part.Key, part.Value!));

    /// <summary>First moment of the month and of the one after it, in Tokyo; null when it is none.</summary>
    internal static (DateTimeOffset From, DateTimeOffset Before)? Bounds(string? month) =>
        DateOnly.TryParseExact(month, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first) && first.Year is >= FirstYear and <= LastYear
            ? (At(first), At(first.AddMonths(1)))
            : null;

    internal IQueryable<WorkItem> Apply(IQueryable<WorkItem> items)
    {
        if (Searches)
        {
            // True of everything, and said so that SQLite reads the index by due date, which holds the text, in whatever order the list is asked for.
            items = items.Where(static work => work.SortAt >= Earliest);
        }

        foreach (var word in SearchWords.Asked(Q))
        {
            items = items.Where(work => work.SearchText.Contains(word));
        }

        items = string.IsNullOrEmpty(Subject) ? items : items.Where(work => work.Subject == Subject);
        items = string.IsNullOrEmpty(Procedure) ? items : items.Where(work => work.ProcedureKey == Procedure);
        if (Step?.Split('/') is [var procedure, var node])
        {
            items = items.Where(work => work.ProcedureKey == procedure && work.NodeId == node);
        }

        if (Bounds(Month) is (var from, var before))
        {
            // What has no due date stands in no month.
            items = items.Where(work => work.SortAt >= from && work.SortAt < before);
        }

        return OfWho(items);
    }

    private IQueryable<WorkItem> OfWho(IQueryable<WorkItem> items)
    {
        if (Who is null or "")
        {
            return items;
        }

        if (Who.StartsWith(OfRole, StringComparison.Ordinal))
        {
            var role = Who[OfRole.Length..];
            return role.Length == 0
                ? items.Where(static work => work.AssigneeId == null && work.Role == null)
                : items.Where(work => work.AssigneeId == null && work.Role == role);
        }

        return Guid.TryParse(Who, out var person)
            ? items.Where(work => work.AssigneeId == person)
            : items.Where(static work => work.AssigneeId == null);
    }

    private static DateTimeOffset At(DateOnly day) => CivilTime.At(day, TimeOnly.MinValue, WorkCalendar.Tokyo)!.Value;
}
