using System.Diagnostics;
using System.Net;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Channels.GuestLinks;
using OfficeWorkflow.Server.Office.Consents;
using OfficeWorkflow.Server.Office.Meetings;
using OfficeWorkflow.Server.Office.Meetings.Opinions;
using OfficeWorkflow.Server.Office.Meetings.Polls;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Tests.Office.Consents;
using OfficeWorkflow.Server.Tests.Office.Meetings;
using OfficeWorkflow.Server.Tests.Support;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Tests.Office;

/// <summary>What somebody might try with the links that this office sends; the links themselves are tested beside them.</summary>
public abstract class LinkAttackTests(RunningOffice office)
{
    [Fact]
    public async Task Guessing_shows_the_same_page_for_every_wrong_address()
    {
        var (_, _, path) = await PollAsync();
        var wrong = new[] { Swap(path, path.Length - 1), Swap(path, 8), path[..^1], "/g/x", $"/g/{Guid.CreateVersion7()}" };
        var shown = new List<(HttpStatusCode, string)>();
        foreach (var address in wrong)
        {
            var guest = new Browser(office.Client());
            shown.Add((await guest.GetAsync(address), guest.Text));
        }

        Assert.All(shown, one => Assert.Equal((HttpStatusCode.NotFound, shown[0].Item2), one));
    }

    [Fact]
    public async Task A_mail_scanner_that_opens_everything_again_and_again_answers_nothing()
    {
        var (circle, _, path) = await PollAsync();
        using var http = office.Client();
        foreach (var address in Enumerable.Repeat(new[] { path, $"{path}/thanks", $"{path}?all=yes", $"{path}/paper" }, 3).SelectMany(static all => all))
        {
            using var head = new HttpRequestMessage(HttpMethod.Head, new Uri(address, UriKind.Relative));
            using var answer = await http.GetAsync(new Uri(address, UriKind.Relative));
            using var headed = await http.SendAsync(head);
        }

        await using var db = circle.Db();
        Assert.Empty(await db.PollAnswers.ToListAsync());
        Assert.Equal(1, await db.GuestLinks.CountAsync(link => link.Purpose == PollPurpose.Key && link.UsedAt == null && link.RevokedAt == null));
    }

    [Fact]
    public async Task A_post_without_the_pages_own_token_is_not_taken()
    {
        var (circle, _, path) = await PollAsync();
        using var http = office.Client();
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("all", "yes")]);

        using var answer = await http.PostAsync(new Uri(path, UriKind.Relative), form);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        await using var db = circle.Db();
        Assert.Empty(await db.PollAnswers.ToListAsync());
    }

    [Fact]
    public async Task F6_A_poll_closes_at_the_end_of_its_last_day_in_tokyo_and_not_a_second_before()
    {
        var (circle, _, path) = await PollAsync();
        var guest = new Browser(office.Client());
        office.Clock.MoveTo(new DateTimeOffset(2026, 3, 20, 23, 59, 59, TimeSpan.FromHours(9)));
        Assert.Equal(HttpStatusCode.OK, await guest.GetAsync(path));
        Assert.Equal(HttpStatusCode.Redirect, await guest.PostAsync(path, ("all", "yes")));

        office.Clock.MoveTo(new DateTimeOffset(2026, 3, 21, 0, 0, 0, TimeSpan.FromHours(9)));

        Assert.Equal(HttpStatusCode.NotFound, await guest.GetAsync(path));
        Assert.Contains("電話", guest.Text, StringComparison.Ordinal);
        await using var db = circle.Db();
        Assert.Equal(2, await db.PollAnswers.CountAsync());
    }

    [Fact]
    public async Task F2_F9_One_tap_answers_all_dates_and_nobody_sees_what_others_answered()
    {
        var (circle, meeting, path) = await PollAsync();
        await using (var db = circle.Db())
        {
            db.Add(new PollAnswer
            {
                Id = Guid.CreateVersion7(),
                OfficeId = circle.OfficeId,
                MeetingId = meeting.Id,
                ParticipantId = meeting.Participants[2].Id,
                CandidateId = meeting.Candidates[0].Id,
                Availability = Availability.No,
                Comment = "ほかの人のひとこと",
                Means = AnswerMeans.Link,
                AnsweredAt = MeetingStory.Asked,
            });
            await db.SaveChangesAsync();
        }

        var guest = new Browser(office.Client());
        await guest.GetAsync(path);
        Assert.All([circle.ProviderP.Name, "ほかの人のひとこと", .. meeting.Participants.Select(static one => one.Name)], word => Assert.DoesNotContain(word, guest.Text.Replace("生活介護事業所P 13", "", StringComparison.Ordinal).Replace("14:50 生活介護事業所P", "", StringComparison.Ordinal), StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.Redirect, await guest.PostAsync(path, ("all", "yes")));

        await using var after = circle.Db();
        var officer = meeting.Participants[4].Id;
        Assert.Equal([Availability.Yes, Availability.Yes], await after.PollAnswers.Where(answer => answer.ParticipantId == officer).Select(static answer => answer.Availability).ToListAsync());
    }

    [Fact]
    public async Task A_used_consent_takes_no_second_answer_from_a_page_that_was_left_open()
    {
        var (circle, consent) = await ConsentStory.RequestedAsync(office);
        var (guest, path) = await ConsentStory.OpenedAsync(circle, consent);
        await guest.PostAsync(path, ("answer", "declined"), ("name", "利用者A"), ("reason", "曜日を変えたい。"));
        var left = guest.Again();
        await guest.PostAsync(path, ("confirmed", "yes"));

        Assert.Equal(HttpStatusCode.NotFound, await left.PostAsync(path, ("answer", "agreed"), ("reason", ""), ("confirmed", "yes")));

        await using var db = circle.Db();
        Assert.Equal(ConsentOutcome.Declined, (await db.Consents.SingleAsync()).Outcome);
    }

    [Fact]
    public async Task An_opinion_whose_work_has_ended_takes_no_answer()
    {
        var (circle, planned) = await PlannedAsync();
        await MeetingStory.ChosenAsync(circle, planned, circle.Officer.Id);
        var meeting = await MeetingStory.MeetingAsync(circle, planned);
        var officer = meeting.Participants[4];
        await circle.PerformAsync(
            "Office.AskOpinion", CircleOfA.Tokyo(3, 18, 10), ("meetingId", planned["meetingId"]), ("participantId", Value.Of(officer.Id.ToString())));
        var (guest, path) = await circle.GuestAsync(OpinionPurpose.Key, officer.Id);
        await circle.EnterCodeAsync(guest, path, OpinionPurpose.Key, officer.Id);
        Assert.Equal(HttpStatusCode.OK, guest.Status);
        await using (var db = circle.Db())
        {
            var inquiry = await db.OpinionInquiries.SingleAsync();
            inquiry.Answer(new DateOnly(2026, 3, 18), AnswerMeans.Phone, "電話で聞いた。", circle.SpecialistX, office.Clock.GetUtcNow());
            await db.SaveChangesAsync();
        }

        Assert.Equal(HttpStatusCode.UnprocessableEntity, await guest.PostAsync(path, ("content", "あとから")));

        await using var after = circle.Db();
        Assert.Equal("電話で聞いた。", (await after.OpinionInquiries.SingleAsync()).Content);
    }

    [Fact]
    public async Task A_wrong_secret_and_a_link_that_never_was_take_the_same_time()
    {
        var (circle, _, path) = await PollAsync();
        var (wrongSecret, neverWas) = (Swap(path, path.Length - 5)[3..], $"{Swap(path, 12)[3..]}");
        await using var db = circle.Get<OfficeDbs>().Open(new Scope.System("guest-link"));
        var (secrets, unknown) = (new List<double>(), new List<double>());
        for (var round = 0; round < 200; round++)
        {
            secrets.Add(await TimeAsync(db, wrongSecret));
            unknown.Add(await TimeAsync(db, neverWas));
        }

        // A guesser over a network could tell a factor of many; the medians lie within a few.
        var ratio = Median(secrets) / Median(unknown);
        Assert.InRange(ratio, 0.2, 5);
    }

    private static async Task<double> TimeAsync(OfficeDb db, string token)
    {
        var watch = Stopwatch.GetTimestamp();
        Assert.Null(await Links.OpenAsync(db, token, CancellationToken.None));

        return Stopwatch.GetElapsedTime(watch).TotalMilliseconds;
    }

    private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);

    private static string Swap(string path, int at) => path[..at] + (path[at] is 'A' ? 'B' : 'A') + path[(at + 1)..];

    private async Task<(CircleOfA Circle, Value.Record Planned)> PlannedAsync()
    {
        office.Clock.MoveTo(MeetingStory.Asked);
        var circle = await CircleOfA.InAsync(office);

        return (circle, await MeetingStory.PlannedAsync(circle));
    }

    private async Task<(CircleOfA Circle, Meeting Meeting, string Path)> PollAsync()
    {
        var (circle, planned) = await PlannedAsync();
        var meeting = await MeetingStory.MeetingAsync(circle, planned);
        await circle.PerformAsync(
            "Office.AskAvailability", MeetingStory.Asked, ("meetingId", planned["meetingId"]), ("participantId", Value.Of(meeting.Participants[4].Id.ToString())));
        var (_, path) = await circle.GuestAsync(PollPurpose.Key, meeting.Participants[4].Id);

        return (circle, meeting, path);
    }

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : LinkAttackTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : LinkAttackTests(office), IClassFixture<RunningOffice.OnPostgres>;
}
