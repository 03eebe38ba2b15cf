using Microsoft.Data.Sqlite;
using OfficeWorkflow.Server.App.Rehearsing;
using OfficeWorkflow.Server.Offices;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Tests.App;

public sealed class RehearsalCopyTests : IDisposable
{
    private readonly string data = Directory.CreateTempSubdirectory("rehearsal-").FullName;

    [Fact]
    public async Task What_is_played_on_the_copy_never_reaches_the_office()
    {
        await AddOfficeAsync(data);

        var copy = RehearsalCopy.Make(data, into: null);
        await AddOfficeAsync(copy);

        Assert.Equal(1, await CountAsync(data));
        Assert.Equal(2, await CountAsync(copy));
    }

    [Fact]
    public async Task A_rehearsal_that_was_stopped_is_gone_on_with()
    {
        var into = Path.Combine(data, "walk");
        var first = RehearsalCopy.Make(data, into);
        await AddOfficeAsync(first);
        await AddOfficeAsync(data);

        var second = RehearsalCopy.Make(data, into);

        Assert.Equal(first, second);
        Assert.Equal(1, await CountAsync(second));
    }

    [Fact]
    public void A_restarted_rehearsal_keeps_its_clock()
    {
        var file = Path.Combine(data, "clock");
        var start = new DateTimeOffset(2026, 1, 19, 9, 0, 0, TimeSpan.FromHours(9));
        RehearsalClock.Open(file, start).MoveTo(start + TimeSpan.FromDays(3));

        var again = RehearsalClock.Open(file, start);

        Assert.InRange(again.GetUtcNow(), start + TimeSpan.FromDays(3), start + TimeSpan.FromDays(3) + TimeSpan.FromMinutes(5));
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(data, recursive: true);
    }

    private static OfficeDbs Open(string directory) => new(Database.Sqlite(Path.Combine(directory, "office.db"), []));

    private static async Task AddOfficeAsync(string directory)
    {
        await Migrating.HandleAsync(Open(directory), CancellationToken.None);
        await using var db = Open(directory).Open(new Scope.System("test"));
        db.Set<OfficeFile>().Add(new OfficeFile { Id = Guid.CreateVersion7(), Name = "相談支援事業所S", Number = "1234567890" });
        await db.SaveChangesAsync();
    }

    private static async Task<int> CountAsync(string directory)
    {
        await using var db = Open(directory).Open(new Scope.System("test"));
        return await Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.CountAsync(db.Set<OfficeFile>());
    }
}
