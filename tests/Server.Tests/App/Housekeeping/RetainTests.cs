using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OfficeWorkflow.Server.App.Api;
using OfficeWorkflow.Server.App.Housekeeping;
using OfficeWorkflow.Server.Automation.Work;
using OfficeWorkflow.Server.Automation.Work.Bulk;
using OfficeWorkflow.Server.Automation.Work.Filters;
using OfficeWorkflow.Server.Channels.Mail.Incoming;
using OfficeWorkflow.Server.Office.Arriving;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.People.Sessions;
using OfficeWorkflow.Server.Tests.Support;

namespace OfficeWorkflow.Server.Tests.App.Housekeeping;

public abstract class RetainTests(RunningOffice office)
{
    private const int Rows = (Retain.Batch * 3) + 7;

    private DateTimeOffset Now => office.Clock.GetUtcNow();

    [Fact]
    public async Task I10_Retention_gives_way_to_those_who_work_after_each_batch()
    {
        var person = Guid.CreateVersion7();
        await using (var db = office.Db())
        {
            db.Set<AnsweredRequest>().AddRange(Enumerable.Range(0, Rows).Select(number => Answered(person, $"old {number}", Now.AddDays(-40).AddMinutes(number))));
            db.Set<AnsweredRequest>().Add(Answered(person, "young", Now.AddDays(-29)));
            db.SignInSessions.AddRange(Enumerable.Range(0, Rows).Select(_ => Seen(person, Now.AddDays(-31))));
            db.SignInSessions.Add(Seen(person, Now.AddDays(-29)));
            await db.SaveChangesAsync();
        }

        // Whoever waits in line has their turn between two batches: so many in turn would otherwise stand until the end.
        var retaining = Task.Run(() => Retain.HandleAsync(office.Dbs, office.Clock, CancellationToken.None));
        var left = new List<int>();
        while (!retaining.IsCompleted)
        {
            left.Add(await WriteAsync(person));
        }

        Assert.Equal(Rows * 2, await retaining);
        Assert.Contains(left, static count => count is > 0 and < Rows * 2);
        await using var after = office.Db();
        Assert.Equal("young", (await after.Set<AnsweredRequest>().SingleAsync(row => row.PersonId == person)).Key);
        Assert.Equal(1, await after.SignInSessions.CountAsync(row => row.PersonId == person));
    }

    [Fact]
    public async Task A_book_that_was_brought_and_never_taken_over_goes_after_thirty_days()
    {
        var officeId = await office.NewOfficeAsync();
        await using var db = office.Db();
        var old = Arrival.Of(officeId, personId: null, "古い.csv", [1], Now.AddDays(-31));
        var young = Arrival.Of(officeId, personId: null, "新しい.csv", [1], Now.AddDays(-29));
        var taken = Arrival.Of(officeId, personId: null, "済んだ.csv", [1], Now.AddDays(-31));
        taken.Take(Now.AddDays(-31));
        db.Arrivals.AddRange(old, young, taken);
        await db.SaveChangesAsync();

        await Retain.HandleAsync(office.Dbs, office.Clock, CancellationToken.None);

        Assert.Equal([taken.Id, young.Id], await db.Arrivals.AsNoTracking().Where(row => row.OfficeId == officeId).OrderBy(static row => row.BroughtAt).Select(static row => row.Id).ToListAsync());
    }

    [Fact]
    public async Task What_an_operation_on_several_work_items_did_is_known_for_thirty_days()
    {
        var officeId = await office.NewOfficeAsync();
        await using var db = office.Db();
        db.DoneInBulk.AddRange(new[] { -31, -29 }.Select(days => new BulkDone
        {
            OfficeId = officeId,
            PersonId = officeId,
            Operation = "op",
            WorkId = Guid.CreateVersion7(),
            At = Now.AddDays(days),
        }));
        await db.SaveChangesAsync();

        await Retain.HandleAsync(office.Dbs, office.Clock, CancellationToken.None);

        Assert.Equal(Now.AddDays(-29), (await db.DoneInBulk.AsNoTracking().SingleAsync(row => row.OfficeId == officeId)).At);
    }

    [Fact]
    public void Files_of_incoming_mail_go_after_thirty_days_and_those_that_nobody_understood_after_ninety()
    {
        var folder = office.Services.GetRequiredService<IncomingFolder>();
        foreach (var (file, days) in new[] { ("taken/old", 31), ("taken/young", 29), ("not-taken/old", 91), ("not-taken/young", 89) })
        {
            var path = Path.Combine(folder.Path, file + ".eml");
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, "");
            File.SetLastWriteTimeUtc(path, Now.AddDays(-days).UtcDateTime);
        }

        Assert.Equal(2, folder.Forget(Now));
        Assert.Equal(["young.eml", "young.eml"], Directory.EnumerateFiles(folder.Path, "*.eml", SearchOption.AllDirectories).Select(Path.GetFileName));
    }

    /// <summary>A person's write, and what stood when it was done.</summary>
    private async Task<int> WriteAsync(Guid person)
    {
        await using var db = office.Db();
        db.SavedFilters.Add(new SavedFilter { Id = Guid.CreateVersion7(), OfficeId = Guid.CreateVersion7(), PersonId = person, Name = "一覧", Address = "/work", IsShared = false, SavedAt = Now });
        await db.SaveChangesAsync();
        return await db.Set<AnsweredRequest>().CountAsync(row => row.PersonId == person && row.Key != "young")
            + await db.SignInSessions.CountAsync(row => row.PersonId == person) - 1;
    }

    private static AnsweredRequest Answered(Guid person, string key, DateTimeOffset at) => new() { PersonId = person, Key = key, Request = "POST", At = at, Status = 200 };

    private static SignInSession Seen(Guid person, DateTimeOffset at) =>
        new() { Id = Guid.CreateVersion7(), PersonId = person, Stamp = "", Device = "端末", BegunAt = at, SeenAt = at };

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : RetainTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : RetainTests(office), IClassFixture<RunningOffice.OnPostgres>;
}
