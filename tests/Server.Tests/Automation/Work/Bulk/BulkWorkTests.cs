using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Automation.Work;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Tests.Support;

namespace OfficeWorkflow.Server.Tests.Automation.Work.Bulk;

public abstract class BulkWorkTests(RunningOffice office)
{
    [Fact]
    public async Task An_operation_sent_again_does_not_undo_what_somebody_did_since()
    {
        var (desk, lead, items) = await ArriveAsync(2);
        var (first, other) = (await desk.JoinAsync(Roles.Clerk), await desk.JoinAsync(Roles.Clerk));
        // One of them is theirs already: it is done without a change, and done all the same.
        await lead.SendAsync($"/api/v1/work/{items[1].Id}/assignee", new { to = first.PersonId, reason = "先に" });
        var assign = new { act = "assign", work = items.Select(static item => item.Id), to = first.PersonId, reason = "まとめて", operationId = "op-1" };
        var due = new { act = "due", work = items.Select(static item => item.Id), dueOn = "R8.2.2", reason = "延ばす", operationId = "op-2" };
        await lead.SendAsync("/api/v1/work/bulk", assign);
        await lead.SendAsync("/api/v1/work/bulk", due);
        foreach (var item in items)
        {
            await lead.SendAsync($"/api/v1/work/{item.Id}/assignee", new { to = other.PersonId, reason = "代わり" });
            await lead.SendAsync($"/api/v1/work/{item.Id}/plan", new { dueOn = "R8.3.3", reason = "さらに延ばす" });
        }

        var dueOn = (await desk.ReloadAsync(items[0])).DueAt;
        var again = new[] { await lead.SendAsync("/api/v1/work/bulk", assign), await lead.SendAsync("/api/v1/work/bulk", due) };

        Assert.All(again, static answer => Assert.Equal((HttpStatusCode.OK, 2), (answer.Status, Done(answer.Json))));
        foreach (var item in items)
        {
            Assert.Equal((other.PersonId, dueOn), ((await desk.ReloadAsync(item)).AssigneeId, (await desk.ReloadAsync(item)).DueAt));
        }
    }

    [Fact]
    public async Task What_an_operation_could_not_do_it_may_try_again()
    {
        var (desk, lead, items) = await ArriveAsync(1);
        var clerk = await desk.JoinAsync(Roles.Clerk);
        var without = await lead.SendAsync("/api/v1/work/bulk", new { act = "assign", work = items.Select(static item => item.Id), to = clerk.PersonId, operationId = "op-1" });

        var with = await lead.SendAsync("/api/v1/work/bulk", new { act = "assign", work = items.Select(static item => item.Id), to = clerk.PersonId, reason = "まとめて", operationId = "op-1" });

        Assert.Equal((0, 1), (Done(without.Json), Done(with.Json)));
        Assert.Equal(clerk.PersonId, (await desk.ReloadAsync(items[0])).AssigneeId);
    }

    [Fact]
    public async Task An_operation_sent_several_times_at_once_is_done_once_and_answered_so_each_time()
    {
        var (desk, lead, items) = await ArriveAsync(3);
        var clerk = await desk.JoinAsync(Roles.Clerk);
        var body = new { act = "assign", work = items.Select(static item => item.Id), to = clerk.PersonId, reason = "まとめて", operationId = "op-1" };

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => lead.SendAsync("/api/v1/work/bulk", body)));

        Assert.All(answers, static answer => Assert.Equal((HttpStatusCode.OK, 3), (answer.Status, Done(answer.Json))));
        await using var db = desk.Cases.Db();
        Assert.Equal(3, await db.Set<WorkMove>().CountAsync());
    }

    private static int Done(JsonElement answer) => answer.GetProperty("items").EnumerateArray().Count(static row => row.GetProperty("isDone").GetBoolean());

    private async Task<(Desk Desk, ApiCaller Lead, IReadOnlyList<WorkItem> Items)> ArriveAsync(int count)
    {
        var desk = await Desk.NewAsync(office, "", Roles.Clerk);
        var items = new List<WorkItem>();
        for (var number = 0; number < count; number++)
        {
            items.Add(await desk.StartAsync());
        }

        return (desk, await ApiCaller.JoinAsync(office, Roles.Manager, desk.Cases.OfficeId), items);
    }

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : BulkWorkTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : BulkWorkTests(office), IClassFixture<RunningOffice.OnPostgres>;
}
