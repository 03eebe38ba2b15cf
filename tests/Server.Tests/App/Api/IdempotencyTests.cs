using System.Net;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.App.Api;
using OfficeWorkflow.Server.Automation.Work;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Tests.Automation.Work;
using OfficeWorkflow.Server.Tests.Support;

namespace OfficeWorkflow.Server.Tests.App.Api;

/// <summary>Row M2 of the table of features: what was sent under a key is done once, at every address where work is written.</summary>
public abstract class IdempotencyTests(RunningOffice office)
{
    [Fact]
    public async Task M2_Idempotency_key_every_write_of_work_keeps_its_key_with_its_effect()
    {
        var desk = await Desk.NewAsync(office, "");
        var item = await desk.StartAsync();
        var lead = await ApiCaller.OfAsync(office, await Staff.JoinAsync(office, [Roles.Clerk, Roles.Manager], desk.Cases.OfficeId));
        var helper = await ApiCaller.JoinAsync(office, Roles.Clerk, desk.Cases.OfficeId);
        var (to, back, twice) = (new { to = helper.Staff.PersonId, reason = "頼む" }, new { to = lead.Staff.PersonId, reason = "戻す" }, new List<(string Act, bool IsSame, bool IsKept)>());
        (ApiCaller Who, string Act, object Body)[] acts =
        [
            (lead, "claim", new { }), (lead, "plan", new { priority = "High" }), (lead, "delegation", to), (lead, "delegation/end", new { }), (lead, "delegation", to),
            (helper, "handback", new { reason = "できました" }), (lead, "release", new { }), (lead, "assignee", to), (lead, "assignee", back),
            (lead, "completion", new { operationId = "done", values = new { } }),
        ];

        foreach (var (who, act, body) in acts)
        {
            twice.Add(await TwiceAsync(who, $"/api/v1/work/{item.Id}/{act}", body));
        }

        var after = Assert.Single(await desk.Cases.OpenWorkAsync());
        twice.Add(await TwiceAsync(lead, "/api/v1/work/bulk", new { act = "assign", work = new[] { after.Id }, to = lead.Staff.PersonId, reason = "まとめて", operationId = "op" }));
        twice.Add(await TwiceAsync(lead, $"/api/v1/work/{after.Id}/return", new { to = "task", reason = "やり直し" }));

        Assert.All(twice, static one => Assert.Equal((one.Act, true, true), one));
        await using var db = desk.Cases.Db();
        Assert.Equal(
            [
                WorkMoveKind.Claimed, WorkMoveKind.PriorityChanged, WorkMoveKind.Delegated, WorkMoveKind.TakenBack, WorkMoveKind.Delegated, WorkMoveKind.HandedBack,
                WorkMoveKind.Released, WorkMoveKind.Reassigned, WorkMoveKind.Reassigned, WorkMoveKind.Reassigned,
            ],
            await db.Set<WorkMove>().OrderBy(static move => move.Id).Select(static move => move.Kind).ToListAsync());
    }

    [Fact]
    public async Task M2_A_key_that_was_answered_does_not_undo_what_somebody_did_since()
    {
        var desk = await Desk.NewAsync(office, "");
        var item = await desk.StartAsync();
        var lead = await ApiCaller.JoinAsync(office, Roles.Manager, desk.Cases.OfficeId);
        var (first, second) = (await desk.JoinAsync(Roles.Clerk), await desk.JoinAsync(Roles.Clerk));
        var path = $"/api/v1/work/{item.Id}/assignee";
        var body = new { to = first.PersonId, reason = "割り当て" };

        var sent = await lead.SendAsync(path, body, "k1");
        await lead.SendAsync(path, new { to = second.PersonId, reason = "代わり" });
        var again = await lead.SendAsync(path, body, "k1");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK, sent.Json.ToString()), (sent.Status, again.Status, again.Json.ToString()));
        Assert.Equal(second.PersonId, (await desk.ReloadAsync(item)).AssigneeId);
    }

    [Fact]
    public async Task M2_Of_several_under_one_key_at_once_none_spoils_the_answer_of_the_one_that_was_done()
    {
        var desk = await Desk.NewAsync(office, "");
        var lead = await ApiCaller.JoinAsync(office, Roles.Manager, desk.Cases.OfficeId);
        var clerk = await desk.JoinAsync(Roles.Clerk);
        for (var round = 0; round < 5; round++)
        {
            var item = await desk.StartAsync();
            var (path, body, key) = ($"/api/v1/work/{item.Id}/assignee", new { to = clerk.PersonId, reason = "割り当て" }, $"round {round}");

            var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => lead.SendAsync(path, body, key)));
            var again = await lead.SendAsync(path, body, key);

            Assert.Equal(HttpStatusCode.OK, again.Status);
            Assert.All(answers, static answer => Assert.True(answer.Status is HttpStatusCode.OK || answer.Json.GetProperty("code").GetString() is "answer-lost"));
            await using var db = desk.Cases.Db();
            Assert.Equal(1, await db.Set<WorkMove>().CountAsync(move => move.WorkId == item.Id));
        }
    }

    private async Task<(string Act, bool IsSame, bool IsKept)> TwiceAsync(ApiCaller who, string path, object body)
    {
        var key = Guid.CreateVersion7().ToString("N");
        var first = await who.SendAsync(path, body, key);
        await using var db = office.Db();
        var kept = await db.Set<AnsweredRequest>().AsNoTracking().SingleOrDefaultAsync(row => row.PersonId == who.Staff.PersonId && row.Key == key);
        var again = await who.SendAsync(path, body, key);

        Assert.Equal((path, HttpStatusCode.OK), (path, first.Status));
        return (path, (again.Status, again.Json.ToString()) == (first.Status, first.Json.ToString()), kept?.Status == (int)first.Status);
    }

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : IdempotencyTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : IdempotencyTests(office), IClassFixture<RunningOffice.OnPostgres>;
}
