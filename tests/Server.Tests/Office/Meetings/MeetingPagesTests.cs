using System.Net;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Office.Meetings;
using OfficeWorkflow.Server.Office.Meetings.Records;
using OfficeWorkflow.Server.Tests.Support;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Tests.Office.Meetings;

public abstract class MeetingPagesTests(RunningOffice office)
{
    [Fact]
    public async Task The_list_finds_a_meeting_by_its_client_and_says_how_far_it_is()
    {
        var (circle, meeting) = await ChosenAsync();
        var staff = await Staff.JoinAsync(office, ["clerk"], circle.OfficeId);

        await staff.Browser.GetAsync("/meetings?q=利用者");

        Assert.Contains("利用者A 第1回", staff.Browser.Text, StringComparison.Ordinal);
        Assert.Contains("開催前", staff.Browser.Text, StringComparison.Ordinal);
        Assert.Contains($"/meetings/{meeting.Id}", staff.Browser.Html, StringComparison.Ordinal);
        await staff.Browser.GetAsync("/meetings?state=done");
        Assert.Contains("条件に合う会議はありません", staff.Browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task F4_The_page_says_what_staff_heard_for_somebody_when_and_who_heard_it()
    {
        var (circle, meeting) = await ChosenAsync();
        var staff = await Staff.JoinAsync(office, ["clerk"], circle.OfficeId);

        Assert.Equal(HttpStatusCode.OK, await staff.Browser.GetAsync($"/meetings/{meeting.Id}"));

        Assert.Matches("代・電話 令和8年3月18日\\(水\\) ?10:00 専門員X聴取", staff.Browser.Text);
        Assert.Contains("欠席の予定", staff.Browser.Text, StringComparison.Ordinal);
        Assert.Contains("会議録はまだありません", staff.Browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_stayed_away_without_notice_is_asked_afterwards()
    {
        var (circle, meeting) = await ChosenAsync();
        var officer = meeting.Participants[4];
        await WriteMinutesAsync(circle, meeting, officer);
        office.Clock.MoveTo(CircleOfA.Tokyo(3, 27, 10));
        var staff = await Staff.JoinAsync(office, ["clerk"], circle.OfficeId);
        var address = $"/meetings/{meeting.Id}/participants/{officer.Id}/opinion";
        await staff.Browser.GetAsync($"/meetings/{meeting.Id}");
        Assert.Contains(address, staff.Browser.Html, StringComparison.Ordinal);

        await staff.Browser.GetAsync(address);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await staff.Browser.PostAsync(address, ("means", "phone"), ("answeredOn", "R8.3.24")));
        Assert.Equal(
            HttpStatusCode.Redirect,
            await staff.Browser.PostAsync(address, ("askedOn", "令和8年3月25日"), ("answeredOn", "2026/3/26"), ("means", "phone"), ("content", "異論はない。")));

        await using var db = circle.Db();
        var inquiry = await db.OpinionInquiries.SingleAsync();
        Assert.Equal((new DateOnly(2026, 3, 25), new DateOnly(2026, 3, 26), staff.PersonId), (inquiry.SentOn, inquiry.AnsweredOn, inquiry.EnteredBy));
    }

    [Fact]
    public async Task Another_office_knows_nothing_of_it_and_an_auditor_only_reads()
    {
        var (circle, meeting) = await ChosenAsync();
        var stranger = await Staff.JoinAsync(office, ["specialist"]);
        var auditor = await Staff.JoinAsync(office, ["auditor"], circle.OfficeId);

        Assert.Equal(HttpStatusCode.NotFound, await stranger.Browser.GetAsync($"/meetings/{meeting.Id}"));
        Assert.Equal(HttpStatusCode.OK, await auditor.Browser.GetAsync($"/meetings/{meeting.Id}"));
        Assert.NotEqual(HttpStatusCode.OK, await auditor.Browser.GetAsync($"/meetings/{meeting.Id}/participants/{meeting.Participants[4].Id}/opinion"));
    }

    private async Task<(CircleOfA Circle, Meeting Meeting)> ChosenAsync()
    {
        office.Clock.MoveTo(CircleOfA.Tokyo(3, 18, 10));
        var circle = await CircleOfA.InAsync(office);
        var planned = await MeetingStory.PlannedAsync(circle);
        await MeetingStory.ChosenAsync(circle, planned, circle.Commissioner.Id);

        return (circle, await MeetingStory.MeetingAsync(circle, planned));
    }

    private static async Task WriteMinutesAsync(CircleOfA circle, Meeting meeting, Participant away)
    {
        await using var db = circle.Db();
        var rows = meeting.Participants.Select(one => (Value)CircleOfA.Values(
            ("participant", Value.Of(one.Id.ToString())), ("attended", Value.Of(one.Id != away.Id && one.IsExpected is true))));
        var answer = await new MinutesAct().ApplyAsync(
            circle.Act(db, CircleOfA.Tokyo(3, 24, 16), ("meetingId", Value.Of(meeting.Id.ToString()))),
            CircleOfA.Values(
                ("heldOn", Value.Of(new DateOnly(2026, 3, 24))), ("from", new Value.Clock(new TimeOnly(13, 30))), ("to", new Value.Clock(new TimeOnly(14, 50))),
                ("place", Value.Of("生活介護事業所P")), ("attendance", Value.Of(rows)),
                ("items", Value.Of(CircleOfA.Values(("topic", Value.Of("見守り")), ("opinions", Value.Of("よい。")), ("conclusion", Value.Of("入れる。"))))),
                ("remaining", Value.Of("なし")), ("userWords", Value.Of("「音楽」"))),
            CancellationToken.None);
        answer.Done();
        await db.SaveChangesAsync();
    }

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : MeetingPagesTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : MeetingPagesTests(office), IClassFixture<RunningOffice.OnPostgres>;
}
