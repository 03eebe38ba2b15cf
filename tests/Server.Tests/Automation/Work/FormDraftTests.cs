using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Automation.Work;
using OfficeWorkflow.Server.Channels.Documents;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Tests.Support;

namespace OfficeWorkflow.Server.Tests.Automation.Work;

public abstract class FormDraftTests(RunningOffice office)
{
    [Fact]
    public async Task A_draft_is_there_again_for_its_author_and_for_nobody_else()
    {
        var desk = await Desk.NewAsync(office, "form=test-visit");
        var (author, other) = (await desk.JoinAsync(Roles.Clerk), await desk.JoinAsync(Roles.Clerk));
        var item = await desk.StartAsync();
        await author.Browser.TakeAsync(item.Id);

        await author.Browser.PostAsync($"/work/{item.Id}/draft", ("wishes", "書きかけ"), ("visitedAt", "まだ"));
        await author.Browser.FollowAsync();
        Assert.Equal(("書きかけ", "まだ"), (author.Browser.ValueOf("wishes"), author.Browser.ValueOf("visitedAt")));
        await author.Browser.PostAsync($"/work/{item.Id}/release");
        await other.Browser.TakeAsync(item.Id);

        Assert.Equal("", other.Browser.ValueOf("wishes"));
        Assert.True((await desk.ReloadAsync(item)).IsOpen);
    }

    [Fact]
    public async Task Rows_are_added_and_removed_without_any_script()
    {
        var desk = await Desk.NewAsync(office, "form=test-visit");
        var clerk = await desk.JoinAsync(Roles.Clerk);
        var item = await desk.StartAsync();
        await clerk.Browser.TakeAsync(item.Id);

        await clerk.Browser.PostAsync($"/work/{item.Id}/draft", ("row", "add:needs"));
        await clerk.Browser.FollowAsync();
        await clerk.Browser.PostAsync($"/work/{item.Id}/draft", ("needs.0.goal", "一つ目"), ("row", "add:needs"));
        await clerk.Browser.FollowAsync();
        await clerk.Browser.PostAsync($"/work/{item.Id}/draft", ("needs.1.goal", "二つ目"), ("row", "remove:needs:0"));
        await clerk.Browser.FollowAsync();

        Assert.Equal(("二つ目", null), (clerk.Browser.ValueOf("needs.0.goal"), clerk.Browser.ValueOf("needs.1.goal")));
    }

    [Fact]
    public async Task A_field_is_asked_as_soon_as_the_draft_makes_it_necessary_and_keeps_its_text_when_not()
    {
        var desk = await Desk.NewAsync(office, "form=test-visit");
        var clerk = await desk.JoinAsync(Roles.Clerk);
        var item = await desk.StartAsync();
        await clerk.Browser.TakeAsync(item.Id);
        Assert.DoesNotContain("名称", clerk.Browser.Text, StringComparison.Ordinal);

        await clerk.Browser.PostAsync($"/work/{item.Id}/draft", ("place", "other"));
        await clerk.Browser.FollowAsync();
        Assert.Contains("名称", clerk.Browser.Text, StringComparison.Ordinal);
        await clerk.Browser.PostAsync($"/work/{item.Id}/draft", ("placeName", "公民館"), ("place", "home"));
        await clerk.Browser.FollowAsync();

        Assert.DoesNotContain("名称", clerk.Browser.Text, StringComparison.Ordinal);
        Assert.Equal("公民館", clerk.Browser.ValueOf("placeName"));
    }

    [Fact]
    public async Task A_draft_saved_on_another_screen_is_told_and_nothing_typed_is_lost()
    {
        var desk = await Desk.NewAsync(office, "form=test-visit");
        var clerk = await desk.JoinAsync(Roles.Clerk);
        var item = await desk.StartAsync();
        await clerk.Browser.TakeAsync(item.Id);
        var elsewhere = new Browser(clerk.Http);
        await elsewhere.GetAsync($"/work/{item.Id}");
        await elsewhere.PostAsync($"/work/{item.Id}/draft", ("wishes", "先に保存"));

        var status = await clerk.Browser.PostAsync($"/work/{item.Id}/draft", ("wishes", "あとから"));

        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains("別の画面で", clerk.Browser.Text, StringComparison.Ordinal);
        Assert.Equal("あとから", clerk.Browser.ValueOf("wishes"));
        await clerk.Browser.PostAsync($"/work/{item.Id}/draft");
        await clerk.Browser.FollowAsync();
        Assert.Equal("あとから", clerk.Browser.ValueOf("wishes"));
    }

    [Fact]
    public async Task A_file_is_kept_with_the_draft_and_one_of_another_kind_is_refused()
    {
        var desk = await Desk.NewAsync(office, "form=test-visit");
        var clerk = await desk.JoinAsync(Roles.Clerk);
        var item = await desk.StartAsync();
        await clerk.Browser.TakeAsync(item.Id);

        var refused = await clerk.Browser.PostAsync($"/work/{item.Id}/completion", [("wishes", "通いたい")], ("scan", "memo.txt", "ただの文"u8.ToArray()));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused);
        Assert.Equal("通いたい", clerk.Browser.ValueOf("wishes"));
        var stillWrong = await clerk.Browser.PostAsync($"/work/{item.Id}/completion", [], ("scan", "同意書.pdf", Encoding.ASCII.GetBytes("%PDF-1.7\n%%EOF\n")));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, stillWrong);
        Assert.Contains("付いているもの: 同意書.pdf", clerk.Browser.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, await clerk.Browser.PostAsync($"/work/{item.Id}/completion", ("place", "home")));
    }

    [Fact]
    public async Task A_file_of_another_case_cannot_be_claimed()
    {
        var desk = await Desk.NewAsync(office, "form=test-visit");
        var clerk = await desk.JoinAsync(Roles.Clerk);
        var item = await desk.StartAsync();
        await clerk.Browser.TakeAsync(item.Id);

        var status = await clerk.Browser.PostAsync(
            $"/work/{item.Id}/completion", ("place", "home"), ("wishes", "通いたい"), ("scan", Guid.CreateVersion7().ToString()));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("href=\"#scan\"", clerk.Browser.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_who_may_do_the_work_puts_papers_into_its_case_and_the_audit_says_so()
    {
        var desk = await Desk.NewAsync(office, "form=test-visit");
        var item = await desk.StartAsync();
        var (auditor, other, holder) = (await desk.JoinAsync(Roles.Auditor), await desk.JoinAsync(Roles.Clerk), await desk.JoinAsync(Roles.Clerk));
        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (await ForgeAsync(auditor, item, "draft"), await ForgeAsync(auditor, item, "completion")));
        await holder.Browser.TakeAsync(item.Id);

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Conflict), (await ForgeAsync(other, item, "draft"), await ForgeAsync(other, item, "completion")));
        Assert.Equal((0, 0), await PapersAsync(desk, item));
        Assert.Equal(HttpStatusCode.Redirect, await ForgeAsync(holder, item, "draft"));
        Assert.Equal((1, 1), await PapersAsync(desk, item));
        await holder.Browser.GetAsync($"/work/{item.Id}");
        Assert.Equal(HttpStatusCode.Redirect, await holder.Browser.PostAsync($"/work/{item.Id}/completion", ("place", "home"), ("wishes", "通いたい")));

        Assert.Equal(HttpStatusCode.Conflict, await ForgeAsync(holder, item, "draft"));
        Assert.Equal((1, 1), await PapersAsync(desk, item));
    }

    private static async Task<HttpStatusCode> ForgeAsync(Staff staff, WorkItem item, string act)
    {
        await staff.Browser.GetAsync("/work");
        var forged = new Browser(staff.Http);
        await forged.ShowAsync(staff.Browser.Html.Replace("action=\"/sign-out\"", $"action=\"/work/{item.Id}/{act}\"", StringComparison.Ordinal));
        return await forged.PostAsync($"/work/{item.Id}/{act}", [("operationId", "forged")], ("scan", "別人.pdf", "%PDF-1.7\n%%EOF\n"u8.ToArray()));
    }

    private static async Task<(int Papers, int Rows)> PapersAsync(Desk desk, WorkItem item)
    {
        await using var db = desk.Cases.Db();
        return (
            await db.Set<Document>().CountAsync(row => row.CaseId == item.CaseId),
            await db.Set<AuditEntry>().CountAsync(row => row.CaseId == item.CaseId && row.Act == "work-file-added"));
    }

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : FormDraftTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : FormDraftTests(office), IClassFixture<RunningOffice.OnPostgres>;
}
