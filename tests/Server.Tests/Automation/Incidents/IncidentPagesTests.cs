using System.Net;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Server.Automation.Incidents;
using OfficeWorkflow.Server.Automation.Running;
using OfficeWorkflow.Server.Automation.Running.Messages;
using OfficeWorkflow.Server.Outbox;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Tests.Support;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Tests.Automation.Incidents;

public abstract class IncidentPagesTests(RunningOffice office)
{
    [Fact]
    public async Task What_is_stuck_is_told_to_those_who_lead_and_to_nobody_else()
    {
        var (cases, file) = await StuckAsync();
        var manager = await Staff.JoinAsync(office, [Roles.Manager], cases.OfficeId);
        var clerk = await Staff.JoinAsync(office, [Roles.Clerk], cases.OfficeId);
        var stranger = await Staff.JoinAsync(office, [Roles.Manager]);
        var incident = await OnlyAsync(cases);

        await manager.Browser.GetAsync("/work");
        Assert.Contains("止まったまま進まないものが1件あります", manager.Browser.Text, StringComparison.Ordinal);
        await manager.Browser.GetAsync("/incidents");
        Assert.Contains("宛先がありません。", manager.Browser.Text, StringComparison.Ordinal);
        await manager.Browser.GetAsync($"/incidents/{incident.Id}");
        Assert.Contains("「mail」", manager.Browser.Text, StringComparison.Ordinal);
        Assert.Contains("data-stuck=\"mail\"", manager.Browser.Html, StringComparison.Ordinal);
        Assert.Contains("\"利用者A\"", manager.Browser.Text, StringComparison.Ordinal);
        await manager.Browser.GetAsync($"/cases/{file.Id}");
        Assert.Contains($"/incidents?case={file.Id}", manager.Browser.Html, StringComparison.Ordinal);
        await manager.Browser.GetAsync($"/incidents?case={file.Id}");
        Assert.Contains($"/incidents/{incident.Id}", manager.Browser.Html, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Forbidden, await clerk.Browser.GetAsync("/incidents"));
        await clerk.Browser.GetAsync("/work");
        Assert.DoesNotContain("止まったまま", clerk.Browser.Text, StringComparison.Ordinal);
        await clerk.Browser.GetAsync($"/cases/{file.Id}");
        Assert.Contains("管理者か事務管理者に知らせてください", clerk.Browser.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await stranger.Browser.GetAsync($"/incidents/{incident.Id}"));
    }

    [Fact]
    public async Task I5_Incidents_with_a_value_mended_it_is_tried_again_and_goes_on()
    {
        var (cases, file) = await StuckAsync();
        var manager = await Staff.JoinAsync(office, [Roles.Manager], cases.OfficeId);
        var incident = await OnlyAsync(cases);

        await manager.Browser.GetAsync($"/incidents/{incident.Id}");
        var unreadable = await manager.Browser.PostAsync($"/incidents/{incident.Id}/retry", ("values", "たぶん"));
        var again = await manager.Browser.PostAsync($"/incidents/{incident.Id}/retry", ("values", "how = 0\nfrom = 2026-04-01\ncount = 3"));
        await office.DrainAsync();

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.Redirect), (unreadable, again));
        Assert.Equal(["after"], (await cases.OpenWorkAsync()).Select(static work => work.Name));
        var values = await cases.VariablesAsync(file.Id);
        Assert.Equal((Value.Of(0m), Value.Of(new DateOnly(2026, 4, 1)), Value.Of(3m)), (values["how"], values["from"], values["count"]));
        await IsClosedAsync(cases, incident.Id, manager.PersonId, "Retried", "incident-retried");
    }

    [Fact]
    public async Task What_was_done_by_telephone_counts_as_done_with_its_result_and_the_reason_stays_in_the_story()
    {
        var (cases, file) = await StuckAsync();
        var manager = await Staff.JoinAsync(office, [Roles.Manager], cases.OfficeId);
        var incident = await OnlyAsync(cases);

        await manager.Browser.GetAsync($"/incidents/{incident.Id}");
        var page = manager.Browser.Html;
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await manager.Browser.PostAsync($"/incidents/{incident.Id}/resolution", ("reason", " ")));
        Assert.Equal(HttpStatusCode.Redirect, await manager.Browser.PostAsync($"/incidents/{incident.Id}/resolution", ("reason", "電話で伝えた"), ("values", "told = true")));
        await manager.Browser.ShowAsync(page);
        Assert.Equal(HttpStatusCode.Conflict, await manager.Browser.PostAsync($"/incidents/{incident.Id}/resolution", ("reason", "電話で伝えた")));

        Assert.Equal(["after"], (await cases.OpenWorkAsync()).Select(static work => work.Name));
        Assert.Equal(Value.Of(true), (await cases.VariablesAsync(file.Id))["told"]);
        await manager.Browser.GetAsync($"/cases/{file.Id}");
        Assert.Contains("理由: 電話で伝えた", manager.Browser.Text, StringComparison.Ordinal);
        await IsClosedAsync(cases, incident.Id, manager.PersonId, "Resolved", "incident-resolved");
    }

    [Fact]
    public async Task Given_up_with_its_case_it_is_closed()
    {
        var (cases, file) = await StuckAsync();

        await cases.CancelAsync(file.Id);

        Assert.NotNull((await OnlyAsync(cases)).ClosedAt);
    }

    [Fact]
    public async Task What_still_fails_stays_open_and_says_so()
    {
        var (cases, _) = await StuckAsync();
        var manager = await Staff.JoinAsync(office, [Roles.Manager], cases.OfficeId);
        var first = await OnlyAsync(cases);

        await manager.Browser.GetAsync($"/incidents/{first.Id}");
        await manager.Browser.PostAsync($"/incidents/{first.Id}/retry");
        await office.DrainAsync();

        await manager.Browser.GetAsync("/incidents");
        Assert.Contains("全1件のうち1件", manager.Browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task I5_A_parcel_that_failed_is_sent_again_and_one_that_may_have_left_counts_as_sent()
    {
        var cases = await Cases.NewAsync(office);
        var manager = await Staff.JoinAsync(office, [Roles.Manager], cases.OfficeId);
        var failed = await PlantAsync(cases, IncidentKind.Outbox, OutboxState.Failed);
        var maybe = await PlantAsync(cases, IncidentKind.MaybeSent, OutboxState.MaybeSent);

        await manager.Browser.GetAsync($"/incidents/{failed.Id}");
        Assert.Equal(HttpStatusCode.Redirect, await manager.Browser.PostAsync($"/incidents/{failed.Id}/retry"));
        await manager.Browser.GetAsync($"/incidents/{maybe.Id}");
        Assert.Equal(HttpStatusCode.Redirect, await manager.Browser.PostAsync($"/incidents/{maybe.Id}/resolution", ("reason", "届いたと聞いた")));

        Assert.Equal((OutboxState.Waiting, OutboxState.Done), (await StateAsync(failed), await StateAsync(maybe)));
        await IsClosedAsync(cases, failed.Id, manager.PersonId, "retried", "incident-retried");
        await IsClosedAsync(cases, maybe.Id, manager.PersonId, "resolved", "incident-resolved");
    }

    [Fact]
    public async Task I6_Several_tried_again_at_once_say_how_each_stands_now_and_not_that_it_was_tried()
    {
        var (cases, file) = await StuckAsync();
        await cases.StartAsync("sends", KeyValuePair.Create("how", Value.Of("person")));
        await office.DrainAsync();
        var manager = await Staff.JoinAsync(office, [Roles.Manager], cases.OfficeId);
        var parcel = await PlantAsync(cases, IncidentKind.Outbox, OutboxState.Failed);
        var maybe = await PlantAsync(cases, IncidentKind.MaybeSent, OutboxState.MaybeSent);
        await cases.CancelAsync(file.Id);
        await using var db = cases.Db();
        var (gone, stuck) = (await db.Incidents.SingleAsync(row => row.CaseId == file.Id), await db.Incidents.SingleAsync(row => row.CaseId != null && row.CaseId != file.Id));

        await manager.Browser.GetAsync("/incidents");
        Guid[] chosen = [stuck.Id, parcel.Id, maybe.Id, gone.Id];
        Assert.Equal(HttpStatusCode.OK, await manager.Browser.PostAsync("/incidents/retries", chosen.Select(static id => ("incident", id.ToString()))));

        Assert.Contains("4件のうち、進んだもの1件、順番を待っているもの2件、止まっているもの1件", manager.Browser.Text, StringComparison.Ordinal);
        Assert.Contains("もう届いているかもしれません。", manager.Browser.Text, StringComparison.Ordinal);
        Assert.Contains("この停止はもう片づいています。", manager.Browser.Text, StringComparison.Ordinal);
        await office.DrainAsync();
        await manager.Browser.GetAsync($"/incidents/retries?{string.Join('&', chosen.Select(static id => $"incident={id}"))}");
        Assert.Contains("4件のうち、進んだもの2件、順番を待っているもの0件、止まっているもの2件", manager.Browser.Text, StringComparison.Ordinal);
        var again = await db.Incidents.AsNoTracking().SingleAsync(row => row.CaseId == stuck.CaseId && row.ClosedAt == null);
        Assert.NotEqual(stuck.Id, again.Id);
        Assert.Contains($"href=\"/incidents/{again.Id}\"", manager.Browser.Html, StringComparison.Ordinal);
        Assert.Equal(OutboxState.MaybeSent, await StateAsync(maybe));
        Assert.Equal(2, await db.Audit.CountAsync(static row => row.Act == "incident-retried"));
    }

    [Fact]
    public async Task I6_The_same_over_http_and_nothing_for_another_office()
    {
        var (cases, _) = await StuckAsync();
        var api = await ApiCaller.JoinAsync(office, Roles.Manager, cases.OfficeId);
        var stranger = await ApiCaller.JoinAsync(office, Roles.Manager);
        var incident = await OnlyAsync(cases);

        var (_, unknown) = await stranger.SendAsync("/api/v1/incidents/retries", new { incidents = new[] { incident.Id } });
        Assert.Equal("stands", unknown.GetProperty("items")[0].GetProperty("state").GetString());
        Assert.Null((await OnlyAsync(cases)).ClosedAt);
        var (status, json) = await api.SendAsync("/api/v1/incidents/retries", new { incidents = new[] { incident.Id } });
        var (empty, _) = await api.SendAsync("/api/v1/incidents/retries", new { incidents = Array.Empty<Guid>() });

        Assert.Equal((HttpStatusCode.OK, "waits", HttpStatusCode.UnprocessableEntity), (status, json.GetProperty("items")[0].GetProperty("state").GetString(), empty));
    }

    [Fact]
    public async Task A_timer_can_only_be_tried_again_and_a_message_without_a_taker_can_be_dropped()
    {
        var cases = await Cases.NewAsync(office);
        await cases.PublishAsync("waits", new Bpmn("waits").Start().Work("do").Boundary("late", "do", "P1D").End().End("e2").Path("start", "do", "end").Path("late", "e2"));
        await cases.StartAsync("waits");
        var manager = await Staff.JoinAsync(office, [Roles.Manager], cases.OfficeId);
        await using var db = cases.Db();
        var timer = await db.Timers.SingleAsync();
        (timer.Attempts, timer.LeasedUntil) = (8, office.Clock.GetUtcNow().AddDays(1));
        db.Messages.Add(new Message
        {
            OfficeId = cases.OfficeId,
            Id = "m1",
            Name = "answer",
            Key = "",
            Variables = "{}",
            ArrivedAt = office.Clock.GetUtcNow(),
            ExpiresAt = office.Clock.GetUtcNow().AddDays(9),
            State = MessageState.Ambiguous,
        });
        var (late, lost) = (IncidentOf(cases, IncidentKind.Timer, timer.Id.ToString()), IncidentOf(cases, IncidentKind.Message, "m1"));
        db.AddRange(late, lost);
        await db.SaveChangesAsync();

        await manager.Browser.GetAsync($"/incidents/{late.Id}");
        Assert.DoesNotContain("/resolution", manager.Browser.Html, StringComparison.Ordinal);
        await manager.Browser.PostAsync($"/incidents/{late.Id}/retry");
        await manager.Browser.GetAsync($"/incidents/{lost.Id}");
        await manager.Browser.PostAsync($"/incidents/{lost.Id}/resolution", ("reason", "要らない"));

        await using var after = cases.Db();
        Assert.Equal((0, null), ((await after.Timers.SingleAsync()).Attempts, (await after.Timers.SingleAsync()).LeasedUntil));
        Assert.Equal(MessageState.Expired, (await after.Messages.SingleAsync()).State);
        Assert.Equal(2, await after.Incidents.CountAsync(static row => row.ClosedAt != null));
    }

    /// <summary>A case whose mail cannot be sent, because of the value <c>how</c>.</summary>
    private async Task<(Cases Cases, CaseFile File)> StuckAsync()
    {
        var cases = await Cases.NewAsync(office);
        await cases.PublishAsync("sends", new Bpmn("sends").Start().Service("mail", "trouble==how").Work("after").End().Path("start", "mail", "after", "end"));
        var file = await cases.StartAsync("sends", KeyValuePair.Create("how", Value.Of("person")), KeyValuePair.Create("clientName", Value.Of("利用者A")));
        await office.DrainAsync();
        return (cases, file);
    }

    private static async Task<Incident> OnlyAsync(Cases cases)
    {
        await using var db = cases.Db();
        return await db.Incidents.SingleAsync();
    }

    private static async Task IsClosedAsync(Cases cases, Guid id, Guid person, string outcome, string act)
    {
        await using var db = cases.Db();
        var incident = await db.Incidents.SingleAsync(row => row.Id == id);
        Assert.Equal((person, outcome), (incident.ClosedBy, incident.Outcome));
        Assert.Equal(person, (await db.Audit.SingleAsync(row => row.Act == act && row.About == $"incident:{id}")).PersonId);
    }

    private async Task<Incident> PlantAsync(Cases cases, IncidentKind kind, OutboxState state)
    {
        await using var db = cases.Db();
        var entry = new OutboxEntry
        {
            Id = Guid.CreateVersion7(),
            OfficeId = cases.OfficeId,
            Kind = "parcel",
            Payload = "",
            WrittenAt = office.Clock.GetUtcNow(),
            DueAt = office.Clock.GetUtcNow(),
            State = state,
            Attempts = 8,
        };
        var incident = IncidentOf(cases, kind, entry.Id.ToString());
        db.AddRange(entry, incident);
        await db.SaveChangesAsync();
        return incident;
    }

    private Incident IncidentOf(Cases cases, IncidentKind kind, string about) => new()
    {
        Id = Guid.CreateVersion7(),
        OfficeId = cases.OfficeId,
        Kind = kind,
        About = about,
        Code = "planted",
        Reason = "送れませんでした。",
        OpenedAt = office.Clock.GetUtcNow(),
    };

    private async Task<OutboxState> StateAsync(Incident incident)
    {
        await using var db = office.Db();
        return (await db.Outbox.SingleAsync(entry => entry.Id == Guid.Parse(incident.About))).State;
    }

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : IncidentPagesTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : IncidentPagesTests(office), IClassFixture<RunningOffice.OnPostgres>;
}
