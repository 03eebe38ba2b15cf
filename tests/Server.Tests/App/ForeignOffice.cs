using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Tests.Office;
using OfficeWorkflow.Server.Tests.Support;

namespace OfficeWorkflow.Server.Tests.App;

/// <summary>An office full of other people's business: the ids of its rows, and words that nobody outside may read.</summary>
internal sealed record ForeignOffice(RunningOffice Running, IReadOnlyList<Guid> Offices, IReadOnlyList<Guid> Ids)
{
    public static IReadOnlyList<string> Words { get; } = ["利用者A", "専門員X", "生活介護事業所P", "M市の担当者", "office@example.jp"];

    public static async Task<ForeignOffice> OpenAsync(RunningOffice office)
    {
        var (dates, _) = await Waiting.ForDatesAsync(office);
        var (consent, _) = await Waiting.ForConsentAsync(office);
        var offices = new[] { dates.Circle.OfficeId, consent.Circle.OfficeId };
        var ids = new HashSet<Guid>();
        foreach (var table in Tables(office))
        {
            foreach (var officeId in offices)
            {
                ids.UnionWith(await ReadAsync<Guid>(office, $"SELECT id AS \"Value\" FROM {table} WHERE office_id = {{0}} ORDER BY id LIMIT 1", officeId));
            }
        }

        return new ForeignOffice(office, offices, [.. ids]);
    }

    /// <summary>How many rows each table has, and how much work and how many cases and links are open.</summary>
    public async Task<IReadOnlyList<string>> StandAsync()
    {
        var stand = new List<string>();
        foreach (var table in Tables(Running))
        {
            stand.Add($"{table} {await CountAsync($"SELECT id AS \"Value\" FROM {table} WHERE office_id = {{0}}")}");
        }

        stand.Add($"open work {await CountAsync("SELECT id AS \"Value\" FROM work_items WHERE ended_at IS NULL AND assignee_id IS NULL AND office_id = {0}")}");
        stand.Add($"open cases {await CountAsync("SELECT id AS \"Value\" FROM cases WHERE status = 'Open' AND office_id = {0}")}");
        stand.Add($"open links {await CountAsync("SELECT id AS \"Value\" FROM guest_links WHERE revoked_at IS NULL AND code_round = 0 AND office_id = {0}")}");
        return stand;
    }

    private static IReadOnlyList<string> Tables(RunningOffice office)
    {
        using var db = office.Db();
        return
        [
            .. db.Model.GetEntityTypes()
                .Where(static entity => typeof(IOfficeRow).IsAssignableFrom(entity.ClrType) && entity.FindProperty("Id")?.ClrType == typeof(Guid))
                .Select(static entity => entity.GetTableName()!),
        ];
    }

    private static async Task<IReadOnlyList<T>> ReadAsync<T>(RunningOffice office, string statement, Guid officeId)
    {
        await using var db = office.Db();
        return await db.Database.SqlQueryRaw<T>(statement, officeId).ToListAsync();
    }

    private async Task<int> CountAsync(string statement)
    {
        var count = 0;
        foreach (var officeId in Offices)
        {
            count += (await ReadAsync<Guid>(Running, statement, officeId)).Count;
        }

        return count;
    }
}
