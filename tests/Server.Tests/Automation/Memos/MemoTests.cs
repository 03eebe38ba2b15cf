using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Automation.Memos;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Tests.Automation.Work;
using OfficeWorkflow.Server.Tests.Support;

namespace OfficeWorkflow.Server.Tests.Automation.Memos;

/// <summary>Row C22 of the table of features: a telephone call becomes work of its own, and later belongs to a case.</summary>
public abstract class MemoTests(RunningOffice office)
{
    [Fact]
    public async Task C22_Stand_alone_a_phone_memo_is_seen_to_and_later_put_to_a_case_as_it_was_written()
    {
        var desk = await Desk.NewAsync(office, "");
        var (writer, doer) = (await desk.JoinAsync(Roles.Clerk, "電話を取った人"), await desk.JoinAsync(Roles.Clerk, "対応する人"));
        var item = await desk.StartAsync("利用者A");
        var memo = await WriteAsync(writer, doer.PersonId, "退院の日が決まった");
        await doer.Browser.GetAsync("/work");
        Assert.Contains("電話メモ（これから1件）", doer.Browser.Text, StringComparison.Ordinal);
        await doer.Browser.GetAsync($"{memo}/cases?q={Uri.EscapeDataString("利用者A")}");

        Assert.Equal(HttpStatusCode.Redirect, await doer.Browser.PostAsync($"{memo}/case", ("case", item.CaseId.ToString())));
        await doer.Browser.FollowAsync();
        await doer.Browser.PostAsync($"{memo}/completion");
        await doer.Browser.GetAsync($"/cases/{item.CaseId}");
        Assert.Contains("電話メモ（令和8年1月19日(月) 09:00、電話を取った人が書いた） 用件: 退院の日が決まった だれから: M市の病院 3月に退院。𠮷田さんへ折り返し。", doer.Browser.Text, StringComparison.Ordinal);
        await doer.Browser.GetAsync(memo);
        Assert.Contains("対応する人さんが済みにしました", doer.Browser.Text, StringComparison.Ordinal);
        await doer.Browser.GetAsync("/work");
        Assert.DoesNotContain("これから1件", doer.Browser.Text, StringComparison.Ordinal);

        await using var db = office.Db();
        var about = "memo:" + memo["/memos/".Length..];
        Assert.Equal(
            ["memo-attached", "memo-done", "memo-written"],
            await db.Audit.Where(row => row.OfficeId == doer.OfficeId && row.About == about && row.Act != "memo-opened").Select(static row => row.Act).OrderBy(static act => act).ToListAsync());
    }

    [Fact]
    public async Task Who_does_not_have_it_learns_nothing_of_it_until_they_take_it_and_of_two_one_gets_it()
    {
        var officeId = await office.NewOfficeAsync();
        var writer = await Staff.JoinAsync(office, [Roles.Clerk], officeId);
        var (one, other) = (await Staff.JoinAsync(office, [Roles.Clerk], officeId, "先の人"), await Staff.JoinAsync(office, [Roles.Clerk], officeId));
        var memo = await WriteAsync(writer, assignee: null, "用件の秘");
        foreach (var path in new[] { "/memos", memo, $"{memo}/cases", "/work" })
        {
            var status = await other.Browser.GetAsync(path);
            Assert.Equal((path, path.StartsWith("/memos/", StringComparison.Ordinal) ? HttpStatusCode.NotFound : HttpStatusCode.OK), (path, status));
            Assert.DoesNotContain("秘", other.Browser.Html, StringComparison.Ordinal);
        }

        await one.Browser.GetAsync("/memos");
        await other.Browser.GetAsync("/memos");
        Assert.Equal(HttpStatusCode.Redirect, await one.Browser.PostAsync($"{memo}/claim"));
        Assert.Equal(HttpStatusCode.Conflict, await other.Browser.PostAsync($"{memo}/claim"));
        Assert.Contains("先の人さんが引き受けました", other.Browser.Text, StringComparison.Ordinal);
        await one.Browser.FollowAsync();
        Assert.Contains("用件の秘", one.Browser.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await other.Browser.GetAsync(memo));
    }

    [Fact]
    public async Task What_is_wrong_is_said_at_its_field_and_nothing_typed_is_lost()
    {
        var writer = await Staff.JoinAsync(office, [Roles.Clerk]);
        await writer.Browser.GetAsync("/memos/new");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, await writer.Browser.PostAsync(
            "/memos", ("heading", ""), ("text", new string('あ', WriteMemo.LongestText + 1)), ("dueOn", "きのう"), ("caller", "M市の病院")));

        Assert.Contains("「用件」を", writer.Browser.Text, StringComparison.Ordinal);
        Assert.Contains("「いつまでに」は", writer.Browser.Text, StringComparison.Ordinal);
        Assert.Contains("「内容」は3000文字まで", writer.Browser.Text, StringComparison.Ordinal);
        Assert.Equal("M市の病院", writer.Browser.ValueOf("caller"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await writer.Browser.PostAsync("/memos", ("heading", "x"), ("text", ""), ("dueOn", ""), ("assignee", Guid.CreateVersion7().ToString())));
    }

    [Fact]
    public async Task It_is_put_to_one_case_and_to_none_of_another_office()
    {
        var (desk, foreign) = (await Desk.NewAsync(office, ""), await Desk.NewAsync(office, ""));
        var writer = await desk.JoinAsync(Roles.Clerk);
        var (first, second, theirs) = (await desk.StartAsync("一人目"), await desk.StartAsync("二人目"), await foreign.StartAsync("よその人"));
        var memo = await WriteAsync(writer, writer.PersonId, "用件");
        await writer.Browser.GetAsync($"{memo}/cases");
        Assert.DoesNotContain("よその人", writer.Browser.Text, StringComparison.Ordinal);
        var page = writer.Browser.Again();

        Assert.Equal(HttpStatusCode.NotFound, await writer.Browser.PostAsync($"{memo}/case", ("case", theirs.CaseId.ToString())));
        Assert.Equal(HttpStatusCode.Redirect, await page.Again().PostAsync($"{memo}/case", ("case", first.CaseId.ToString())));
        Assert.Equal(HttpStatusCode.Conflict, await page.Again().PostAsync($"{memo}/case", ("case", second.CaseId.ToString())));
    }

    private static async Task<string> WriteAsync(Staff writer, Guid? assignee, string heading)
    {
        await writer.Browser.GetAsync("/memos/new");
        Assert.Equal(HttpStatusCode.Redirect, await writer.Browser.PostAsync(
            "/memos", ("heading", heading), ("caller", "M市の病院"), ("text", "3月に退院。𠮷田さんへ折り返し。"), ("assignee", assignee?.ToString() ?? ""), ("dueOn", "R8.1.22")));
        return Regex.Match(writer.Browser.Location!, "/memos/[0-9a-f-]{36}", RegexOptions.None, TimeSpan.FromSeconds(1)).Value;
    }

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : MemoTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : MemoTests(office), IClassFixture<RunningOffice.OnPostgres>;
}
