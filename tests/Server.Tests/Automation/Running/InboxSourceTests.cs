using Microsoft.Extensions.DependencyInjection;
using OfficeWorkflow.Server.Automation.Running;
using OfficeWorkflow.Server.Automation.Running.Inbox;
using OfficeWorkflow.Server.Outbox;
using OfficeWorkflow.Server.Tests.Support;

namespace OfficeWorkflow.Server.Tests.Automation.Running;

public abstract class InboxSourceTests(RunningOffice office)
{
    [Fact]
    public async Task What_waits_behind_one_that_is_being_told_to_the_same_case_is_not_due()
    {
        var officeId = await office.NewOfficeAsync();
        var (recipient, now) = (Guid.CreateVersion7(), office.Clock.GetUtcNow());
        await using (var db = office.Db())
        {
            db.CaseInbox.Add(Entry(leasedUntil: now.AddMinutes(1)));
            await db.SaveChangesAsync();
            db.CaseInbox.Add(Entry(leasedUntil: null));
            await db.SaveChangesAsync();
        }

        var source = office.Services.GetRequiredService<Pump>().Sources.OfType<InboxSource>().Single();

        Assert.Equal(now.AddMinutes(1), await source.NextDueAsync(CancellationToken.None));
        Assert.Equal(0, await source.PerformDueAsync(CancellationToken.None));

        InboxEntry Entry(DateTimeOffset? leasedUntil) => new()
        {
            OfficeId = officeId,
            CaseId = recipient,
            Kind = InboxKind.Signal,
            Code = "all",
            Values = "{}",
            WrittenAt = now,
            LeasedUntil = leasedUntil,
        };
    }

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : InboxSourceTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : InboxSourceTests(office), IClassFixture<RunningOffice.OnPostgres>;
}
