using System.Net;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Channels.Documents;
using OfficeWorkflow.Server.Office.Meetings;
using OfficeWorkflow.Server.Office.Meetings.Polls;
using OfficeWorkflow.Server.Tests.Support;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Tests.Office.Meetings.Letters;

/// <summary>The way by paper: a printed letter whose codes somebody else's reader reads (Debian's zbar-tools, which ./check installs), and the paper that comes back.</summary>
public abstract class PrintLetterTests(RunningOffice office)
{
    [Fact]
    public async Task F14_The_printed_codes_open_the_answer_page_and_the_place_for_the_paper()
    {
        var (circle, meeting, staff) = await AskedAsync();
        var commissioner = meeting.Participants[5];

        var codes = await PrintedCodes.ReadAsync(await LetterAsync(staff, meeting, commissioner));

        Assert.Equal(2, codes.Count);
        var guest = new Browser(office.Client());
        Assert.Equal(HttpStatusCode.OK, await guest.GetAsync(new Uri(codes.Single(static code => code.Contains("/g/", StringComparison.Ordinal))).AbsolutePath));
        Assert.Contains("会議の日程のお返事", guest.Text, StringComparison.Ordinal);
        Assert.Contains(codes, code => code.EndsWith($"/meetings/{meeting.Id}/participants/{commissioner.Id}/answer", StringComparison.Ordinal));
        await using var db = circle.Db();
        Assert.Empty(await db.Documents.ToListAsync());
    }

    [Fact]
    public async Task The_letter_names_no_client_and_its_link_is_the_one_that_a_mail_would_carry()
    {
        var (_, meeting, staff) = await AskedAsync();
        var commissioner = meeting.Participants[5];
        var first = await LetterAsync(staff, meeting, commissioner);

        var text = await PrintedCodes.RunAsync("pdftotext", first, "-", "-");

        Assert.DoesNotContain("利用者A", text, StringComparison.Ordinal);
        Assert.Contains("民生委員N 様", text, StringComparison.Ordinal);
        Assert.Equal(await PrintedCodes.ReadAsync(first), await PrintedCodes.ReadAsync(await LetterAsync(staff, meeting, commissioner)));
    }

    [Fact]
    public async Task What_came_back_on_paper_is_entered_for_the_person_and_filed_with_the_case()
    {
        var (circle, meeting, staff) = await AskedAsync();
        var commissioner = meeting.Participants[5];
        var address = RecordAnswer.AddressOf(meeting.Id, commissioner.Id);
        await staff.Browser.GetAsync(address);
        var dates = meeting.Candidates.Select(static (candidate, at) => (PollModel.FieldOf(candidate.Id), at == 0 ? "yes" : "no")).ToList();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, await staff.Browser.PostAsync(address, [.. dates, ("means", "")], ("scan", "a.pdf", "%PDF-1.7 scan"u8.ToArray())));
        Assert.Equal(HttpStatusCode.Redirect, await staff.Browser.PostAsync(address, [.. dates, ("means", "paper"), ("comment", "午後は無理")], ("scan", "a.pdf", "%PDF-1.7 scan"u8.ToArray())));

        await using var db = circle.Db();
        var answers = await db.PollAnswers.ToListAsync();
        Assert.All(answers, answer => Assert.Equal((AnswerMeans.Paper, staff.PersonId, "午後は無理"), (answer.Means, answer.EnteredBy, answer.Comment)));
        Assert.Equal([Availability.Yes, Availability.No], meeting.Candidates.Select(candidate => answers.Single(answer => answer.CandidateId == candidate.Id).Availability));
        Assert.Equal(circle.Client.Id.ToString(), (await db.Documents.SingleAsync()).Subject);
    }

    [Fact]
    public async Task When_the_date_is_fixed_no_letter_is_printed_and_no_answer_entered()
    {
        var (circle, meeting, staff) = await AskedAsync();
        await MeetingStory.ChosenAsync(circle, CircleOfA.Values(("meetingId", Value.Of(meeting.Id.ToString()))));
        var address = RecordAnswer.AddressOf(meeting.Id, meeting.Participants[5].Id);
        await staff.Browser.GetAsync(address);

        Assert.Equal(HttpStatusCode.Conflict, await staff.Browser.PostAsync(address, ("means", "phone")));
        Assert.Equal(HttpStatusCode.Conflict, await PostLetterAsync(staff, meeting, meeting.Participants[5]));
    }

    private static Task<byte[]> LetterAsync(Staff staff, Meeting meeting, Participant participant) =>
        PrintedCodes.PrintAsync(staff, $"/meetings/{meeting.Id}", $"/meetings/{meeting.Id}/participants/{participant.Id}/letter");

    private static Task<HttpStatusCode> PostLetterAsync(Staff staff, Meeting meeting, Participant participant) =>
        staff.PostUnaskedAsync(RecordAnswer.AddressOf(meeting.Id, participant.Id), $"/meetings/{meeting.Id}/participants/{participant.Id}/letter");

    private async Task<(CircleOfA Circle, Meeting Meeting, Staff Staff)> AskedAsync()
    {
        office.Clock.MoveTo(MeetingStory.Asked);
        var circle = await CircleOfA.InAsync(office);
        var planned = await MeetingStory.PlannedAsync(circle);
        var staff = await Staff.JoinAsync(office, ["clerk"], circle.OfficeId);

        return (circle, await MeetingStory.MeetingAsync(circle, planned), staff);
    }

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : PrintLetterTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : PrintLetterTests(office), IClassFixture<RunningOffice.OnPostgres>;
}
