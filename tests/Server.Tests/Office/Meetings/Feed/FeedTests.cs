using System.Net;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Channels.Calendar;
using OfficeWorkflow.Server.Office.Meetings;
using OfficeWorkflow.Server.Office.Meetings.Inviting;
using OfficeWorkflow.Server.Office.Monitoring;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Tests.Automation.Work;
using OfficeWorkflow.Server.Tests.Support;

namespace OfficeWorkflow.Server.Tests.Office.Meetings.Feed;

public abstract class FeedTests(RunningOffice office)
{
    private const string Page = "/meetings/calendar";

    [Fact]
    public async Task Ones_own_meetings_stand_in_the_calendar_without_the_clients_name()
    {
        var (circle, meeting, host) = await FixedAsync();
        var address = await AddressAsync(host);

        var text = await FetchAsync(address);

        var lines = ContentLine.Unfold(text);
        Assert.Contains($"UID:{meeting.Id:n}@officeworkflow", lines);
        Assert.Contains("DTSTART;TZID=Asia/Tokyo:20260324T133000", lines);
        Assert.Contains("LOCATION:生活介護事業所P", lines);
        Assert.DoesNotContain("利用者A", text, StringComparison.Ordinal);
        Assert.DoesNotContain(circle.Client.Id.ToString(), text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_meeting_ahead_stands_in_it_however_long_ago_its_date_was_fixed()
    {
        var (circle, meeting, host) = await FixedAsync();
        await using (var db = circle.Db())
        {
            await db.Meetings.Where(row => row.Id == meeting.Id).ExecuteUpdateAsync(row => row.SetProperty(static one => one.ChosenAt, CircleOfA.Tokyo(1, 5, 10)));
        }

        Assert.Contains($"UID:{meeting.Id:n}@officeworkflow", ContentLine.Unfold(await FetchAsync(await AddressAsync(host))));
    }

    [Fact]
    public async Task A_visit_arranged_anew_moves_in_it_and_leaves_it_when_another_takes_it_over()
    {
        var (circle, _, host) = await FixedAsync();
        var address = await AddressAsync(host);
        var first = await ArrangeAsync(circle, host.PersonId, CircleOfA.Tokyo(3, 17, 10), new DateOnly(2026, 4, 10));
        await ArrangeAsync(circle, host.PersonId, CircleOfA.Tokyo(3, 18, 10), new DateOnly(2026, 4, 17));

        var moved = ContentLine.Unfold(await FetchAsync(address));
        Assert.Equal(["DTSTART;VALUE=DATE:20260417"], moved.Where(static line => line.StartsWith("DTSTART;VALUE", StringComparison.Ordinal)));
        Assert.Contains($"UID:{first:n}@officeworkflow", moved);
        Assert.Contains("SEQUENCE:1", moved);
        await using var db = circle.Db();
        var busy = await HostTimes.BusyAsync(db, host.PersonId, CircleOfA.Tokyo(3, 26, 10), CancellationToken.None);
        Assert.Equal([CircleOfA.Tokyo(4, 17, 0)], busy.Select(static span => span.From));

        await ArrangeAsync(circle, circle.SpecialistX, CircleOfA.Tokyo(3, 18, 11), new DateOnly(2026, 4, 20));

        Assert.DoesNotContain("モニタリングの訪問", await FetchAsync(address), StringComparison.Ordinal);
        Assert.Empty(await HostTimes.BusyAsync(db, host.PersonId, CircleOfA.Tokyo(3, 26, 10), CancellationToken.None));
    }

    [Fact]
    public async Task Another_persons_meetings_do_not()
    {
        var (circle, _, _) = await FixedAsync();
        var other = await Staff.JoinAsync(office, ["specialist"], circle.OfficeId);

        Assert.DoesNotContain("BEGIN:VEVENT", await FetchAsync(await AddressAsync(other)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task M4_Ics_feed_of_ones_work_moves_with_its_due_date_and_ends_with_the_work()
    {
        var desk = await Desk.NewAsync(office, "dueAt==date(2026, 4, 10);about=利用者A", "specialist");
        var mine = await ApiCaller.JoinAsync(office, "specialist", desk.Cases.OfficeId);
        var (item, other) = (await desk.StartAsync("利用者A"), await desk.StartAsync("利用者B"));
        await mine.SendAsync($"/api/v1/work/{item.Id}/claim", new { });
        var address = await AddressAsync(mine.Staff);

        var first = ContentLine.Unfold(await FetchAsync(address));
        Assert.Equal(
            ["DTSTART;VALUE=DATE:20260410", "SEQUENCE:0", "SUMMARY:期限: task", $"UID:{item.Id:n}@officeworkflow"],
            first.Where(static line => line.StartsWith("DTSTART;VALUE", StringComparison.Ordinal) || line.StartsWith("SEQ", StringComparison.Ordinal) || line.StartsWith("UID", StringComparison.Ordinal) || line.StartsWith("SUMMARY", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal));
        Assert.DoesNotContain(first, static line => line.Contains("利用者", StringComparison.Ordinal));
        await mine.SendAsync($"/api/v1/work/{item.Id}/plan", new { dueOn = "2026-04-17", reason = "先方の都合" });
        var moved = ContentLine.Unfold(await FetchAsync(address));
        await mine.SendAsync($"/api/v1/work/{item.Id}/completion", new { operationId = "op", values = new { } });

        Assert.Contains("DTSTART;VALUE=DATE:20260417", moved);
        Assert.Contains("SEQUENCE:1", moved);
        Assert.Contains($"UID:{item.Id:n}@officeworkflow", moved);
        Assert.DoesNotContain($"UID:{other.Id:n}@officeworkflow", moved);
        Assert.DoesNotContain("BEGIN:VEVENT", await FetchAsync(address), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_address_ends_the_old_one_and_it_can_be_ended_for_good()
    {
        var (_, _, host) = await FixedAsync();
        var first = await AddressAsync(host);
        var second = await AddressAsync(host);
        Assert.NotEqual(first, second);
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(first));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(second));

        await host.Browser.GetAsync(Page);
        await host.Browser.PostAsync($"{Page}/revocation");

        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(second));
    }

    [Fact]
    public async Task Who_left_the_office_reads_nothing_any_more()
    {
        var (circle, _, host) = await FixedAsync();
        var address = await AddressAsync(host);
        await using (var db = circle.Db())
        {
            await db.PersonRoles.Where(role => role.PersonId == host.PersonId).ExecuteDeleteAsync();
        }

        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(address));
    }

    private static async Task<Guid> ArrangeAsync(CircleOfA circle, Guid by, DateTimeOffset at, DateOnly on)
    {
        await using var db = circle.Db();
        var visit = new MonitoringVisit
        {
            Id = Guid.CreateVersion7(),
            OfficeId = circle.OfficeId,
            ClientId = circle.Client.Id,
            CaseId = circle.CaseId,
            Month = new DateOnly(2026, 4, 1),
            VisitOn = on,
            PlannedBy = by,
            PlannedAt = at,
        };
        db.Add(visit);
        await db.SaveChangesAsync();

        return visit.Id;
    }

    private static async Task<string> AddressAsync(Staff staff)
    {
        await staff.Browser.GetAsync(Page);
        Assert.Equal(HttpStatusCode.Redirect, await staff.Browser.PostAsync(Page));
        await staff.Browser.FollowAsync();
        var shown = System.Text.RegularExpressions.Regex.Match(staff.Browser.Html, "value=\"[^\"]*(/g/[^\"]+/calendar\\.ics)\"", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(5));
        Assert.True(shown.Success);

        return shown.Groups[1].Value;
    }

    private async Task<string> FetchAsync(string address)
    {
        using var http = office.Client();
        using var answer = await http.GetAsync(new Uri(address, UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/calendar", answer.Content.Headers.ContentType?.MediaType);

        return await answer.Content.ReadAsStringAsync();
    }

    private async Task<HttpStatusCode> StatusAsync(string address)
    {
        using var http = office.Client();
        using var answer = await http.GetAsync(new Uri(address, UriKind.Relative));

        return answer.StatusCode;
    }

    private async Task<(CircleOfA Circle, Meeting Meeting, Staff Host)> FixedAsync()
    {
        office.Clock.MoveTo(CircleOfA.Tokyo(3, 18, 15));
        var circle = await CircleOfA.InAsync(office);
        var planned = await MeetingStory.PlannedAsync(circle);
        await MeetingStory.ChosenAsync(circle, planned);
        var host = await Staff.JoinAsync(office, ["specialist"], circle.OfficeId, "専門員Y");
        await using (var db = circle.Db())
        {
            await db.Meetings.ExecuteUpdateAsync(row => row.SetProperty(static meeting => meeting.HostId, host.PersonId));
        }

        return (circle, await MeetingStory.MeetingAsync(circle, planned), host);
    }

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : FeedTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : FeedTests(office), IClassFixture<RunningOffice.OnPostgres>;
}
