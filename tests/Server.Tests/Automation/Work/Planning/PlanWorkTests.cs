using System.Net;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Tests.Support;

namespace OfficeWorkflow.Server.Tests.Automation.Work.Planning;

public abstract class PlanWorkTests(RunningOffice office)
{
    [Fact]
    public async Task Work_whose_follow_up_day_has_come_gets_a_new_due_date_and_priority_and_keeps_that_day()
    {
        var desk = await Desk.NewAsync(office, "", Roles.Clerk);
        var clerk = await ApiCaller.JoinAsync(office, Roles.Clerk, desk.Cases.OfficeId);
        var path = $"/api/v1/work/{(await desk.StartAsync()).Id}";
        await clerk.SendAsync($"{path}/claim", new { });
        var putOff = await clerk.SendAsync($"{path}/plan", new { followUpOn = "R8.1.22" });
        office.Clock.Advance(TimeSpan.FromDays(5));

        var priority = await clerk.SendAsync($"{path}/plan", new { priority = "High" });
        var due = await clerk.SendAsync($"{path}/plan", new { followUpOn = "R8.1.22", dueOn = "R8.2.20", reason = "延ばす" });
        var past = await clerk.SendAsync($"{path}/plan", new { followUpOn = "R8.1.23" });

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK], new[] { putOff, priority, due }.Select(static answer => answer.Status));
        Assert.Equal(putOff.Json.GetProperty("followUpAt").GetDateTimeOffset(), due.Json.GetProperty("followUpAt").GetDateTimeOffset());
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "follow-up-past"), (past.Status, past.Json.GetProperty("code").GetString()));
    }

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : PlanWorkTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : PlanWorkTests(office), IClassFixture<RunningOffice.OnPostgres>;
}
