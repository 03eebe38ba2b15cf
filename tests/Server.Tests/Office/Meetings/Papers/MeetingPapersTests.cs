using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Channels.Documents;
using OfficeWorkflow.Server.Channels.GuestLinks;
using OfficeWorkflow.Server.Channels.Mail;
using OfficeWorkflow.Server.Office.Meetings;
using OfficeWorkflow.Server.Office.Meetings.Opinions;
using OfficeWorkflow.Server.Office.Meetings.Papers;
using OfficeWorkflow.Server.Office.Meetings.Room;
using OfficeWorkflow.Server.Office.Privacy;
using OfficeWorkflow.Server.Office.Providers;
using OfficeWorkflow.Server.Outbox;
using OfficeWorkflow.Server.Tests.Support;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Tests.Office.Meetings.Papers;

/// <summary>Papers brought for a meeting: who of the participants sees and opens which, and what the audit says of it.</summary>
public abstract class MeetingPapersTests(RunningOffice office)
{
    private static readonly byte[] Paper = Encoding.ASCII.GetBytes("%PDF-1.7\n%paper\n%%EOF\n");

    [Fact]
    public async Task Each_participant_opens_the_papers_of_their_category_and_no_other_and_every_opening_is_in_the_audit()
    {
        var (circle, meeting, clerk) = await InvitedAsync();
        await AddAsync(clerk, meeting, ("Title", "市への報告の写し"), ("ShownTo", "CivilServants"));
        await AddAsync(clerk, meeting, ("Title", "作業所の様子"), ("ShownTo", "Provider"), ("ShownTo", "Client"));
        var (shown, other) = (await PaperAsync(circle, "市への報告の写し"), await PaperAsync(circle, "作業所の様子"));
        var (officer, path) = await EnterAsync(circle, meeting.Participants[4]);

        Assert.Contains("市への報告の写し", officer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("作業所の様子", officer.Text, StringComparison.Ordinal);
        Assert.Equal(Paper, await officer.Http.GetByteArrayAsync(new Uri($"{path}/{GuestPapers.PartOf(shown)}", UriKind.Relative)));
        Assert.Equal(HttpStatusCode.NotFound, await officer.GetAsync($"{path}/{GuestPapers.PartOf(other)}"));
        Assert.Contains("この資料はお見せできません", officer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("作業所の様子", officer.Text, StringComparison.Ordinal);

        Assert.Equal([("meeting-paper-opened", $"meeting-paper:{shown.Id}"), ("meeting-paper-refused", $"meeting-paper:{other.Id}")], await OpeningsAsync(circle));
        var auditor = await Staff.JoinAsync(office, ["auditor"], circle.OfficeId);
        await auditor.Browser.GetAsync($"/audit?client={circle.Client.Id}");
        Assert.Contains("会議の資料の閲覧（外の方）", auditor.Browser.Text, StringComparison.Ordinal);
        Assert.Contains("5番目の参加者の専用のリンクから、会議の資料が開かれました", auditor.Browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_code_no_paper_is_named_or_opened()
    {
        var (circle, meeting, clerk) = await InvitedAsync();
        await AddAsync(clerk, meeting, ("Title", "市への報告の写し"), ("ShownTo", "CivilServants"));
        var paper = await PaperAsync(circle, "市への報告の写し");
        var (guest, path) = await circle.GuestAsync(RoomPurpose.Key, meeting.Participants[4].Id);

        await guest.GetAsync(path);
        Assert.DoesNotContain("市への報告の写し", guest.Html, StringComparison.Ordinal);
        await guest.GetAsync($"{path}/{GuestPapers.PartOf(paper)}");

        Assert.DoesNotContain("%paper", guest.Html, StringComparison.Ordinal);
        Assert.Empty(await OpeningsAsync(circle));
    }

    [Fact]
    public async Task Whose_invitation_is_taken_back_reads_nothing_more_even_on_a_page_that_was_open()
    {
        var (circle, meeting, clerk) = await InvitedAsync();
        await AddAsync(clerk, meeting, ("Title", "一枚目"), ("ShownTo", "CivilServants"));
        var paper = await PaperAsync(circle, "一枚目");
        var officer = meeting.Participants[4];
        var (guest, path) = await EnterAsync(circle, officer);
        await guest.GetAsync(path);
        Assert.Contains("一枚目", guest.Html, StringComparison.Ordinal);
        var host = await Staff.JoinAsync(office, ["specialist"], circle.OfficeId);

        var removal = $"/meetings/{meeting.Id}/participants/{officer.Id}/removal";
        await host.Browser.GetAsync(removal);

        Assert.Equal(HttpStatusCode.Redirect, await host.Browser.PostAsync(removal));

        await guest.GetAsync(path);
        Assert.DoesNotContain("一枚目", guest.Html, StringComparison.Ordinal);
        await guest.GetAsync($"{path}/{GuestPapers.PartOf(paper)}");
        Assert.DoesNotContain("%paper", guest.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(await OpeningsAsync(circle), static opening => string.Equals(opening.Act, "meeting-paper-opened", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_consent_taken_back_and_a_paper_withdrawn_close_it_on_a_page_that_was_open()
    {
        var (circle, meeting, clerk) = await InvitedAsync();
        await AddAsync(clerk, meeting, ("Title", "一枚目"), ("ShownTo", "CivilServants"));
        await AddAsync(clerk, meeting, ("Title", "二枚目"), ("ShownTo", "CivilServants"));
        var (first, second) = (await PaperAsync(circle, "一枚目"), await PaperAsync(circle, "二枚目"));
        var (officer, path) = await EnterAsync(circle, meeting.Participants[4]);

        await clerk.Browser.GetAsync(KeepPapers.AddressOf(meeting.Id));
        var again = clerk.Browser.Again();
        Assert.Equal(HttpStatusCode.Redirect, await clerk.Browser.PostAsync($"{KeepPapers.AddressOf(meeting.Id)}/{first.Id}/withdrawal"));
        Assert.Equal(HttpStatusCode.Redirect, await again.PostAsync($"{KeepPapers.AddressOf(meeting.Id)}/{first.Id}/withdrawal"));
        Assert.Equal(HttpStatusCode.NotFound, await officer.GetAsync($"{path}/{GuestPapers.PartOf(first)}"));
        Assert.Equal(HttpStatusCode.OK, await officer.GetAsync($"{path}/{GuestPapers.PartOf(second)}"));
        await using (var db = circle.Db())
        {
            (await db.PrivacyConsents.SingleAsync(static consent => consent.Category == PrivacyCategory.CivilServants)).Withdraw(new DateOnly(2026, 3, 18));
            await db.SaveChangesAsync();
        }

        Assert.Equal(HttpStatusCode.NotFound, await officer.GetAsync($"{path}/{GuestPapers.PartOf(second)}"));
        Assert.DoesNotContain("二枚目", officer.Text, StringComparison.Ordinal);
        await clerk.Browser.GetAsync(KeepPapers.AddressOf(meeting.Id));
        Assert.Contains("取り下げ", clerk.Browser.Text, StringComparison.Ordinal);
        await using var after = circle.Db();
        Assert.Equal(1, await after.Audit.CountAsync(static row => row.Act == "meeting-paper-withdrawn"));
        Assert.Equal(2, await after.Documents.CountAsync(document => document.CaseId == circle.CaseId));
    }

    [Fact]
    public async Task A_paper_about_a_family_member_needs_the_consent_of_that_member_too()
    {
        var (circle, meeting, clerk) = await InvitedAsync();
        await AddAsync(clerk, meeting, ("Title", "母の通院の記録"), ("Person", circle.Mother.Id.ToString()), ("ShownTo", "CivilServants"));
        var (officer, path) = await EnterAsync(circle, meeting.Participants[4]);
        Assert.DoesNotContain("母の通院の記録", officer.Text, StringComparison.Ordinal);
        await clerk.Browser.GetAsync(KeepPapers.AddressOf(meeting.Id));
        Assert.Contains("同意を確かめる", clerk.Browser.Text, StringComparison.Ordinal);

        await clerk.Browser.GetAsync($"/clients/{circle.Client.Id}/privacy");
        await clerk.Browser.PostAsync($"/clients/{circle.Client.Id}/privacy", ("Person", circle.Mother.Id.ToString()), ("GivenOn", "令和8年3月18日"), ("Categories", "CivilServants"));

        await officer.GetAsync(path);
        Assert.Contains("母の通院の記録", officer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_cannot_come_and_is_asked_for_an_opinion_reads_them_too()
    {
        var (circle, meeting, clerk) = await InvitedAsync();
        var officer = meeting.Participants[4];
        await AddAsync(clerk, meeting, ("Title", "市への報告の写し"), ("ShownTo", "CivilServants"));
        var paper = await PaperAsync(circle, "市への報告の写し");
        await circle.PerformAsync("Office.AskOpinion", CircleOfA.Tokyo(3, 18, 16), ("meetingId", Value.Of(meeting.Id.ToString())), ("participantId", Value.Of(officer.Id.ToString())));
        var (guest, path) = await circle.GuestAsync(OpinionPurpose.Key, officer.Id);

        await circle.EnterCodeAsync(guest, path, OpinionPurpose.Key, officer.Id);

        Assert.Contains("市への報告の写し", guest.Text, StringComparison.Ordinal);
        Assert.Equal(Paper, await guest.Http.GetByteArrayAsync(new Uri($"{path}/{GuestPapers.PartOf(paper)}", UriKind.Relative)));
        Assert.Equal(HttpStatusCode.NotFound, await guest.GetAsync($"{path}/paper-{Guid.CreateVersion7():n}"));
        Assert.Contains("この資料はお見せできません", guest.Text, StringComparison.Ordinal);
        Assert.Contains("意見を送る", guest.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_missing_is_said_and_who_only_reads_brings_nothing()
    {
        var (circle, meeting, clerk) = await InvitedAsync();
        var address = KeepPapers.AddressOf(meeting.Id);
        await clerk.Browser.GetAsync(address);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, await clerk.Browser.PostAsync(address));
        Assert.Contains("「資料の名前」を入力してください", clerk.Browser.Text, StringComparison.Ordinal);
        Assert.Contains("「見せてよい相手」を一つ以上選んでください", clerk.Browser.Text, StringComparison.Ordinal);
        Assert.Contains("資料のファイル（PDF、または写真）を選んでください", clerk.Browser.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await clerk.Browser.PostAsync(address, [("Title", "表"), ("ShownTo", "Everybody")], ("file", "a.pdf", Paper)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await clerk.Browser.PostAsync(address, [("Title", "表"), ("ShownTo", "Client")], ("file", "a.html", "<script>"u8.ToArray())));
        Assert.Contains("このファイルは保存できません", clerk.Browser.Text, StringComparison.Ordinal);
        var auditor = await Staff.JoinAsync(office, ["auditor"], circle.OfficeId);
        Assert.Equal(HttpStatusCode.OK, await auditor.Browser.GetAsync(address));
        Assert.DoesNotContain("資料を加える</button>", auditor.Browser.Html, StringComparison.Ordinal);

        await using var db = circle.Db();
        Assert.Empty(await db.MeetingPapers.ToListAsync());
        (await db.Meetings.SingleAsync()).CallOff(circle.SpecialistX, office.Clock.GetUtcNow(), "流行");
        await db.SaveChangesAsync();
        await clerk.Browser.GetAsync("/meetings");
        Assert.Equal(HttpStatusCode.Conflict, await LateAsync(clerk, address));
    }

    [Fact]
    public async Task Who_got_the_invitation_and_may_see_a_paper_that_came_after_it_is_told_once_for_all_that_come_soon()
    {
        var (circle, meeting, clerk) = await InvitedAsync();
        await AddAsync(clerk, meeting, ("Title", "案内より前の表"), ("ShownTo", "CivilServants"));
        Assert.Empty(await NewsAsync(circle));
        await office.DrainAsync();

        await AddAsync(clerk, meeting, ("Title", "作業所の様子"), ("ShownTo", "Provider"));
        Assert.Empty(await NewsAsync(circle));
        await AddAsync(clerk, meeting, ("Title", "市への報告の写し"), ("ShownTo", "CivilServants"));
        office.Clock.Advance(TimeSpan.FromMinutes(5));
        await office.DrainAsync();
        await AddAsync(clerk, meeting, ("Title", "市への報告の続き"), ("ShownTo", "CivilServants"));
        var mail = Assert.Single(await NewsAsync(circle));
        Assert.Equal(("officer@example.jp", MailState.Waiting), (mail.Address, mail.State));
        Assert.All(["利用者A", "市への報告"], word => Assert.DoesNotContain(word, mail.Subject + mail.Text, StringComparison.Ordinal));
        Assert.Contains(GuestToken.Mask((await circle.GuestAsync(RoomPurpose.Key, meeting.Participants[4].Id)).Path), mail.Text, StringComparison.Ordinal);
        office.Clock.Advance(TimeSpan.FromMinutes(5));
        await office.DrainAsync();
        Assert.Equal([MailState.Sent], (await NewsAsync(circle)).Select(static one => one.State));

        office.Clock.Advance(TimeSpan.FromDays(1));
        await AddAsync(await Staff.JoinAsync(office, ["clerk"], circle.OfficeId), meeting, ("Title", "次の日の表"), ("ShownTo", "CivilServants"));
        Assert.Equal([MailState.Sent, MailState.Waiting], (await NewsAsync(circle)).Select(static one => one.State));
    }

    [Theory]
    [InlineData("withdrawn")]
    [InlineData("consent")]
    [InlineData("called off")]
    public async Task Nobody_is_told_of_a_paper_that_cannot_be_read_any_more_when_the_mail_would_leave(string because)
    {
        var (circle, meeting, clerk) = await InvitedAsync();
        await office.DrainAsync();
        await AddAsync(clerk, meeting, ("Title", "市への報告の写し"), ("ShownTo", "CivilServants"));
        Assert.Single(await NewsAsync(circle));

        await using (var db = circle.Db())
        {
            switch (because)
            {
                case "withdrawn":
                    (await db.MeetingPapers.SingleAsync()).Withdraw(circle.SpecialistX, office.Clock.GetUtcNow());
                    break;
                case "consent":
                    (await db.PrivacyConsents.SingleAsync(static consent => consent.Category == PrivacyCategory.CivilServants)).Withdraw(new DateOnly(2026, 3, 18));
                    break;
                default:
                    (await db.Meetings.SingleAsync()).CallOff(circle.SpecialistX, office.Clock.GetUtcNow(), "流行");
                    break;
            }

            await db.SaveChangesAsync();
        }

        office.Clock.Advance(TimeSpan.FromMinutes(10));
        await office.DrainAsync();

        Assert.Equal([MailState.Withdrawn], (await NewsAsync(circle)).Select(static one => one.State));
    }

    [Fact]
    public async Task Who_cannot_come_is_told_by_the_link_of_the_inquiry_and_who_wants_one_mail_a_day_gets_it_in_that()
    {
        var (circle, meeting, clerk) = await InvitedAsync();
        var officer = meeting.Participants[4];
        await circle.PerformAsync("Office.AskOpinion", CircleOfA.Tokyo(3, 18, 16), ("meetingId", Value.Of(meeting.Id.ToString())), ("participantId", Value.Of(officer.Id.ToString())));
        await using (var db = circle.Db())
        {
            await db.GuestLinks.Where(static link => link.Purpose == RoomPurpose.Key).ExecuteDeleteAsync();
        }

        office.Clock.MoveTo(CircleOfA.Tokyo(3, 18, 16));
        await office.DrainAsync();
        await using (var db = circle.Db())
        {
            (await db.Contacts.SingleAsync(contact => contact.Id == circle.Officer.Id)).WantsDigest = true;
            await db.SaveChangesAsync();
        }

        await AddAsync(clerk, meeting, ("Title", "市への報告の写し"), ("ShownTo", "CivilServants"));
        await AddAsync(clerk, meeting, ("Title", "続き"), ("ShownTo", "CivilServants"));

        var mail = Assert.Single(await NewsAsync(circle));
        Assert.Equal(MailState.Collected, mail.State);
        Assert.Contains(GuestToken.Mask((await circle.GuestAsync(OpinionPurpose.Key, officer.Id)).Path), mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_told_at_a_corrected_address_is_told_although_the_paper_is_older_than_that_mail()
    {
        var (circle, meeting, clerk) = await InvitedAsync();
        await office.DrainAsync();
        await AddAsync(clerk, meeting, ("Title", "市への報告の写し"), ("ShownTo", "CivilServants"));
        foreach (var address in new[] { "also-wrong@example.jp", "right@example.jp" })
        {
            office.Clock.Advance(TimeSpan.FromMinutes(1));
            var failed = (await LastNewsAsync(circle)).Id;
            await FailAsync(circle, failed);
            await clerk.Browser.GetAsync($"/mail/{failed}/address");
            Assert.Equal(HttpStatusCode.Redirect, await clerk.Browser.PostAsync($"/mail/{failed}/address", [("address", address)]));
        }

        await office.DrainAsync();

        var last = await LastNewsAsync(circle);
        Assert.Equal(("right@example.jp", MailState.Sent), (last.Address, last.State));
    }

    [Fact]
    public async Task After_the_meeting_has_begun_nobody_is_told()
    {
        var (circle, meeting, _) = await InvitedAsync();
        await office.DrainAsync();
        office.Clock.MoveTo(meeting.Chosen!.StartsAt);

        await AddAsync(await Staff.JoinAsync(office, ["clerk"], circle.OfficeId), meeting, ("Title", "当日の写真"), ("ShownTo", "CivilServants"));

        Assert.Empty(await NewsAsync(circle));
    }

    private static async Task<IReadOnlyList<SentMail>> NewsAsync(CircleOfA circle) =>
        [.. (await circle.MailsAsync()).Where(static mail => mail.Template is TellOfPapers.Template)];

    private static async Task<SentMail> LastNewsAsync(CircleOfA circle) =>
        (await NewsAsync(circle)).Single(static mail => mail.State is not MailState.Replaced);

    private static async Task FailAsync(CircleOfA circle, Guid mailId)
    {
        await using var db = circle.Db();
        (await db.Mails.SingleAsync(mail => mail.Id == mailId)).State = MailState.Failed;
        (await db.Outbox.SingleAsync(entry => entry.Payload == mailId.ToString())).State = OutboxState.Failed;
        await db.SaveChangesAsync();
    }

    private static async Task<HttpStatusCode> LateAsync(Staff clerk, string address)
    {
        using var parts = new MultipartFormDataContent
        {
            { new StringContent(clerk.Browser.ValueOf("__RequestVerificationToken")!), "__RequestVerificationToken" },
            { new StringContent("表"), "Title" },
            { new StringContent("Client"), "ShownTo" },
            { new ByteArrayContent(Paper), "file", "a.pdf" },
        };
        using var answer = await clerk.Http.PostAsync(new Uri(address, UriKind.Relative), parts);

        return answer.StatusCode;
    }

    private static async Task AddAsync(Staff clerk, Meeting meeting, params (string Name, string Value)[] fields)
    {
        var address = KeepPapers.AddressOf(meeting.Id);
        await clerk.Browser.GetAsync(address);
        Assert.Equal(HttpStatusCode.Redirect, await clerk.Browser.PostAsync(address, fields, ("file", "資料.pdf", Paper)));
    }

    private static async Task<MeetingPaper> PaperAsync(CircleOfA circle, string title)
    {
        await using var db = circle.Db();

        return await db.MeetingPapers.SingleAsync(paper => paper.Title == title);
    }

    private static async Task<(string Act, string About)[]> OpeningsAsync(CircleOfA circle)
    {
        await using var db = circle.Db();
        var rows = await db.Audit.Where(static row => row.Act == "meeting-paper-opened" || row.Act == "meeting-paper-refused").OrderBy(static row => row.Position).ToListAsync();

        return [.. rows.Select(static row => (row.Act, row.About))];
    }

    private static async Task<(Browser Guest, string Path)> EnterAsync(CircleOfA circle, Participant participant)
    {
        var (guest, path) = await circle.GuestAsync(RoomPurpose.Key, participant.Id);
        await circle.EnterCodeAsync(guest, path, RoomPurpose.Key, participant.Id);

        return (guest, path);
    }

    private async Task<(CircleOfA Circle, Meeting Meeting, Staff Clerk)> InvitedAsync()
    {
        office.Clock.MoveTo(CircleOfA.Tokyo(3, 18, 15));
        var circle = await CircleOfA.InAsync(office);
        var planned = await MeetingStory.PlannedAsync(circle);
        await MeetingStory.ChosenAsync(circle, planned);
        var meeting = await MeetingStory.MeetingAsync(circle, planned);
        await circle.PerformAsync(
            "Office.InviteToMeeting", CircleOfA.Tokyo(3, 18, 15), ("meetingId", planned["meetingId"]), ("participantId", Value.Of(meeting.Participants[4].Id.ToString())));

        return (circle, meeting, await Staff.JoinAsync(office, ["clerk"], circle.OfficeId));
    }

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : MeetingPapersTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : MeetingPapersTests(office), IClassFixture<RunningOffice.OnPostgres>;
}
