using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Offices;
using OfficeWorkflow.Server.Tests.Support;

namespace OfficeWorkflow.Server.Tests.Storage;

public abstract class ScopeTests(RunningOffice office)
{
    [Fact]
    public async Task A_scope_sees_the_rows_of_its_office_only()
    {
        var (ours, theirs) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await using var all = office.Db();
        all.Holidays.AddRange(
            new Holiday { OfficeId = ours, On = new DateOnly(2026, 5, 1), Name = "創立記念日" },
            new Holiday { OfficeId = theirs, On = new DateOnly(2026, 5, 1), Name = "創立記念日" });
        await all.SaveChangesAsync();

        await using var person = office.Db(new Scope.Person(Guid.CreateVersion7(), ours));
        await using var nobody = office.Db(new Scope.Nobody());

        Assert.Equal([ours], await person.Holidays.Select(static holiday => holiday.OfficeId).ToListAsync());
        Assert.Empty(await nobody.Holidays.ToListAsync());
        Assert.Equal(2, await all.Holidays.CountAsync());
    }

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : ScopeTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : ScopeTests(office), IClassFixture<RunningOffice.OnPostgres>;
}
