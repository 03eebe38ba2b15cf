using System.Net;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Channels.Documents;
using OfficeWorkflow.Server.Office.Meetings;
using OfficeWorkflow.Server.Office.Meetings.Opinions;
using OfficeWorkflow.Server.Tests.Support;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Tests.Office.Meetings.Letters;

/// <summary>意見照会 by FAX: one sheet that names no client, and the scan that comes back, filed where it belongs while the case goes on.</summary>
public abstract class PrintInquiryTests(RunningOffice office)
{
    [Fact]
    public async Task The_sheet_fits_one_page_names_no_client_and_its_codes_open_the_two_places()
    {
        var (story, meeting, commissioner) = await AskedAsync();
        var staff = await Staff.JoinAsync(office, ["clerk"], story.Circle.OfficeId);

        var sheet = await PrintAsync(staff, meeting, commissioner);

        Assert.Matches("Pages: +1\n", await PrintedCodes.RunAsync("pdfinfo", sheet, "-"));
        var text = await PrintedCodes.RunAsync("pdftotext", sheet, "-", "-");
        Assert.DoesNotContain("利用者A", text, StringComparison.Ordinal);
        Assert.Contains("民生委員N 様", text, StringComparison.Ordinal);
        var codes = await PrintedCodes.ReadAsync(sheet);
        Assert.Equal(2, codes.Count);
        Assert.Contains(codes, code => code.EndsWith(RecordOpinion.AddressOf(meeting.Id, commissioner.Id), StringComparison.Ordinal));
        var path = new Uri(codes.Single(static code => code.Contains("/g/", StringComparison.Ordinal))).AbsolutePath;
        var guest = new Browser(office.Client());
        await guest.GetAsync(path);
        Assert.DoesNotContain("利用者A", guest.Text, StringComparison.Ordinal);
        await story.Circle.EnterCodeAsync(guest, path, OpinionPurpose.Key, commissioner.Id);
        Assert.Contains("利用者A", guest.Text, StringComparison.Ordinal);
        Assert.Equal(codes, await PrintedCodes.ReadAsync(await PrintAsync(staff, meeting, commissioner)));
    }

    [Fact]
    public async Task The_scan_that_comes_back_is_filed_with_the_case_and_the_case_goes_on()
    {
        var (story, meeting, commissioner) = await AskedAsync();
        var staff = await Staff.JoinAsync(office, ["clerk"], story.Circle.OfficeId);
        var address = RecordOpinion.AddressOf(meeting.Id, commissioner.Id);
        await staff.Browser.GetAsync(address);

        Assert.Equal(
            HttpStatusCode.UnprocessableEntity,
            await staff.Browser.PostAsync(address, [("means", "fax"), ("content", "見守れる。")], ("scan", "a.exe", "MZ not a paper"u8.ToArray())));
        Assert.Equal("opinion", await story.DoingAsync());
        Assert.Equal(
            HttpStatusCode.Redirect,
            await staff.Browser.PostAsync(address, [("means", "fax"), ("content", "見守れる。")], ("scan", "a.pdf", "%PDF-1.7 scan"u8.ToArray())));
        await office.DrainAsync();

        Assert.Equal("minutes", await story.DoingAsync());
        await using var db = story.Circle.Db();
        var inquiry = await db.OpinionInquiries.SingleAsync();
        Assert.Equal((AnswerMeans.Fax, "見守れる。", staff.PersonId), (inquiry.Means, inquiry.Content, inquiry.EnteredBy));
        var scan = await db.Documents.SingleAsync(static document => document.Name == "a.pdf");
        Assert.Equal((story.Circle.Client.Id.ToString(), meeting.CaseId), (scan.Subject, scan.CaseId));
        Assert.Equal(HttpStatusCode.Conflict, await PostAsync(staff, meeting, commissioner));
        Assert.Equal(HttpStatusCode.Conflict, await PostAsync(staff, meeting, meeting.Participants[4]));
    }

    [Fact]
    public async Task After_the_client_took_consent_back_the_page_behind_the_link_shows_no_plan()
    {
        var (story, meeting, commissioner) = await AskedAsync();
        var staff = await Staff.JoinAsync(office, ["clerk"], story.Circle.OfficeId);
        var codes = await PrintedCodes.ReadAsync(await PrintAsync(staff, meeting, commissioner));
        await using (var db = story.Circle.Db())
        {
            foreach (var consent in await db.Set<OfficeWorkflow.Server.Office.Privacy.PrivacyConsent>().ToListAsync())
            {
                consent.Withdraw(new DateOnly(2026, 3, 18));
            }

            await db.SaveChangesAsync();
        }

        var path = new Uri(codes.Single(static code => code.Contains("/g/", StringComparison.Ordinal))).AbsolutePath;
        var guest = new Browser(office.Client());
        await story.Circle.EnterCodeAsync(guest, path, OpinionPurpose.Key, commissioner.Id);

        Assert.DoesNotContain("音楽", guest.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("利用者A", guest.Text, StringComparison.Ordinal);
    }

    private static Task<byte[]> PrintAsync(Staff staff, Meeting meeting, Participant participant) =>
        PrintedCodes.PrintAsync(staff, $"/meetings/{meeting.Id}", $"/meetings/{meeting.Id}/participants/{participant.Id}/inquiry-sheet");

    private static Task<HttpStatusCode> PostAsync(Staff staff, Meeting meeting, Participant participant) =>
        staff.PostUnaskedAsync(RecordOpinion.AddressOf(meeting.Id, participant.Id), $"/meetings/{meeting.Id}/participants/{participant.Id}/inquiry-sheet");

    private async Task<(ShippedStory Story, Meeting Meeting, Participant Commissioner)> AskedAsync()
    {
        var story = await ShippedStory.InAsync(office, CircleOfA.Tokyo(3, 16, 10));
        await story.StartAsync("meeting");
        await story.FinishAsync("meeting-plan", [.. MeetingStory.Plan(story.Circle, MeetingStory.Everybody(story.Circle)).Fields.Select(static field => (field.Key, field.Value))]);
        await using var db = story.Circle.Db();
        var meeting = await db.WholeMeetings.SingleAsync();
        var commissioner = meeting.Participants.OrderBy(static one => one.Place).ElementAt(5);
        await story.UntilAsync(CircleOfA.Tokyo(3, 18, 9));
        await story.FinishAsync("meeting-choose", ("candidate", Value.Of(meeting.Candidates[0].Id.ToString())), ("absent", Value.Of(Value.Of(commissioner.Id.ToString()))));
        await office.DrainAsync();
        Assert.Equal("opinion", await story.DoingAsync());

        return (story, meeting, commissioner);
    }

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : PrintInquiryTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : PrintInquiryTests(office), IClassFixture<RunningOffice.OnPostgres>;
}
