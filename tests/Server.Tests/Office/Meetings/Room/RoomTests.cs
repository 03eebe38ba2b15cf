using System.Net;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Channels.GuestLinks;
using OfficeWorkflow.Server.Office.Meetings;
using OfficeWorkflow.Server.Office.Meetings.Records;
using OfficeWorkflow.Server.Office.Meetings.Room;
using OfficeWorkflow.Server.Office.Privacy;
using OfficeWorkflow.Server.Tests.Support;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Tests.Office.Meetings.Room;

/// <summary>What each participant may read before and after a meeting, and what they say of the minutes.</summary>
public abstract class RoomTests(RunningOffice office)
{
    [Fact]
    public async Task The_invitation_carries_a_link_whose_papers_need_the_code()
    {
        var (circle, _, officer) = await InvitedAsync();
        var mail = (await circle.MailsAsync()).Single(static one => one.Template is "meeting-invitation");
        Assert.Contains("/g/", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("/g/", mail.CalendarText, StringComparison.Ordinal);
        var (guest, path) = await circle.GuestAsync(RoomPurpose.Key, officer);

        await guest.GetAsync(path);
        Assert.DoesNotContain("福祉用具について", guest.Html, StringComparison.Ordinal);
        await circle.EnterCodeAsync(guest, path, RoomPurpose.Key, officer);

        Assert.Contains("福祉用具について", guest.Text, StringComparison.Ordinal);
        await using var db = circle.Db();
        Assert.True(await db.Audit.AnyAsync(static row => row.Act == "meeting-room-opened"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Without_consent_for_their_category_a_participant_never_sees_agenda_paper_or_minutes(bool wasWithdrawn)
    {
        var (circle, meeting, officer) = await InvitedAsync();
        await WriteMinutesAsync(circle, meeting);
        await using (var db = circle.Db())
        {
            var consents = db.PrivacyConsents.Where(static consent => consent.Category == PrivacyCategory.CivilServants);
            if (wasWithdrawn)
            {
                (await consents.SingleAsync()).Withdraw(new DateOnly(2026, 3, 24));
                await db.SaveChangesAsync();
            }
            else
            {
                await consents.ExecuteDeleteAsync();
            }
        }

        var (guest, path) = await circle.GuestAsync(RoomPurpose.Key, officer);
        await circle.EnterCodeAsync(guest, path, RoomPurpose.Key, officer);

        Assert.Contains("会議の日に担当者がご説明します", guest.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("福祉用具について", guest.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("通所の回数", guest.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("利用者A", guest.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await guest.GetAsync($"{path}/{RoomPurpose.Paper}"));
        await circle.PerformAsync("Office.CirculateMinutes", CircleOfA.Tokyo(3, 25, 10), ("meetingId", Value.Of(meeting.Id.ToString())));
        Assert.DoesNotContain(await circle.MailsAsync(), static mail => mail is { Template: "minutes-ready", Address: "officer@example.jp" });
    }

    [Fact]
    public async Task Whose_invitation_was_taken_back_gets_no_new_link_with_the_minutes()
    {
        var (circle, meeting, officer) = await InvitedAsync();
        var host = await Staff.JoinAsync(office, ["specialist"], circle.OfficeId);
        var removal = $"/meetings/{meeting.Id}/participants/{officer}/removal";
        await host.Browser.GetAsync(removal);
        Assert.Equal(HttpStatusCode.Redirect, await host.Browser.PostAsync(removal));
        await WriteMinutesAsync(circle, meeting);

        await circle.PerformAsync("Office.CirculateMinutes", CircleOfA.Tokyo(3, 25, 10), ("meetingId", Value.Of(meeting.Id.ToString())));

        Assert.Equal(2, (await circle.MailsAsync()).Count(static mail => mail.Template is "minutes-ready"));
        Assert.DoesNotContain(await circle.MailsAsync(), static mail => mail is { Template: "minutes-ready", Address: "officer@example.jp" });
        await using var db = circle.Db();
        Assert.DoesNotContain(await db.GuestLinks.Where(link => link.TargetId == officer.ToString()).ToListAsync(), static link => link.RevokedAt is null);
    }

    [Fact]
    public async Task F16_Minutes_are_circulated_corrected_found_right_confirmed_and_distributed()
    {
        var (circle, meeting, officer) = await InvitedAsync();
        await WriteMinutesAsync(circle, meeting);
        await circle.PerformAsync("Office.CirculateMinutes", CircleOfA.Tokyo(3, 25, 10), ("meetingId", Value.Of(meeting.Id.ToString())));
        Assert.Equal(3, (await circle.MailsAsync()).Count(static mail => mail.Template is "minutes-ready"));
        var (guest, path) = await circle.GuestAsync(RoomPurpose.Key, officer);
        await circle.EnterCodeAsync(guest, path, RoomPurpose.Key, officer);
        Assert.Contains("通所の回数", guest.Text, StringComparison.Ordinal);
        var staff = await Staff.JoinAsync(office, ["specialist"], circle.OfficeId);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, await guest.PostAsync(path, ("correction", " ")));
        Assert.Equal(HttpStatusCode.Redirect, await guest.PostAsync(path, ("correction", "週4回ではなく週5回です。")));
        await guest.FollowAsync();
        var old = guest.Again();
        await CorrectAsync(staff, meeting);
        Assert.Equal(HttpStatusCode.Conflict, await old.PostAsync(path, ("right", "yes")));
        await guest.GetAsync(path);
        Assert.Contains("週5回とする。", guest.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, await guest.PostAsync(path, ("right", "yes")));
        await guest.FollowAsync();
        await ConfirmAsync(staff, meeting);
        Assert.Equal(HttpStatusCode.Conflict, await guest.PostAsync(path, ("right", "yes")));

        await using var db = circle.Db();
        Assert.Equal(["週4回ではなく週5回です。", null], await db.MinutesRemarks.OrderBy(static remark => remark.Id).Select(static remark => remark.Correction).ToListAsync());
        Assert.Equal([(1, null), (2, "市からの指摘")], (await db.Minutes.OrderBy(static row => row.Version).ToListAsync()).Select(static row => (row.Version, row.CorrectedBecause)));
        var mails = (await circle.MailsAsync()).Where(static mail => mail.Template is "minutes-confirmed").ToList();
        Assert.Equal(3, mails.Count);
        Assert.All(mails, static mail => Assert.DoesNotContain("利用者A", mail.Subject + mail.Text, StringComparison.Ordinal));
        Assert.Contains(path[..path.IndexOf('.', StringComparison.Ordinal)], mails.Single(static mail => mail.Address is "officer@example.jp").Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Minutes_that_became_others_under_the_question_are_not_confirmed()
    {
        var (circle, meeting, officer) = await InvitedAsync();
        await WriteMinutesAsync(circle, meeting);
        var staff = await Staff.JoinAsync(office, ["specialist"], circle.OfficeId);
        var (guest, path) = await circle.GuestAsync(RoomPurpose.Key, officer);
        await circle.EnterCodeAsync(guest, path, RoomPurpose.Key, officer);
        var address = $"/meetings/{meeting.Id}/minutes/confirmation";
        await staff.Browser.GetAsync(address);
        var (unremarked, unnamed) = (staff.Browser.Again(), staff.Browser.Again());
        await guest.PostAsync(path, ("correction", "週4回ではなく週5回です。"));
        Assert.Equal(HttpStatusCode.Conflict, await unremarked.PostAsync(address));
        Assert.Contains("返事が新しく届きました", unremarked.Text, StringComparison.Ordinal);
        await staff.Browser.GetAsync(address);
        var older = staff.Browser.Again();
        await CorrectAsync(staff, meeting);

        Assert.Equal(HttpStatusCode.Conflict, await older.PostAsync(address));
        Assert.Equal(HttpStatusCode.Conflict, await unnamed.PostAsync(address, ("version", ""), ("remarks", "")));

        Assert.Contains("会議録が新しくなりました", older.Text, StringComparison.Ordinal);
        await using var db = circle.Db();
        Assert.False(await db.Minutes.AnyAsync(static row => row.ConfirmedAt != null));
        await ConfirmAsync(staff, meeting);
    }

    [Fact]
    public async Task Who_has_no_address_gets_the_paper_by_hand_and_that_is_recorded_once()
    {
        var (circle, meeting, _) = await InvitedAsync();
        await WriteMinutesAsync(circle, meeting);
        var (specialist, clerk) = (await Staff.JoinAsync(office, ["specialist"], circle.OfficeId), await Staff.JoinAsync(office, ["clerk"], circle.OfficeId));
        var copy = $"/meetings/{meeting.Id}/participants/{meeting.Participants[5].Id}/minutes-copy";
        Assert.Equal(HttpStatusCode.Conflict, await clerk.PostUnaskedAsync("/meetings", copy));
        Assert.Equal(HttpStatusCode.NotFound, await clerk.Browser.GetAsync($"/meetings/{meeting.Id}/minutes/confirmation"));
        Assert.Equal(HttpStatusCode.NotFound, await clerk.Browser.GetAsync($"/meetings/{meeting.Id}/minutes/correction"));

        await ConfirmAsync(specialist, meeting);
        await clerk.Browser.GetAsync($"/meetings/{meeting.Id}");
        var again = clerk.Browser.Again();
        Assert.Equal(HttpStatusCode.Redirect, await clerk.Browser.PostAsync(copy));
        Assert.Equal(HttpStatusCode.Redirect, await again.PostAsync(copy));

        await using var db = circle.Db();
        Assert.Equal([clerk.PersonId], await db.MinutesCopies.Where(static row => row.GivenBy != null).Select(static row => row.GivenBy!.Value).ToListAsync());
        Assert.Equal(3, await db.MinutesCopies.CountAsync(static row => row.GivenBy == null));
    }

    [Fact]
    public async Task The_link_ends_two_weeks_after_confirmation_when_revoked_and_for_a_meeting_called_off()
    {
        var (circle, meeting, officer) = await InvitedAsync();
        await WriteMinutesAsync(circle, meeting);
        var staff = await Staff.JoinAsync(office, ["specialist"], circle.OfficeId);
        var (guest, path) = await circle.GuestAsync(RoomPurpose.Key, officer);
        await circle.EnterCodeAsync(guest, path, RoomPurpose.Key, officer);
        Assert.Equal(HttpStatusCode.NotFound, await guest.GetAsync(path[..^1] + (path[^1] is 'A' ? 'B' : 'A')));
        await ConfirmAsync(staff, meeting);
        Assert.Equal(HttpStatusCode.OK, await guest.GetAsync(path));

        office.Clock.MoveTo(CircleOfA.Tokyo(4, 8, 10));

        Assert.Equal(HttpStatusCode.NotFound, await guest.GetAsync(path));
        Assert.Equal(HttpStatusCode.NotFound, await guest.GetAsync($"{path}/{RoomPurpose.Paper}"));
        Assert.Equal(HttpStatusCode.NotFound, await RevokedAsync());
    }

    private static async Task CorrectAsync(Staff staff, Meeting meeting)
    {
        var address = $"/meetings/{meeting.Id}/minutes/correction";
        await staff.Browser.GetAsync(address);
        Assert.Contains("週4回ではなく週5回です。", staff.Browser.Text, StringComparison.Ordinal);
        var other = staff.Browser.Again();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await staff.Browser.PostAsync(address, ("conclusion-1", "週5回とする。")));
        Assert.Equal(HttpStatusCode.Redirect, await staff.Browser.PostAsync(address, ("reason", "市からの指摘")));
        Assert.Equal(HttpStatusCode.Conflict, await other.PostAsync(address, ("reason", "別の窓")));
    }

    private static async Task ConfirmAsync(Staff staff, Meeting meeting)
    {
        var address = $"/meetings/{meeting.Id}/minutes/confirmation";
        await staff.Browser.GetAsync(address);
        var again = staff.Browser.Again();
        Assert.Equal(HttpStatusCode.Redirect, await staff.Browser.PostAsync(address));
        Assert.Equal(HttpStatusCode.Conflict, await again.PostAsync(address));
    }

    private async Task<HttpStatusCode> RevokedAsync()
    {
        var (circle, _, officer) = await InvitedAsync();
        var (guest, path) = await circle.GuestAsync(RoomPurpose.Key, officer);
        await circle.EnterCodeAsync(guest, path, RoomPurpose.Key, officer);
        await using var db = circle.Db();
        var link = await db.GuestLinks.SingleAsync(link => link.TargetId == officer.ToString());
        var staff = await Staff.JoinAsync(office, ["clerk"], circle.OfficeId);
        await staff.Browser.GetAsync($"/links/{link.Id}");
        await staff.Browser.PostAsync($"/links/{link.Id}/revocation");

        return await guest.GetAsync(path);
    }

    private async Task WriteMinutesAsync(CircleOfA circle, Meeting meeting)
    {
        office.Clock.MoveTo(CircleOfA.Tokyo(3, 25, 10));
        await using var db = circle.Db();
        var minutes = new Minutes
        {
            Id = Guid.CreateVersion7(),
            OfficeId = circle.OfficeId,
            MeetingId = meeting.Id,
            Version = 1,
            HeldOn = new DateOnly(2026, 3, 24),
            From = new TimeOnly(13, 30),
            To = new TimeOnly(14, 50),
            Place = "生活介護事業所P",
            Remaining = "送迎の時刻",
            UserWords = "楽しみです。",
            WrittenBy = circle.SpecialistX,
            WrittenAt = office.Clock.GetUtcNow(),
        };
        minutes.Items.Add(new MinutesItem
        {
            Id = Guid.CreateVersion7(),
            OfficeId = circle.OfficeId,
            MinutesId = minutes.Id,
            Number = 1,
            Topic = "通所の回数",
            Opinions = "週4回でよい。",
            Conclusion = "週4回とする。",
        });
        db.Add(minutes);
        await db.SaveChangesAsync();
    }

    private async Task<(CircleOfA Circle, Meeting Meeting, Guid Officer)> InvitedAsync()
    {
        office.Clock.MoveTo(CircleOfA.Tokyo(3, 18, 15));
        var circle = await CircleOfA.InAsync(office);
        var planned = await MeetingStory.PlannedAsync(circle, "福祉用具について");
        await MeetingStory.ChosenAsync(circle, planned);
        var meeting = await MeetingStory.MeetingAsync(circle, planned);
        var officer = meeting.Participants[4].Id;
        await circle.PerformAsync("Office.InviteToMeeting", CircleOfA.Tokyo(3, 18, 15), ("meetingId", planned["meetingId"]), ("participantId", Value.Of(officer.ToString())));

        return (circle, meeting, officer);
    }

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : RoomTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : RoomTests(office), IClassFixture<RunningOffice.OnPostgres>;
}
