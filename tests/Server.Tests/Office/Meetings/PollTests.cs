using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;
using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Server.Channels.GuestLinks;
using OfficeWorkflow.Server.Office.Meetings;
using OfficeWorkflow.Server.Office.Meetings.Polls;
using OfficeWorkflow.Server.Offices;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Tests.Support;
using OfficeWorkflow.Server.Ui;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Tests.Office.Meetings;

public abstract class PollTests(RunningOffice office)
{
    [Fact]
    public async Task Each_participant_with_an_address_gets_a_mail_that_names_no_client()
    {
        var (circle, planned) = await AskedAsync();

        var mails = await circle.MailsAsync();
        Assert.Equal(["meeting-poll", "meeting-poll", "meeting-poll"], mails.Select(static mail => mail.Template));
        Assert.All(mails, static mail => Assert.DoesNotContain("利用者A", mail.Subject + mail.Text, StringComparison.Ordinal));
        var meeting = await MeetingStory.MeetingAsync(circle, planned);
        Assert.Equal([false, false, true, true, true, false], meeting.Participants.Select(static one => one.AskedAt is not null));
    }

    [Fact]
    public async Task F2_A_guest_answers_every_date_without_an_account_and_changes_the_answer()
    {
        var (circle, planned) = await AskedAsync();
        var meeting = await MeetingStory.MeetingAsync(circle, planned);
        var officer = meeting.Participants[4];
        var (guest, path) = await circle.GuestAsync(PollPurpose.Key, officer.Id);

        Assert.Equal(HttpStatusCode.OK, await guest.GetAsync(path));
        Assert.DoesNotContain("利用者A", guest.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, await guest.PostAsync(path, Choices(meeting, "yes", "no")));
        await guest.FollowAsync();
        Assert.Contains("お返事を受け取りました", guest.Text, StringComparison.Ordinal);
        await guest.PostAsync(path, Choices(meeting, "ifNeedBe", "yes"));

        await using var db = circle.Db();
        var tally = new Tally(meeting, await db.PollAnswers.ToListAsync());
        Assert.Equal(Availability.IfNeedBe, tally.Answer(officer.Id, meeting.Candidates[0].Id)?.Availability);
        Assert.Equal(Availability.Yes, tally.Answer(officer.Id, meeting.Candidates[1].Id)?.Availability);
        Assert.Equal(4, await db.PollAnswers.CountAsync());
    }

    [Fact]
    public async Task A_date_without_an_answer_shows_the_page_again()
    {
        var (circle, planned) = await AskedAsync();
        var meeting = await MeetingStory.MeetingAsync(circle, planned);
        var (guest, path) = await circle.GuestAsync(PollPurpose.Key, meeting.Participants[4].Id);
        await guest.GetAsync(path);

        var status = await guest.PostAsync(path, (PollModel.FieldOf(meeting.Candidates[0].Id), "yes"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        await using var db = circle.Db();
        Assert.Empty(await db.PollAnswers.ToListAsync());
    }

    [Fact]
    public async Task F7_Only_those_who_have_not_answered_are_reminded_and_nobody_after_the_deadline()
    {
        var (circle, planned) = await AskedAsync();
        var meeting = await MeetingStory.MeetingAsync(circle, planned);
        var (guest, path) = await circle.GuestAsync(PollPurpose.Key, meeting.Participants[4].Id);
        await guest.GetAsync(path);
        await guest.PostAsync(path, Choices(meeting, "yes", "yes"));

        office.Clock.MoveTo(CircleOfA.Tokyo(3, 18, 9));
        await circle.PerformAsync("Office.RemindAvailability", CircleOfA.Tokyo(3, 18, 9), ("meetingId", planned["meetingId"]));
        office.Clock.MoveTo(CircleOfA.Tokyo(3, 21, 9));
        await circle.PerformAsync("Office.RemindAvailability", CircleOfA.Tokyo(3, 21, 9), ("meetingId", planned["meetingId"]));

        var reminders = (await circle.MailsAsync()).Where(static mail => string.Equals(mail.Template, "meeting-poll-reminder", StringComparison.Ordinal));
        Assert.Equal(["生活介護事業所Pの担当者", "居宅介護事業所Qの担当者"], reminders.Select(static mail => mail.RecipientName));
        Assert.Equal(HttpStatusCode.NotFound, await guest.GetAsync(path));
    }

    [Fact]
    public async Task When_the_date_is_fixed_the_page_says_it_and_takes_no_answer()
    {
        var (circle, planned) = await AskedAsync();
        var meeting = await MeetingStory.MeetingAsync(circle, planned);
        var (guest, path) = await circle.GuestAsync(PollPurpose.Key, meeting.Participants[4].Id);
        await guest.GetAsync(path);
        var open = guest.Html;
        await MeetingStory.ChosenAsync(circle, planned);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, await guest.PostAsync(path, Choices(meeting, "yes", "yes")));
        await guest.GetAsync(path);
        Assert.NotEqual(open, guest.Html);
        Assert.Contains("日程が決まりました", guest.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_meets_the_choice_of_the_date_is_refused_and_not_thanked_for()
    {
        var (circle, planned) = await AskedAsync();
        var meeting = await MeetingStory.MeetingAsync(circle, planned);
        await using var db = circle.Db();
        var visit = await VisitAsync(circle, db, meeting, meeting.Participants[4]);
        await using var desk = circle.Db();
        var heard = await RecordAnswer.ShowAsync(meeting.Id, meeting.Participants[5].Id, desk, CancellationToken.None);
        await MeetingStory.ChosenAsync(circle, planned);

        var answer = await Purpose(circle).PostAsync(visit, Form(meeting, "no"), CancellationToken.None);
        var recorded = await circle.Get<RecordAnswer>().HandleAsync(heard!, Form(meeting, "no"), Host(circle), desk, CancellationToken.None);

        Assert.Equal(StatusCodes.Status422UnprocessableEntity, (answer as IStatusCodeHttpResult)?.StatusCode);
        Assert.Equal(["poll-over"], recorded.Codes());
        await using var after = circle.Db();
        Assert.Empty(await after.PollAnswers.ToListAsync());
    }

    [Fact]
    public async Task Two_who_answer_at_once_are_both_heard()
    {
        var (circle, planned) = await AskedAsync();
        var meeting = await MeetingStory.MeetingAsync(circle, planned);
        await using var first = circle.Db();
        await using var second = circle.Db();
        var (one, other) = (await VisitAsync(circle, first, meeting, meeting.Participants[3]), await VisitAsync(circle, second, meeting, meeting.Participants[4]));

        var answers = new[]
        {
            await Purpose(circle).PostAsync(one, Form(meeting, "yes"), CancellationToken.None),
            await Purpose(circle).PostAsync(other, Form(meeting, "yes"), CancellationToken.None),
        };

        Assert.All(answers, static answer => Assert.IsType<RedirectHttpResult>(answer));
        await using var after = circle.Db();
        Assert.Equal(4, await after.PollAnswers.CountAsync());
    }

    [Fact]
    public async Task Who_is_reminded_and_invited_is_reached_at_the_address_that_the_ledger_has_now()
    {
        var (circle, planned) = await AskedAsync();
        var meeting = await MeetingStory.MeetingAsync(circle, planned);
        await circle.CorrectOfficersMailAsync("corrected@example.jp");

        await circle.PerformAsync("Office.RemindAvailability", CircleOfA.Tokyo(3, 18, 9), ("meetingId", planned["meetingId"]));
        await MeetingStory.ChosenAsync(circle, planned);
        await circle.PerformAsync("Office.InviteToMeeting", CircleOfA.Tokyo(3, 18, 10), ("meetingId", planned["meetingId"]), ("participantId", Value.Of(meeting.Participants[4].Id.ToString())));
        await circle.PerformAsync("Office.AskOpinion", CircleOfA.Tokyo(3, 18, 10), ("meetingId", planned["meetingId"]), ("participantId", Value.Of(meeting.Participants[4].Id.ToString())));
        await circle.PerformAsync("Office.CirculateMinutes", CircleOfA.Tokyo(3, 25, 10), ("meetingId", planned["meetingId"]));

        Assert.Equal(
            ["meeting-poll officer@example.jp", "meeting-poll-reminder corrected@example.jp", "meeting-invitation corrected@example.jp", "opinion-inquiry corrected@example.jp", "minutes-ready corrected@example.jp"],
            (await circle.MailsAsync()).Where(static mail => mail.RecipientName is "M市の担当者").Select(static mail => $"{mail.Template} {mail.Address}"));
    }

    [Fact]
    public async Task A_cancelled_case_wants_no_answer()
    {
        var (circle, planned) = await AskedAsync();
        var meeting = await MeetingStory.MeetingAsync(circle, planned);
        var (guest, path) = await circle.GuestAsync(PollPurpose.Key, meeting.Participants[4].Id);
        await using var db = circle.Db();
        db.Add(new CaseFile
        {
            Id = circle.CaseId,
            OfficeId = circle.OfficeId,
            ProcedureKey = "meeting",
            ProcedureName = "サービス担当者会議",
            VersionId = Guid.CreateVersion7(),
            StartedAt = MeetingStory.Asked,
            RootId = circle.CaseId,
            StoppedAt = MeetingStory.Asked,
        });
        await db.SaveChangesAsync();

        Assert.Equal(HttpStatusCode.NotFound, await guest.GetAsync(path));
    }

    [Fact]
    public async Task F10_The_invitation_goes_to_each_attendee_and_once_to_the_host_with_a_calendar_message()
    {
        var (circle, planned) = await AskedAsync();
        var host = await Staff.JoinAsync(office, ["specialist"], circle.OfficeId, "専門員X");
        await using (var db = circle.Db())
        {
            await db.Meetings.ExecuteUpdateAsync(row => row.SetProperty(static meeting => meeting.HostId, host.PersonId));
        }

        var chosen = await MeetingStory.ChosenAsync(circle, planned, circle.Officer.Id);
        foreach (var attendee in ((Value.List)chosen["attendees"]).Items.Cast<Value.Record>())
        {
            await circle.PerformAsync("Office.InviteToMeeting", CircleOfA.Tokyo(3, 18, 10), ("meetingId", planned["meetingId"]), ("participantId", attendee["id"]));
        }

        var invitations = (await circle.MailsAsync()).Where(static mail => string.Equals(mail.Template, "meeting-invitation", StringComparison.Ordinal)).ToList();
        Assert.Equal(["専門員X", "居宅介護事業所Qの担当者", "生活介護事業所Pの担当者"], invitations.Select(static mail => mail.RecipientName).Order(StringComparer.Ordinal));
        Assert.All(invitations, static mail => Assert.Equal("REQUEST", mail.CalendarMethod));
        Assert.All(invitations, static mail => Assert.Contains("ATTENDEE", mail.CalendarText, StringComparison.Ordinal));
        Assert.All(invitations, static mail => Assert.DoesNotContain("利用者A", mail.Text + mail.CalendarText, StringComparison.Ordinal));
    }

    private static PollPurpose Purpose(CircleOfA circle) => ActivatorUtilities.CreateInstance<PollPurpose>(circle.Running.Services);

    private static FormCollection Form(Meeting meeting, string answer) => new(
        new Dictionary<string, StringValues>(StringComparer.Ordinal) { ["means"] = "phone" }
            .Concat(meeting.Candidates.Select(candidate => KeyValuePair.Create(PollModel.FieldOf(candidate.Id), new StringValues(answer)))).ToDictionary(StringComparer.Ordinal));

    private static Viewer Host(CircleOfA circle) => new(circle.SpecialistX, "専門員X", circle.OfficeId, "相談支援事業所S", ["specialist"]);

    /// <summary>A guest whose meeting was read before anything else happened to it.</summary>
    private static async Task<GuestVisit> VisitAsync(CircleOfA circle, OfficeDb db, Meeting meeting, Participant participant)
    {
        _ = await db.WholeMeetings.SingleAsync(row => row.Id == meeting.Id);
        var link = await db.GuestLinks.SingleAsync(row => row.Purpose == PollPurpose.Key && row.TargetId == participant.Id.ToString());

        return new GuestVisit(db, link, await db.Offices.SingleAsync(row => row.Id == circle.OfficeId), "/g/test", Part: null, MeetingStory.Asked);
    }

    private static IEnumerable<(string Name, string Value)> Choices(Meeting meeting, params string[] answers) =>
        meeting.Candidates.Zip(answers, static (candidate, answer) => (PollModel.FieldOf(candidate.Id), answer));

    private async Task<(CircleOfA Circle, Value.Record Planned)> AskedAsync()
    {
        office.Clock.MoveTo(MeetingStory.Asked);
        var circle = await CircleOfA.InAsync(office);
        var planned = await MeetingStory.PlannedAsync(circle);
        foreach (var participant in ((Value.List)planned["participants"]).Items.Cast<Value.Record>())
        {
            await circle.PerformAsync("Office.AskAvailability", MeetingStory.Asked, ("meetingId", planned["meetingId"]), ("participantId", participant["id"]));
        }

        return (circle, planned);
    }

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : PollTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : PollTests(office), IClassFixture<RunningOffice.OnPostgres>;
}
