using System.Net;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Automation.Work;
using OfficeWorkflow.Server.Office.Consents;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Tests.Support;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Tests.Office.Consents;

/// <summary>What each role may do with a consent that is asked for: by program as on the pages.</summary>
public abstract class ConsentRolesTests(RunningOffice office)
{
    private const HttpStatusCode Yes = HttpStatusCode.OK;
    private const HttpStatusCode No = HttpStatusCode.Forbidden;

    /// <summary>Who explains, who prepares, who records, who leads, who only looks.</summary>
    [Theory]
    [InlineData(Roles.Specialist, Yes, Yes, Yes, No, No)]
    [InlineData(Roles.Assistant, Yes, No, No, No, No)]
    [InlineData(Roles.Clerk, Yes, No, No, No, No)]
    [InlineData(Roles.Manager, Yes, No, No, Yes, Yes)]
    [InlineData(Roles.Administrator, Yes, No, No, Yes, Yes)]
    [InlineData(Roles.Auditor, Yes, No, No, No, No)]
    public async Task G1_Each_role_may_by_API_what_it_is_there_for_and_nothing_else(
        string role, HttpStatusCode reads, HttpStatusCode claims, HttpStatusCode explains, HttpStatusCode assigns, HttpStatusCode cancels)
    {
        var (story, item) = await OpenAsync();
        var caller = await ApiCaller.JoinAsync(office, role, story.Circle.OfficeId);
        var work = $"/api/v1/work/{item.Id}";

        var read = await caller.AskAsync($"/api/v1/cases/{item.CaseId}");
        var claimed = await caller.SendAsync($"{work}/claim", new { });
        var explained = await caller.SendAsync($"{work}/completion", new { operationId = "op", values = Typed });
        var assigned = await caller.SendAsync($"{work}/assignee", new { to = story.Circle.SpecialistX, reason = "担当を決める" });
        var cancelled = await caller.SendAsync($"/api/v1/cases/{item.CaseId}/cancellation", new { reason = "取りやめる" });

        Assert.Equal((reads, claims, assigns, explains, cancels), (read.Status, claimed.Status, assigned.Status, explained.Status, cancelled.Status));
        await using var db = story.Circle.Db();
        Assert.Equal(explains is Yes ? 1 : 0, await db.Consents.CountAsync());
    }

    [Fact]
    public async Task G1_Who_signs_answers_by_the_link_alone_and_is_nobody_to_the_API()
    {
        var (circle, consent) = await ConsentStory.RequestedAsync(office);
        var (guest, path) = await ConsentStory.OpenedAsync(circle, consent);

        foreach (var address in new[] { "/api/v1/work", $"/api/v1/cases/{circle.CaseId}", $"/consents/{consent}", $"/clients/{circle.Client.Id}" })
        {
            using var answer = await guest.Http.GetAsync(new Uri(address, UriKind.Relative));
            Assert.Equal(address.StartsWith("/api", StringComparison.Ordinal) ? HttpStatusCode.Unauthorized : HttpStatusCode.Redirect, answer.StatusCode);
        }

        await guest.GetAsync(path);
        await guest.PostAsync(path, ("answer", "agreed"), ("name", "利用者A"));
        Assert.Equal(HttpStatusCode.OK, await guest.PostAsync(path, ("confirmed", "yes")));
        await using var db = circle.Db();
        Assert.True((await db.Consents.SingleAsync()).IsAgreed);
    }

    private static object Typed { get; } = new
    {
        explainedOn = "2026-03-27",
        explainedPlace = "居宅",
        signerKind = "self",
        signerName = "利用者A",
        method = "paper",
    };

    /// <summary>A case whose plan is to be explained.</summary>
    private async Task<(ShippedStory Story, WorkItem Item)> OpenAsync()
    {
        var story = await ShippedStory.InAsync(office, CircleOfA.Tokyo(3, 27, 10));
        await story.StartAsync("consent", ("stage", Value.Of("plan")));
        await using var db = story.Circle.Db();

        return (story, await db.Work.AsNoTracking().SingleAsync(static work => work.NodeId == "consent-explain"));
    }

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : ConsentRolesTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : ConsentRolesTests(office), IClassFixture<RunningOffice.OnPostgres>;
}
