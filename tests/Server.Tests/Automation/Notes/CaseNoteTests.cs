using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Automation.Notes;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Tests.Support;

namespace OfficeWorkflow.Server.Tests.Automation.Notes;

public abstract class CaseNoteTests(RunningOffice office)
{
    private static readonly byte[] Pdf = "%PDF-1.7\n%%EOF"u8.ToArray();

    [Fact]
    public async Task A_note_stays_with_the_case_and_is_told_in_its_story()
    {
        var (staff, page) = await CaseAsync();

        await staff.Browser.PostAsync(page + "/notes", ("text", "𠮷田様の件\r\n明日もう一度電話する"));
        var address = staff.Browser.Location!;
        await staff.Browser.GetAsync(page);

        Assert.StartsWith(page + "#note-", address, StringComparison.Ordinal);
        Assert.Contains("メモと書類（1 件）", staff.Browser.Text, StringComparison.Ordinal);
        Assert.Contains("メモを残しました: 𠮷田様の件", staff.Browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_papers_of_one_name_are_both_kept()
    {
        var (staff, page) = await CaseAsync();

        await staff.Browser.PostAsync(page + "/notes", [("text", "")], ("files", "同意書.pdf", Pdf));
        await staff.Browser.GetAsync(page);
        await staff.Browser.PostAsync(page + "/notes", [("text", "差しかえ")], ("files", "同意書.pdf", [.. Pdf, 10]));
        await staff.Browser.GetAsync(page);
        var links = Regex.Matches(staff.Browser.Html, "href=\"(/documents/[^\"]*)\">同意書.pdf<", RegexOptions.None, TimeSpan.FromSeconds(1)).Select(match => match.Groups[1].Value).ToList();

        Assert.Equal(2, links.Distinct(StringComparer.Ordinal).Count());
        foreach (var link in links)
        {
            Assert.Equal(HttpStatusCode.OK, await staff.Browser.GetAsync(link));
        }
    }

    [Fact]
    public async Task An_empty_note_and_a_paper_of_no_known_kind_are_refused_and_what_was_written_stays()
    {
        var (staff, page) = await CaseAsync();

        var empty = await staff.Browser.PostAsync(page + "/notes", ("text", " 　"));
        var emptyText = staff.Browser.Text;
        var program = await staff.Browser.PostAsync(page + "/notes", [("text", "大事なメモ")], ("files", "virus.exe", "MZ…"u8.ToArray()));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (empty, program));
        Assert.Contains("メモを書くか、書類を選んでください", emptyText, StringComparison.Ordinal);
        Assert.Contains("「virus.exe」: このファイルは保存できません", staff.Browser.Text, StringComparison.Ordinal);
        Assert.Equal("大事なメモ", staff.Browser.ValueOf("text"));
        await using var db = office.Db();
        Assert.False(await db.CaseNotes.AnyAsync(note => note.OfficeId == staff.OfficeId));
    }

    [Fact]
    public async Task Who_is_shown_the_case_again_for_a_refused_note_has_opened_it()
    {
        var (staff, page) = await CaseAsync();
        var other = await Staff.JoinAsync(office, [Roles.Clerk], staff.OfficeId);

        var refused = await other.PostUnaskedAsync("/work", page + "/notes", ("text", " "));
        var kept = await other.PostUnaskedAsync("/work", page + "/notes", ("text", "残すこと"));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.Redirect), (refused, kept));
        await using var db = office.Db();
        Assert.Equal(1, await db.Audit.CountAsync(row => row.PersonId == other.PersonId && row.Act == "case-opened" && row.About == $"case:{page.Replace("/cases/", "", StringComparison.Ordinal)}"));
    }

    [Fact]
    public async Task The_auditor_reads_notes_and_a_stranger_finds_nothing()
    {
        var (staff, page) = await CaseAsync();
        await staff.Browser.PostAsync(page + "/notes", ("text", "大事なメモ"));
        var auditor = await Staff.JoinAsync(office, [Roles.Auditor], staff.OfficeId);
        var stranger = await Staff.JoinAsync(office, [Roles.Clerk]);

        await auditor.Browser.GetAsync(page);
        var read = auditor.Browser.Text;
        await stranger.Browser.GetAsync("/clients/new");
        await stranger.Browser.ShowAsync(stranger.Browser.Html.Replace("action=\"/clients\"", $"action=\"{page}/notes\"", StringComparison.Ordinal));
        var written = await stranger.Browser.PostAsync(page + "/notes", [("text", "のぞき見")], ("files", "a.pdf", Pdf));

        Assert.Contains("大事なメモ", read, StringComparison.Ordinal);
        Assert.DoesNotContain("メモを残す", read, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await stranger.Browser.GetAsync(page));
        Assert.Equal(HttpStatusCode.NotFound, written);
    }

    private async Task<(Staff Staff, string Page)> CaseAsync()
    {
        var staff = await Staff.JoinAsync(office, [Roles.Clerk]);
        var cases = new Cases(office, staff.OfficeId);
        await cases.PublishAsync("note", new Bpmn("note").Start().Work("task").End().Path("start", "task", "end"));
        var file = await cases.StartAsync("note");
        var page = $"/cases/{file.Id}";
        await staff.Browser.GetAsync(page);
        return (staff, page);
    }

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : CaseNoteTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : CaseNoteTests(office), IClassFixture<RunningOffice.OnPostgres>;
}
