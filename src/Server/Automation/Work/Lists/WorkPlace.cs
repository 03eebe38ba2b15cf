using System.Buffers.Text;
using System.Globalization;
using System.Text;
using OfficeWorkflow.Server.Answers;

namespace OfficeWorkflow.Server.Automation.Work.Lists;

/// <summary>
/// Where in an order a work item stands, and, as text in an address, where a page ended. The next page begins behind that place, whatever
/// came and went in between.
/// </summary>
/// <param name="At">Due date, or for ended work when it ended.</param>
internal sealed record WorkPlace(WorkSort Sort, int Priority, string Subject, DateTimeOffset At, Guid Id)
{
    public static WorkPlace Of(WorkItem work, WorkSort sort) => new(sort, (int)work.Priority, work.SubjectSort, work.EndedAt ?? work.SortAt, work.Id);

    /// <returns>Null for what is no place: the list then begins at its first row.</returns>
    public static WorkPlace? Read(string? text, WorkSort sort) =>
        text?.Split('.') is [var priority, var subject, var ticks, var id]
        && int.TryParse(priority, NumberStyles.None, CultureInfo.InvariantCulture, out var weight)
        && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var utc)
        && utc <= DateTimeOffset.MaxValue.UtcTicks
        && Base64Url.IsValid(subject)
        && Guid.TryParse(id, out var row)
            ? new WorkPlace(sort, weight, PlainText.Of(Encoding.UTF8.GetString(Base64Url.DecodeFromChars(subject))), new DateTimeOffset(utc, TimeSpan.Zero), row)
            : null;

    /// <summary>Open work in an order, from behind a place.</summary>
    public static IQueryable<WorkItem> After(IQueryable<WorkItem> open, WorkSort sort, WorkPlace? place)
    {
        var behind = place is null ? open : place.Behind(open);
        return sort switch
        {
            WorkSort.Priority => behind.OrderBy(static work => work.Priority).ThenBy(static work => work.SortAt).ThenBy(static work => work.Id),
            WorkSort.Client => behind.OrderBy(static work => work.SubjectSort).ThenBy(static work => work.Id),
            _ => behind.OrderBy(static work => work.SortAt).ThenBy(static work => work.Id),
        };
    }

    /// <summary>Ended work, newest first.</summary>
    public static IQueryable<WorkItem> Before(IQueryable<WorkItem> ended, WorkPlace? place)
    {
        var (at, id) = (place?.At, place?.Id ?? Guid.Empty);
        var behind = place is null ? ended : ended.Where(work => work.EndedAt < at || (work.EndedAt == at && work.Id.CompareTo(id) < 0));
        return behind.OrderByDescending(static work => work.EndedAt).ThenByDescending(static work => work.Id);
    }

    /// <summary>Whether a row that was read stands behind this place.</summary>
    public bool IsBefore(WorkItem work) => Against(Of(work, Sort)) < 0;

    /// <summary>Two places of one order: below 0 where this one comes first.</summary>
    public int Against(WorkPlace other) => Sort switch
    {
        WorkSort.Priority => (Priority, At, Id).CompareTo((other.Priority, other.At, other.Id)),
        WorkSort.Client => string.CompareOrdinal(Subject, other.Subject) is var order && order != 0 ? order : Id.CompareTo(other.Id),
        _ => (At, Id).CompareTo((other.At, other.Id)),
    };

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Priority}.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(Sort is WorkSort.Client ? Subject : ""))}.{At.UtcTicks}.{Id:n}");

    [System.Diagnostics.CodeAnalysis.SuppressMessage("Globalization", "CA1309", Justification = "Asked of the database, in the order in which it sorts.")]
    private IQueryable<WorkItem> Behind(IQueryable<WorkItem> open)
    {
        var (subject, at, id, weight) = (Subject, At, Id, (WorkPriority)Priority);
        return Sort switch
        {
            WorkSort.Priority => open.Where(work =>
                work.Priority > weight || (work.Priority == weight && (work.SortAt > at || (work.SortAt == at && work.Id.CompareTo(id) > 0)))),
            WorkSort.Client => open.Where(work => string.Compare(work.SubjectSort, subject) > 0 || (work.SubjectSort == subject && work.Id.CompareTo(id) > 0)),
            _ => open.Where(work => work.SortAt > at || (work.SortAt == at && work.Id.CompareTo(id) > 0)),
        };
    }
}
