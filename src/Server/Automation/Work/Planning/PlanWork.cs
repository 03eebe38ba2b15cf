using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Automation.Forms;
using OfficeWorkflow.Server.Offices;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;
using OfficeWorkflow.Workflows.Timing;

namespace OfficeWorkflow.Server.Automation.Work.Planning;

/// <summary>
/// Whoever has work arranges it: from when they want to see it again (再開日), its weight, its due date. A lead may for others. The
/// follow-up date takes it out of the work of today, never out of what is overdue.
/// </summary>
public static class PlanWork
{
    private const int MostYears = 20;

    /// <summary>What is left out stays as it is.</summary>
    /// <param name="FollowUpOn">A day; blank for at once.</param>
    /// <param name="DueOn">A day; blank for none. The day ends when the office closes.</param>
    internal sealed record Form(string? FollowUpOn, string? DueOn, string? Priority, string? Reason)
    {
        /// <summary>The state that the caller has read (If-Match); null where they do not insist on it.</summary>
        [System.Text.Json.Serialization.JsonIgnore]
        public string? Read { get; init; }

        public static Form Of(WorkItem item) => new(Written(item.FollowUpAt), Written(item.DueAt), item.Priority.ToString(), null);

        public Form Over(Form known) => new(FollowUpOn ?? known.FollowUpOn, DueOn ?? known.DueOn, Priority ?? known.Priority, Reason);

        private static string? Written(DateTimeOffset? at) => DayOf(at) is { } day ? JapaneseEra.Date(day) : null;
    }

    /// <param name="MayFollowUp">Whether it is theirs to put off.</param>
    public sealed record Model(WorkItem Item, bool MayFollowUp, string? FollowUpOn, string? DueOn, string? Priority, string? Reason, IReadOnlyList<Refusal> Refusals);

    private sealed record Plan(DateTimeOffset? FollowUpAt, DateTimeOffset? DueAt, WorkPriority Priority);

    internal static async Task<Outcome<Model>> ShowAsync(Guid workId, Form? form, IReadOnlyList<Refusal> refusals, Viewer viewer, OfficeDb db, WorkDesk desk, CancellationToken stop)
    {
        if (await WorkDesk.SeenAsync(workId, viewer, db, stop) is not { } item || !May(item, viewer, desk))
        {
            return WorkAnswers.Unknown;
        }

        var shown = form ?? Form.Of(item);
        return await WorkAnswers.EndedAsync(db, item, stop) ?? (Outcome<Model>)new Model(
            item, WorkRules.Holds(viewer, item, desk.ReservedTo(item.Form)), shown.FollowUpOn, shown.DueOn, shown.Priority, shown.Reason, refusals);
    }

    internal static async Task<Outcome<Guid>> HandleAsync(
        Guid workId, Form form, Viewer viewer, OfficeDb db, WorkDesk desk, OfficeCalendars calendars, CancellationToken stop)
    {
        if (await WorkDesk.SeenAsync(workId, viewer, db, stop) is not { } item || !May(item, viewer, desk))
        {
            return WorkAnswers.Unknown;
        }

        if (await WorkAnswers.EndedAsync(db, item, stop) is { } ended)
        {
            return ended;
        }

        if (!EntityTag.Holds(form.Read, item.Tag))
        {
            return EntityTag.Outdated;
        }

        var calendar = await calendars.OfAsync(db, item.OfficeId, stop);
        var now = desk.Clock.GetUtcNow();
        var (plan, wrong) = Read(item, form.Over(Form.Of(item)), calendar, now);
        if (!WorkRules.Holds(viewer, item, desk.ReservedTo(item.Form)))
        {
            plan = plan with { FollowUpAt = item.FollowUpAt };
        }

        return wrong is [var first, .. var others] ? first with { Others = others } : await SaveAsync(item, plan, form, viewer, now, db, stop);
    }

    private static bool May(WorkItem item, Viewer viewer, WorkDesk desk) =>
        WorkRules.MayLead(viewer) || WorkRules.Holds(viewer, item, desk.ReservedTo(item.Form));

    private static (Plan Plan, List<Refusal> Wrong) Read(WorkItem item, Form form, WorkCalendar calendar, DateTimeOffset now)
    {
        var today = JapaneseEra.DayInTokyo(now);
        var wrong = new List<Refusal>();
        var followUp = DayOf(form.FollowUpOn, "followUpOn", "再開日", wrong);
        var due = DayOf(form.DueOn, "dueOn", "期限", wrong);
        var (isFollowUpChanged, isDueChanged) = (followUp != DayOf(item.FollowUpAt), due != DayOf(item.DueAt));
        if (isFollowUpChanged && (followUp <= today || followUp > today.AddYears(MostYears)))
        {
            wrong.Add(new Refusal("follow-up-past", "再開日は明日からの日にしてください。すぐに戻すときは空けてください。", "followUpOn"));
        }

        if (isDueChanged && (due < today || due > today.AddYears(MostYears)))
        {
            wrong.Add(new Refusal("due-past", $"期限は今日から{MostYears}年のうちの日にしてください。", "dueOn"));
        }

        if (isDueChanged)
        {
            wrong.AddRange(new Handover.HandoverForm(null, form.Reason).WrongReason("期限を変える理由を入力してください。案件の経過に残ります。"));
        }

        var dueAt = isDueChanged ? due is { } day ? CivilTime.At(day, calendar.ClosesAt, calendar.Zone) : (DateTimeOffset?)null : item.DueAt;
        var followUpAt = followUp is { } from ? CivilTime.At(from, TimeOnly.MinValue, calendar.Zone) : (DateTimeOffset?)null;
        var plan = new Plan(
            isFollowUpChanged ? followUpAt : item.FollowUpAt,
            dueAt,
            Enum.TryParse<WorkPriority>(form.Priority, out var priority) && Enum.IsDefined(priority) ? priority : item.Priority);
        return (plan, wrong);
    }

    private static DateOnly? DayOf(DateTimeOffset? at) => at is { } moment ? JapaneseEra.DayInTokyo(moment) : null;

    private static DateOnly? DayOf(string? typed, string field, string label, List<Refusal> wrong)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return null;
        }

        var day = TypedText.Day(typed);
        if (day is null)
        {
            wrong.Add(new Refusal("not-a-date", $"{label}の日付が読めません。例: 令和8年3月26日、R8.3.26、2026/3/26", field));
        }

        return day;
    }

    private static async Task<Outcome<Guid>> SaveAsync(WorkItem item, Plan plan, Form form, Viewer viewer, DateTimeOffset now, OfficeDb db, CancellationToken stop)
    {
        db.ForgetWhatWasRead();
        var isSaved = await db.InTransactionAsync(
            async inner =>
            {
                var sortAt = plan.DueAt ?? WorkItem.NoDueDate;
                var asRead = db.Work.Where(row => row.Id == item.Id && row.EndedAt == null && row.AssigneeId == item.AssigneeId
                    && row.DueAt == item.DueAt && row.FollowUpAt == item.FollowUpAt && row.Priority == item.Priority);
                var rows = await asRead.ExecuteUpdateAsync(
                    row => row.SetProperty(static work => work.FollowUpAt, plan.FollowUpAt)
                        .SetProperty(static work => work.DueAt, plan.DueAt)
                        .SetProperty(static work => work.SortAt, sortAt)
                        .SetProperty(static work => work.Priority, plan.Priority),
                    inner);
                if (rows == 1)
                {
                    Tell(item, plan, form, viewer, now, db);
                    await db.SaveChangesAsync(inner);
                }

                return rows == 1;
            },
            stop);
        return isSaved ? item.Id : await WorkAnswers.TakenAsync(db, item.Id, form.Read, viewer, stop) ?? EntityTag.Outdated;
    }

    /// <summary>What others see differently now stands in the case's story; from when whoever has it wants to see it again is theirs alone.</summary>
    private static void Tell(WorkItem item, Plan plan, Form form, Viewer viewer, DateTimeOffset now, OfficeDb db)
    {
        if (plan.DueAt != item.DueAt)
        {
            var why = new Handover.HandoverForm(null, form.Reason).Said();
            db.WorkMoves.Add(DueMoved(item, plan.DueAt, why, viewer.PersonId, now));
            db.Note(item.OfficeId, now, "work-due-changed", $"work:{item.Id}", $"作業「{item.Name}」の期限を変えた。", item.CaseId);
        }

        if (plan.Priority != item.Priority)
        {
            var change = $"「{WorkPriorities.LabelOf(item.Priority)}」から「{WorkPriorities.LabelOf(plan.Priority)}」へ。";
            db.WorkMoves.Add(MoveOf(item, WorkMoveKind.PriorityChanged, change, viewer.PersonId, now));
        }
    }

    /// <summary>For the case's story: from which due date to which, and why.</summary>
    internal static WorkMove DueMoved(WorkItem item, DateTimeOffset? to, string? why, Guid by, DateTimeOffset now) =>
        MoveOf(item, WorkMoveKind.DueChanged, $"{Named(item.DueAt)}から{Named(to)}へ。理由: {why}", by, now);

    private static WorkMove MoveOf(WorkItem item, WorkMoveKind kind, string reason, Guid by, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(),
        OfficeId = item.OfficeId,
        CaseId = item.CaseId,
        WorkId = item.Id,
        Kind = kind,
        ById = by,
        At = now,
        FromId = item.AssigneeId,
        ToId = item.AssigneeId,
        Reason = reason,
    };

    private static string Named(DateTimeOffset? at) => at is { } due ? JapaneseEra.Long(due) : "期限なし";
}
