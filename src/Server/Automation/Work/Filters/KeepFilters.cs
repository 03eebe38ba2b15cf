using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Automation.Work.Lists;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Automation.Work.Filters;

/// <summary>A person gives the list in front of them a name, for themselves or for everybody in the office.</summary>
internal static class KeepFilters
{
    public const int LongestName = 60;

    private const int Most = 50;

    /// <param name="Scope">As the list's address has it, and so the rest.</param>
    internal sealed record Form(
        string? Name, bool? IsShared, string? Scope, string? Q, string? Subject, string? Procedure, string? Step, string? Month, string? Who, string? Sort)
    {
        public ListWork.Query List() => new(
            WorkScopes.Named(Scope),
            new WorkFilter
            {
                Q = Q,
                Subject = Subject,
                Procedure = Procedure,
                Step = Step,
                Month = Month,
                Who = Who,
                Sort = Sort,
            },
            null);
    }

    public static async Task<Outcome<Guid>> HandleAsync(Form form, Viewer viewer, OfficeDb db, TimeProvider clock, CancellationToken stop)
    {
        var name = PlainText.Of(form.Name ?? "").Trim();
        if (name.Length is 0 or > LongestName)
        {
            return new Refusal("filter-name", $"一覧の名前を{LongestName}文字までで入力してください。", "name");
        }

        if (await db.SavedFilters.CountAsync(row => row.PersonId == viewer.PersonId, stop) >= Most)
        {
            return new Refusal("too-many-filters", $"名前を付けた一覧は{Most}個までです。使わないものを消してください。", "name");
        }

        var filter = new SavedFilter
        {
            Id = Guid.CreateVersion7(),
            OfficeId = viewer.OfficeId,
            PersonId = viewer.PersonId,
            Name = name,
            Address = form.List().Address(),
            IsShared = form.IsShared is true,
            SavedAt = clock.GetUtcNow(),
        };
        db.SavedFilters.Add(filter);
        await db.SaveChangesAsync(stop);
        return filter.Id;
    }

    /// <summary>Their own, and what others share, by name.</summary>
    public static async Task<IReadOnlyList<SavedFilter>> ListAsync(Viewer viewer, OfficeDb db, CancellationToken stop) => await db.SavedFilters.AsNoTracking()
        .Where(row => row.PersonId == viewer.PersonId || row.IsShared)
        .OrderBy(static row => row.Name)
        .ThenBy(static row => row.Id)
        .ToListAsync(stop);

    /// <returns>Where the list is; null when there is no such filter for them.</returns>
    public static Task<string?> AddressAsync(Guid id, Viewer viewer, OfficeDb db, CancellationToken stop) => db.SavedFilters
        .Where(row => row.Id == id && (row.PersonId == viewer.PersonId || row.IsShared))
        .Select(static row => row.Address)
        .SingleOrDefaultAsync(stop);

    /// <returns>Whether it was their own.</returns>
    public static async Task<bool> RemoveAsync(Guid id, Viewer viewer, OfficeDb db, CancellationToken stop)
    {
        if (await db.SavedFilters.SingleOrDefaultAsync(row => row.Id == id && row.PersonId == viewer.PersonId, stop) is not { } filter)
        {
            return false;
        }

        db.SavedFilters.Remove(filter);
        await db.SaveChangesAsync(stop);
        return true;
    }
}
