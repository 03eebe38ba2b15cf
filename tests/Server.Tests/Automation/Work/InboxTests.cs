using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using OfficeWorkflow.Server.Automation.Work;
using OfficeWorkflow.Server.Automation.Work.Lists;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Tests.Support;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.Tests.Automation.Work;

public abstract partial class InboxTests(RunningOffice office)
{
    [Fact]
    public async Task Every_count_equals_its_list()
    {
        var desk = await Desk.NewAsync(office, "dueAt=2026-01-01", Roles.Clerk);
        var clerk = await desk.JoinAsync(Roles.Clerk);
        var taken = await desk.StartAsync();
        await desk.StartAsync();
        await desk.StartAsync();
        await clerk.Browser.GetAsync($"/work/{taken.Id}");
        await clerk.Browser.PostAsync($"/work/{taken.Id}/claim");
        var done = await desk.StartAsync();
        await clerk.Browser.TakeAsync(done.Id);
        await clerk.Browser.PostAsync($"/work/{done.Id}/completion");

        foreach (var scope in Enum.GetValues<InboxScope>())
        {
            var model = await ListAsync(clerk, new ListWork.Query(scope, WorkFilter.None, null));
            Assert.Equal(model.Total, model.Lines.Count);
        }

        var counts = (await ListAsync(clerk, new ListWork.Query(InboxScope.Mine, WorkFilter.None, null))).Counts;
        Assert.Equal((1, 3, 4, 1), (counts[InboxScope.Mine], counts[InboxScope.Roles], counts[InboxScope.All], counts[InboxScope.Done]));
    }

    [Fact]
    public async Task Work_of_another_role_is_not_mine_to_take()
    {
        var desk = await Desk.NewAsync(office, "", Roles.Specialist);
        var clerk = await desk.JoinAsync(Roles.Clerk);
        var item = await desk.StartAsync();
        await clerk.Browser.GetAsync("/work?scope=roles");
        Assert.Contains("あなたの役割で引き受けられる作業はありません", clerk.Browser.Text, StringComparison.Ordinal);

        await clerk.Browser.GetAsync($"/work/{item.Id}");

        Assert.Contains("「相談支援専門員」の作業です", clerk.Browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A8_Work_that_is_moved_into_another_lane_has_other_candidates()
    {
        var desk = await Desk.NewAsync(office, "", Roles.Clerk);
        var (clerk, specialist) = (await desk.JoinAsync(Roles.Clerk), await desk.JoinAsync(Roles.Specialist));
        var before = await desk.StartAsync("利用者A");
        await desk.Cases.PublishAsync("desk", new Bpmn("desk").Start().Work("task").Work("after").End().Path("start", "task", "after", "end").Lane(Roles.Specialist, "task"));

        var after = await desk.StartAsync("利用者B");

        Assert.Equal([(before.Id, true), (after.Id, false)], [await ClaimableAsync(clerk, before.Id), await ClaimableAsync(clerk, after.Id)]);
        Assert.Equal([(before.Id, false), (after.Id, true)], [await ClaimableAsync(specialist, before.Id), await ClaimableAsync(specialist, after.Id)]);
    }

    /// <summary>Whether work stands among what somebody may take, and offers it on its page.</summary>
    private static async Task<(Guid Work, bool IsTheirs)> ClaimableAsync(Staff staff, Guid work)
    {
        await staff.Browser.GetAsync("/work?scope=roles");
        var isListed = staff.Browser.Html.Contains($"/work/{work}", StringComparison.Ordinal);
        await staff.Browser.GetAsync($"/work/{work}");
        Assert.Equal(isListed, staff.Browser.Html.Contains($"action=\"/work/{work}/claim\"", StringComparison.Ordinal));

        return (work, isListed);
    }

    [Theory]
    [InlineData("ヤマダ")]
    [InlineData("やまだ")]
    [InlineData("ﾔﾏﾀﾞ")]
    [InlineData("やまだ　TASK")]
    public async Task Search_minds_neither_width_nor_kana(string search)
    {
        var desk = await Desk.NewAsync(office, "");
        var clerk = await desk.JoinAsync(Roles.Clerk);
        await desk.StartAsync("ヤマダ（利用者A）");
        await desk.StartAsync("利用者B");

        await clerk.Browser.GetAsync($"/work?scope=all&q={Uri.EscapeDataString(search)}");

        Assert.Contains("全1件のうち1件", clerk.Browser.Text, StringComparison.Ordinal);
        Assert.Equal(search, clerk.Browser.ValueOf("q"));
    }

    [Fact]
    public async Task Pages_neither_repeat_nor_skip_while_others_work()
    {
        var desk = await Desk.NewAsync(office, "dueAt=2026-01-30");
        var clerk = await desk.JoinAsync(Roles.Clerk);
        var all = new List<Guid>();
        for (var number = 0; number < ListWork.PageSize + 5; number++)
        {
            all.Add((await desk.StartAsync()).Id);
        }

        var first = await ListAsync(clerk, new ListWork.Query(InboxScope.All, WorkFilter.None, null));
        var finished = first.Lines[0].Id;
        await clerk.Browser.TakeAsync(finished);
        await clerk.Browser.PostAsync($"/work/{finished}/completion");
        var after = Cursor().Match(first.Next!).Groups["after"].Value;
        var second = await ListAsync(clerk, new ListWork.Query(InboxScope.All, WorkFilter.None, after));

        var seen = first.Lines.Concat(second.Lines).Where(static line => line.Name == "task").Select(static line => line.Id).ToList();
        Assert.Equal(all.Order(), seen.Order());
    }

    [Fact]
    public async Task The_filter_stays_in_the_address()
    {
        var desk = await Desk.NewAsync(office, "");
        var clerk = await desk.JoinAsync(Roles.Clerk);

        Assert.Equal(HttpStatusCode.OK, await clerk.Browser.GetAsync("/work?scope=all&q=%E3%81%82"));

        Assert.Contains("/work?scope=overdue&amp;q=%E3%81%82", clerk.Browser.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/work?scope=nonsense")]
    [InlineData("/work?after=nonsense")]
    [InlineData("/work?after=99999999999999999999-x")]
    [InlineData("/work?finished=0198b2a0-0000-7000-8000-000000000000")]
    [InlineData("/work?q=%25_%27")]
    public async Task A_wrong_address_still_shows_an_inbox(string address)
    {
        var clerk = await Staff.JoinAsync(office, [Roles.Clerk]);

        Assert.Equal(HttpStatusCode.OK, await clerk.Browser.GetAsync(address));
    }

    private async Task<ListWork.Model> ListAsync(Staff staff, ListWork.Query query)
    {
        await using var db = office.Db(new Scope.Person(staff.PersonId, staff.OfficeId));
        var viewer = new Viewer(staff.PersonId, "職員", staff.OfficeId, "事業所", [Roles.Clerk]);
        return await ListWork.HandleAsync(query, finished: null, viewer, db, office.Services.GetRequiredService<WorkDesk>(), CancellationToken.None);
    }

    [GeneratedRegex("after=(?<after>[^&]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Cursor();

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : InboxTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : InboxTests(office), IClassFixture<RunningOffice.OnPostgres>;
}
