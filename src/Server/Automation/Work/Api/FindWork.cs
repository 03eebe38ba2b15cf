using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Server.Automation.Work.Lists;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Automation.Work.Api;

/// <summary>Work that a program asks for: of a case, of the caller, open, overdue or done, in the order of the inbox.</summary>
internal static class FindWork
{
    private const string Open = "open";
    private const string Overdue = "overdue";
    private const string Done = "done";

    internal sealed record Filter
    {
        /// <summary>A case; what it called belongs to it.</summary>
        public Guid? Case { get; init; }

        /// <summary>Only what the caller has, or has finished.</summary>
        public bool? Mine { get; init; }

        /// <summary>open (also when nothing is said), overdue or done.</summary>
        public string? State { get; init; }

        /// <summary>Where the page before ended.</summary>
        public string? After { get; init; }
    }

    internal sealed record Page(IReadOnlyList<WorkLine> Lines, string? Next);

    public static async Task<Outcome<Page>> HandleAsync(Filter filter, Viewer viewer, OfficeDb db, WorkDesk desk, CancellationToken stop)
    {
        var now = desk.Clock.GetUtcNow();
        var seat = await desk.SeatAsync(viewer, db, stop);
        if (OfState(filter.State ?? Open, seat, now, db) is not { } found)
        {
            return new Refusal("state-unknown", $"state には {Open}、{Overdue}、{Done} のどれかを指定してください。", "state");
        }

        if (filter.Case is { } caseId)
        {
            var files = db.Cases.Where(file => file.Id == caseId || file.RootId == caseId);
            found = found.Where(work => files.Any(file => file.Id == work.CaseId));
        }

        if (filter.Mine is true)
        {
            found = filter.State is Done ? found.Where(work => work.FinishedById == viewer.PersonId) : seat.Held(found);
        }

        var query = new ListWork.Query(filter.State is Done ? InboxScope.Done : InboxScope.All, WorkFilter.None, filter.After);
        var (lines, next) = await ListWork.PageAsync(found, query, ListWork.PageSize, now, db, stop);
        return new Page(lines, next);
    }

    private static IQueryable<WorkItem>? OfState(string state, Seat seat, DateTimeOffset now, OfficeDb db) => state switch
    {
        Open => seat.Open(db),
        Overdue => seat.Open(db).Where(work => work.DueAt < now),
        Done => seat.Ended(db),
        _ => null,
    };
}
