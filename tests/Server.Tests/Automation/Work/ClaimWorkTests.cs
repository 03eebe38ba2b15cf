using System.Net;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Automation.Work;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Tests.Support;

namespace OfficeWorkflow.Server.Tests.Automation.Work;

public abstract class ClaimWorkTests(RunningOffice office)
{
    [Fact]
    public async Task Of_two_who_take_work_at_once_one_has_it_and_the_other_reads_who()
    {
        var desk = await Desk.NewAsync(office, "", Roles.Clerk);
        var item = await desk.StartAsync();
        var (one, two) = (await desk.JoinAsync(Roles.Clerk, "職員1"), await desk.JoinAsync(Roles.Clerk, "職員2"));
        await one.Browser.GetAsync($"/work/{item.Id}");
        await two.Browser.GetAsync($"/work/{item.Id}");

        var answers = await Task.WhenAll(one.Browser.PostAsync($"/work/{item.Id}/claim"), two.Browser.PostAsync($"/work/{item.Id}/claim"));

        Assert.Equal([HttpStatusCode.Redirect, HttpStatusCode.Conflict], answers.Order());
        var (winner, loser) = answers[0] is HttpStatusCode.Redirect ? ("職員1", two) : ("職員2", one);
        Assert.Contains($"{winner}さんが1月19日(月) 09:00から受け持っています", loser.Browser.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await loser.Browser.GetAsync($"/work/{item.Id}"));
        Assert.DoesNotContain("/completion", loser.Browser.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Released_work_is_back_in_its_role_and_both_moves_are_kept()
    {
        var desk = await Desk.NewAsync(office, "", Roles.Clerk);
        var item = await desk.StartAsync();
        var clerk = await desk.JoinAsync(Roles.Clerk);
        await clerk.Browser.GetAsync($"/work/{item.Id}");
        await clerk.Browser.PostAsync($"/work/{item.Id}/claim");
        await clerk.Browser.FollowAsync();
        Assert.Contains("あなたが1月19日(月) 09:00に引き受けました", clerk.Browser.Text, StringComparison.Ordinal);

        await clerk.Browser.PostAsync($"/work/{item.Id}/release");

        Assert.Null((await desk.ReloadAsync(item)).AssigneeId);
        await using var db = desk.Cases.Db();
        var moves = await db.Set<WorkMove>().Where(move => move.WorkId == item.Id).OrderBy(static move => move.Id).Select(static move => move.Kind).ToListAsync();
        Assert.Equal([WorkMoveKind.Claimed, WorkMoveKind.Released], moves);
    }

    [Fact]
    public async Task A_manager_gives_work_to_someone_only_with_a_reason()
    {
        var desk = await Desk.NewAsync(office, "", Roles.Clerk);
        var item = await desk.StartAsync();
        var (manager, clerk) = (await desk.JoinAsync(Roles.Manager), await desk.JoinAsync(Roles.Clerk, "職員1"));
        await manager.Browser.GetAsync($"/work/{item.Id}/assignee");

        var without = await manager.Browser.PostAsync($"/work/{item.Id}/assignee", ("to", clerk.PersonId.ToString()), ("reason", " "));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, clerk.PersonId.ToString()), (without, manager.Browser.ValueOf("to")));
        await manager.Browser.PostAsync($"/work/{item.Id}/assignee", ("reason", "休みのため"));

        Assert.Equal(clerk.PersonId, (await desk.ReloadAsync(item)).AssigneeId);
        await clerk.Browser.GetAsync($"/work/{item.Id}");
        Assert.Contains("あなたへ割り当てられました（理由: 休みのため）", clerk.Browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_clerk_gives_work_to_nobody()
    {
        var desk = await Desk.NewAsync(office, "", Roles.Clerk);
        var item = await desk.StartAsync();
        var clerk = await desk.JoinAsync(Roles.Clerk);
        await clerk.Browser.GetAsync($"/work/{item.Id}/assignee");

        var status = await clerk.Browser.PostAsync($"/work/{item.Id}/assignee", ("to", clerk.PersonId.ToString()), ("reason", "やりたい"));

        Assert.Equal(HttpStatusCode.Forbidden, status);
    }

    [Fact]
    public async Task A_reserved_act_is_given_only_to_those_whom_it_is_reserved_to()
    {
        var desk = await Desk.NewAsync(office, "form=test-explain");
        var item = await desk.StartAsync();
        var (manager, clerk, specialist) = (await desk.JoinAsync(Roles.Manager), await desk.JoinAsync(Roles.Clerk), await desk.JoinAsync(Roles.Specialist));

        await manager.Browser.GetAsync($"/work/{item.Id}/assignee");
        Assert.Contains(specialist.PersonId.ToString(), manager.Browser.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(clerk.PersonId.ToString(), manager.Browser.Html, StringComparison.Ordinal);
        var status = await manager.Browser.PostAsync($"/work/{item.Id}/assignee", ("to", clerk.PersonId.ToString()), ("reason", "急ぎ"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
    }

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : ClaimWorkTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : ClaimWorkTests(office), IClassFixture<RunningOffice.OnPostgres>;
}
