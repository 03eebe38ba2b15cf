using System.Net;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Tests.Support;

namespace OfficeWorkflow.Server.Tests.Automation.Work;

/// <summary>Row C5 of the table of features: substitution by date range. Its clock moves, so it has offices of its own.</summary>
public abstract class SubstitutionRowTests(RunningOffice office)
{
    [Fact]
    public async Task C5_Substitution_by_date_range_is_in_the_substitutes_inbox_during_the_leave_back_afterwards_and_named_in_the_history()
    {
        var desk = await Desk.NewAsync(office, "form=test-visit", Roles.Clerk);
        var (away, substitute) = (await desk.JoinAsync(Roles.Clerk, "休む人"), await desk.JoinAsync(Roles.Assistant, "代わりの人"));
        var (done, left) = (await desk.StartAsync(), await desk.StartAsync());
        await away.Browser.TakeAsync(done.Id);
        await away.Browser.TakeAsync(left.Id);
        await away.Browser.GetAsync("/absences");
        await away.Browser.PostAsync("/absences", ("substitute", substitute.PersonId.ToString()), ("fromOn", "R8.1.20"), ("untilOn", "R8.1.21"));

        Assert.DoesNotContain(left.Id.ToString(), await InboxAsync(substitute), StringComparison.Ordinal);
        office.Clock.MoveTo(office.Clock.GetUtcNow().AddDays(1));
        substitute = await AgainAsync(substitute);
        Assert.Contains(left.Id.ToString(), await InboxAsync(substitute), StringComparison.Ordinal);
        await substitute.Browser.GetAsync($"/work/{done.Id}");
        Assert.Contains("休む人さんの不在の間、あなたが代行しています", substitute.Browser.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, await substitute.Browser.PostAsync($"/work/{done.Id}/completion", ("place", "home"), ("wishes", "通いたい")));
        office.Clock.MoveTo(office.Clock.GetUtcNow().AddDays(2));
        (away, substitute) = (await AgainAsync(away), await AgainAsync(substitute));

        Assert.DoesNotContain(left.Id.ToString(), await InboxAsync(substitute), StringComparison.Ordinal);
        await substitute.Browser.GetAsync($"/work/{left.Id}");
        Assert.DoesNotContain($"/work/{left.Id}/completion", substitute.Browser.Html, StringComparison.Ordinal);
        Assert.Contains(left.Id.ToString(), await InboxAsync(away), StringComparison.Ordinal);
        await away.Browser.GetAsync($"/cases/{done.CaseId}");
        Assert.Contains("代わりの人（休む人さんの代行）", away.Browser.Text, StringComparison.Ordinal);
        Assert.Equal((substitute.PersonId, away.PersonId), ((await desk.ReloadAsync(done)).FinishedById, (await desk.ReloadAsync(done)).FinishedForId));
    }

    [Fact]
    public async Task Nobody_stands_in_who_is_away_and_nobody_arranges_the_leave_of_others_but_a_lead()
    {
        var desk = await Desk.NewAsync(office, "");
        var (one, two, lead) = (await desk.JoinAsync(Roles.Clerk, "一人目"), await desk.JoinAsync(Roles.Clerk, "二人目"), await desk.JoinAsync(Roles.Manager, "管理"));
        var (from, until) = ("R9.2.1", "R9.2.5");
        await one.Browser.GetAsync("/absences");
        await one.Browser.PostAsync("/absences", ("substitute", lead.PersonId.ToString()), ("fromOn", from), ("untilOn", until));

        await two.Browser.GetAsync("/absences");
        Assert.DoesNotContain("取りやめる", two.Browser.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await two.Browser.PostAsync("/absences", ("substitute", one.PersonId.ToString()), ("fromOn", from), ("untilOn", until)));
        Assert.Contains("一人目さんは令和9年2月1日から令和9年2月5日まで不在です", two.Browser.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await two.Browser.PostAsync("/absences", ("person", one.PersonId.ToString()), ("substitute", two.PersonId.ToString()), ("fromOn", "R9.3.1"), ("untilOn", "R9.3.2")));
        await lead.Browser.GetAsync("/absences");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await lead.Browser.PostAsync("/absences", ("person", lead.PersonId.ToString()), ("substitute", two.PersonId.ToString()), ("fromOn", from), ("untilOn", until)));
        Assert.Contains("一人目さんの代行をすることになっています", lead.Browser.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, await lead.Browser.PostAsync("/absences", ("person", two.PersonId.ToString()), ("substitute", lead.PersonId.ToString()), ("fromOn", from), ("untilOn", until)));
    }

    /// <summary>Signs in on another day.</summary>
    private Task<Staff> AgainAsync(Staff staff) => Staff.SignInAsync(office, staff.PersonId, staff.OfficeId, staff.Mail);

    private static async Task<string> InboxAsync(Staff staff)
    {
        await staff.Browser.GetAsync("/work");
        return staff.Browser.Html;
    }

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : SubstitutionRowTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : SubstitutionRowTests(office), IClassFixture<RunningOffice.OnPostgres>;
}
