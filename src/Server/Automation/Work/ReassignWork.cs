using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Automation.Work;

/// <summary>A manager gives work to someone, with the reason. Reserved acts go only to those whom they are reserved to.</summary>
public static class ReassignWork
{
    internal sealed record Form(string? To, string? Reason);

    public sealed record Model(Guid Id, string Name, string? Assignee, IReadOnlyList<Option> People, string? To, string? Reason, IReadOnlyList<Refusal> Refusals);

    internal static async Task<Outcome<Model>> ShowAsync(
        Guid workId, Form form, IReadOnlyList<Refusal> refusals, OfficeDb db, WorkDesk desk, CancellationToken stop)
    {
        if (await db.Work.AsNoTracking().SingleOrDefaultAsync(row => row.Id == workId && row.EndedAt == null, stop) is not { } item)
        {
            return WorkAnswers.Unknown;
        }

        var people = await CandidatesAsync(item, db, desk, stop);
        var assignee = item.AssigneeId is { } holder ? await WorkAnswers.NameAsync(db, holder, stop) : null;
        return new Model(item.Id, item.Name, assignee, people, form.To, form.Reason, refusals);
    }

    internal static async Task<Outcome<Guid>> HandleAsync(Guid workId, Form form, Viewer viewer, OfficeDb db, WorkDesk desk, CancellationToken stop)
    {
        if (!WorkRules.MayLead(viewer))
        {
            return new Refusal("not-a-lead", "割り当てを変えられるのは管理者と事務管理者です。", Kind: RefusalKind.NotAllowed);
        }

        if (await db.Work.SingleOrDefaultAsync(row => row.Id == workId, stop) is not { } item)
        {
            return WorkAnswers.Unknown;
        }

        if (!item.IsOpen)
        {
            return (await WorkAnswers.TakenAsync(db, workId, viewer, stop))!;
        }

        var people = await CandidatesAsync(item, db, desk, stop);
        if (people.FirstOrDefault(person => string.Equals(person.Key, form.To, StringComparison.Ordinal)) is not { } to)
        {
            return new Refusal("assignee-missing", "割り当てる方を選んでください。", "to") { Others = [.. ReasonMissing(form)] };
        }

        if (ReasonMissing(form).FirstOrDefault() is { } missing)
        {
            return missing;
        }

        Assign(item, Guid.Parse(to.Key), form.Reason!.Trim(), viewer, desk.Clock.GetUtcNow(), db);
        await db.SaveChangesAsync(stop);
        return workId;
    }

    private static IEnumerable<Refusal> ReasonMissing(Form form) =>
        string.IsNullOrWhiteSpace(form.Reason) ? [new Refusal("reason-missing", "理由を入力してください。記録に残ります。", "reason")] : [];

    private static void Assign(WorkItem item, Guid to, string reason, Viewer viewer, DateTimeOffset now, OfficeDb db)
    {
        db.WorkMoves.Add(new WorkMove
        {
            Id = Guid.CreateVersion7(),
            OfficeId = item.OfficeId,
            CaseId = item.CaseId,
            WorkId = item.Id,
            Kind = WorkMoveKind.Reassigned,
            ById = viewer.PersonId,
            At = now,
            FromId = item.AssigneeId,
            ToId = to,
            Reason = reason,
        });
        item.AssigneeId = to;
        item.AssignedAt = now;
        db.Note(item.OfficeId, now, "work-reassigned", $"work:{item.Id}", $"作業「{item.Name}」の担当を変えた。", item.CaseId);
    }

    /// <summary>Ids become text here and not in the database, which would write them its own way.</summary>
    private static async Task<List<Option>> CandidatesAsync(WorkItem item, OfficeDb db, WorkDesk desk, CancellationToken stop)
    {
        var reserved = desk.ReservedTo(item.Form);
        var roles = reserved.Count > 0 ? reserved : Policies.Names[Policies.Work];
        var members = db.PersonRoles;
        var people = await db.People
            .Where(person => person.ClosedAt == null && person.Id != item.AssigneeId
                && members.Any(role => role.PersonId == person.Id && roles.Contains(role.Role)))
            .OrderBy(static person => person.Name)
            .Select(static person => new { person.Id, person.Name })
            .ToListAsync(stop);
        return people.ConvertAll(static person => new Option(person.Id.ToString(), person.Name));
    }
}
