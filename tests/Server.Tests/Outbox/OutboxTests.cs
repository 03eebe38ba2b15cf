using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OfficeWorkflow.Server.Automation.Incidents;
using OfficeWorkflow.Server.Outbox;
using OfficeWorkflow.Server.Tests.Support;

namespace OfficeWorkflow.Server.Tests.Outbox;

public abstract class OutboxTests(RunningOffice server)
{
    [Fact]
    public async Task An_entry_leaves_once()
    {
        var entry = await WriteAsync("send");

        await server.DrainAsync();
        await server.DrainAsync();

        Assert.Equal(OutboxState.Done, (await ReadAsync(entry)).State);
        Assert.Single(server.Parcels.Sent, entry);
    }

    [Fact]
    public async Task A_closed_world_is_tried_again_by_the_policy_and_then_shown_to_a_person()
    {
        var entry = await WriteAsync("away");

        await server.DrainAsync();
        var afterFirst = await ReadAsync(entry);
        for (var day = 0; day < 8; day++)
        {
            server.Clock.Advance(TimeSpan.FromDays(1));
            await server.DrainAsync();
        }

        Assert.Equal((OutboxState.Waiting, afterFirst.WrittenAt + TimeSpan.FromSeconds(10)), (afterFirst.State, afterFirst.DueAt));
        Assert.Equal((OutboxState.Failed, 8), ((await ReadAsync(entry)).State, (await ReadAsync(entry)).Attempts));
        Assert.Equal(IncidentKind.Outbox, await IncidentAsync(entry));
    }

    [Fact]
    public async Task What_cannot_be_performed_is_not_tried_again()
    {
        var entry = await WriteAsync("refused");

        await server.DrainAsync();

        Assert.Equal((OutboxState.Failed, 1), ((await ReadAsync(entry)).State, (await ReadAsync(entry)).Attempts));
        Assert.Equal(IncidentKind.Outbox, await IncidentAsync(entry));
    }

    [Fact]
    public async Task What_broke_after_it_was_handed_over_may_have_left_and_is_never_sent_again()
    {
        var entry = await WriteAsync("crash");

        await server.DrainAsync();
        server.Clock.Advance(TimeSpan.FromDays(1));
        await server.DrainAsync();

        Assert.Equal((OutboxState.MaybeSent, 1), ((await ReadAsync(entry)).State, (await ReadAsync(entry)).Attempts));
        Assert.Equal(IncidentKind.MaybeSent, await IncidentAsync(entry));
    }

    [Fact]
    public async Task E2_After_a_crash_what_was_being_sent_comes_back_as_maybe_sent()
    {
        var entry = await WriteAsync("send", OutboxState.Sending, leasedUntil: server.Clock.GetUtcNow() + TimeSpan.FromMinutes(1));

        await server.DrainAsync();
        var whileLeased = await ReadAsync(entry);
        server.Clock.Advance(TimeSpan.FromMinutes(2));
        await server.DrainAsync();

        Assert.Equal(OutboxState.Sending, whileLeased.State);
        Assert.Equal(OutboxState.MaybeSent, (await ReadAsync(entry)).State);
        Assert.DoesNotContain(entry, server.Parcels.Sent);
    }

    [Fact]
    public async Task What_a_killed_process_had_claimed_and_not_begun_to_send_is_sent()
    {
        var entry = await WriteAsync("send", leasedUntil: server.Clock.GetUtcNow() + TimeSpan.FromMinutes(1));

        await server.DrainAsync();
        var whileLeased = await ReadAsync(entry);
        server.Clock.Advance(TimeSpan.FromMinutes(2));
        await server.DrainAsync();

        Assert.Equal(OutboxState.Waiting, whileLeased.State);
        Assert.Equal(OutboxState.Done, (await ReadAsync(entry)).State);
    }

    [Fact]
    public async Task I11_A_slow_owner_whose_claim_was_taken_over_can_not_write()
    {
        var entry = await WriteAsync("send");
        var slow = await ReadAsync(entry);
        slow.Fence = 1;
        await using (var db = server.Db())
        {
            await db.Outbox.Where(row => row.Id == entry).ExecuteUpdateAsync(static row => row.SetProperty(static one => one.Fence, 2));
        }

        await server.Services.GetRequiredService<Performing>().PerformAsync(slow, CancellationToken.None);

        Assert.Equal(OutboxState.Waiting, (await ReadAsync(entry)).State);
        Assert.DoesNotContain(entry, server.Parcels.Sent);
    }

    [Fact]
    public async Task Entries_of_one_order_leave_one_after_the_other()
    {
        var second = await WriteAsync("send", order: 2);
        var first = await WriteAsync("send", order: 1);

        await server.DrainAsync();

        Assert.Equal([first, second], server.Parcels.Sent.Where(entry => entry == first || entry == second));
    }

    [Fact]
    public async Task One_of_an_order_that_was_put_off_holds_up_none_behind_it()
    {
        var first = await WriteAsync("away", order: 21);
        var second = await WriteAsync("send", order: 22);

        await server.DrainAsync();

        Assert.Equal((OutboxState.Waiting, 1), ((await ReadAsync(first)).State, (await ReadAsync(first)).Attempts));
        Assert.Equal(OutboxState.Done, (await ReadAsync(second)).State);
    }

    [Fact]
    public async Task What_waits_behind_a_held_one_of_its_order_is_not_due()
    {
        var held = await WriteAsync("send", OutboxState.Held, order: 11);
        var behind = await WriteAsync("send", order: 12);
        await server.DrainAsync();

        var source = server.Services.GetRequiredService<Pump>().Sources.Single(static source => source.Name == OutboxSource.MainLane);
        var next = await source.NextDueAsync(CancellationToken.None);
        await using (var db = server.Db())
        {
            await db.Outbox.Where(row => row.Id == held).ExecuteUpdateAsync(static row => row.SetProperty(static one => one.State, OutboxState.Cancelled));
        }

        Assert.False(next <= server.Clock.GetUtcNow(), "What nobody can perform would hold the clock of a rehearsal.");
        Assert.True(await source.NextDueAsync(CancellationToken.None) <= server.Clock.GetUtcNow());
        await server.DrainAsync();
        Assert.Equal(OutboxState.Done, (await ReadAsync(behind)).State);
    }

    private async Task<Guid> WriteAsync(
        string payload, OutboxState state = OutboxState.Waiting, DateTimeOffset? leasedUntil = null, int? order = null)
    {
        await using var db = server.Db();
        var now = server.Clock.GetUtcNow();
        var entry = new OutboxEntry
        {
            Id = Guid.CreateVersion7(),
            OfficeId = Guid.CreateVersion7(),
            Kind = ParcelPerformer.EntryKind,
            Payload = payload,
            WrittenAt = now,
            DueAt = now,
            State = state,
            LeasedUntil = leasedUntil,
            OrderKey = order is null ? null : "parcels",
            OrderNumber = order ?? 0,
        };
        db.Outbox.Add(entry);
        await db.SaveChangesAsync();
        return entry.Id;
    }

    private async Task<OutboxEntry> ReadAsync(Guid entry)
    {
        await using var db = server.Db();
        return await db.Outbox.AsNoTracking().SingleAsync(row => row.Id == entry);
    }

    private async Task<IncidentKind> IncidentAsync(Guid entry)
    {
        await using var db = server.Db();
        return await db.Incidents.Where(incident => incident.About == entry.ToString()).Select(static incident => incident.Kind).SingleAsync();
    }

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : OutboxTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : OutboxTests(office), IClassFixture<RunningOffice.OnPostgres>;
}
