using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Automation.Work.Api;

/// <summary>Work that a program asks for: of a case, of the caller, open, overdue or done, in the order of the inbox.</summary>
internal static class FindWork
{
    private const string Open = "open";
    private const string Overdue = "overdue";
    private const string Done = "done";

    /// <param name="Case">A case; what it called belongs to it.</param>
    /// <param name="Mine">Only what the caller has, or has finished.</param>
    /// <param name="State">open (also when nothing is said), overdue or done.</param>
    /// <param name="After">Where the page before ended.</param>
    internal sealed record Filter(Guid? Case, bool? Mine, string? State, string? After);

    internal sealed record Page(IReadOnlyList<ListWork.Line> Lines, string? Next);

    public static async Task<Outcome<Page>> HandleAsync(Filter filter, Viewer viewer, OfficeDb db, WorkDesk desk, CancellationToken stop)
    {
        var now = desk.Clock.GetUtcNow();
        if (OfState(filter.State ?? Open, now, db) is not { } found)
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
            found = found.Where(work => work.EndedAt == null ? work.AssigneeId == viewer.PersonId : work.FinishedById == viewer.PersonId);
        }

        var (lines, next) = await ListWork.PageAsync(found, filter.State is Done, filter.After, now, db, stop);
        return new Page(lines, next);
    }

    private static IQueryable<WorkItem>? OfState(string state, DateTimeOffset now, OfficeDb db) => state switch
    {
        Open => db.Work.AsNoTracking().Where(static work => work.EndedAt == null),
        Overdue => db.Work.AsNoTracking().Where(work => work.EndedAt == null && work.DueAt < now),
        Done => db.Work.AsNoTracking().Where(static work => work.EndedAt != null),
        _ => null,
    };
}
