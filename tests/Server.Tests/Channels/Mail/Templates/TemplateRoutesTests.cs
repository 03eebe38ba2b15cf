using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OfficeWorkflow.Server.Automation.Procedures;
using OfficeWorkflow.Server.Channels.Mail;
using OfficeWorkflow.Server.Channels.Mail.Templates;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Tests.Support;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Tests.Channels.Mail.Templates;

public abstract class TemplateRoutesTests(RunningOffice office) : IAsyncLifetime
{
    private const string Poll = "/mail/templates/meeting-poll";

    private readonly Correspondence letters = new(office);

    private Staff administrator = null!;

    public async Task InitializeAsync()
    {
        await letters.OpenAsync();
        await using var db = office.Db();
        await OfficeWordings.SeedAsync(db, letters.OfficeId, office.Clock.GetUtcNow(), CancellationToken.None);
        administrator = await Staff.JoinAsync(office, [Roles.Administrator], letters.OfficeId);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Every_shipped_wording_is_listed_and_seeding_twice_adds_nothing()
    {
        await using var db = office.Db();
        await OfficeWordings.SeedAsync(db, letters.OfficeId, office.Clock.GetUtcNow(), CancellationToken.None);

        await administrator.Browser.GetAsync("/mail/templates");

        Assert.Equal(ShippedMails.All.Count, await db.MailTemplates.CountAsync(row => row.OfficeId == letters.OfficeId));
        Assert.All(ShippedMails.All.Keys, key => Assert.Contains($"/mail/templates/{key}", administrator.Browser.Html, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_change_is_a_new_version_that_the_next_mail_uses()
    {
        await administrator.Browser.GetAsync("/mail/templates/draft-submitted");
        Assert.Equal(HttpStatusCode.Redirect, await administrator.Browser.PostAsync("/mail/templates/draft-submitted", ("Subject", "提出しました"), ("Body", "{{name}} 様\n短く。")));

        var mail = await letters.PutAsync(letters.Order());

        Assert.Equal(("提出しました", "市の職員N 様\n短く。\n", 2), (mail.Subject, mail.Text, mail.TemplateVersion));
    }

    [Fact]
    public async Task Whatever_a_shipped_wording_can_be_filled_with_is_named_in_Japanese_where_it_is_changed()
    {
        var names = ShippedMails.All.Values.SelectMany(static wording => Placeholders.Of(wording).Concat(Placeholders.Items(wording).SelectMany(static list => list.Value)))
            .Union(Postbox.CommonNames, StringComparer.Ordinal).ToList();

        Assert.True(names.Count > 10);
        Assert.All(names, static name => Assert.DoesNotContain(name, MarkWords.Of(name), StringComparison.Ordinal));
        await administrator.Browser.GetAsync(Poll);
        Assert.Contains("{{answersBy}} 返事の期限", administrator.Browser.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("meeting-poll", administrator.Browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_preview_shows_where_things_go_and_saves_nothing()
    {
        await administrator.Browser.GetAsync(Poll);

        Assert.Equal(HttpStatusCode.OK, await administrator.Browser.PostAsync(Poll, ("Body", "{{name}} 様、{{answersBy}}までに\n{{link}}"), ("Act", "preview")));

        Assert.Contains("【送る相手の名前】 様、【返事の期限】までに", administrator.Browser.Text, StringComparison.Ordinal);
        Assert.Single(await VersionsAsync("meeting-poll"));
    }

    [Fact]
    public async Task E5_A_preview_on_a_real_case_says_what_that_case_would_say_but_never_its_link()
    {
        var cases = new Cases(office, letters.OfficeId);
        await cases.PublishAsync("telling", new Bpmn("telling").Start().Work("answer").End()
            .Repeating("reminder", "answer", "repeat working days(1, 1)").Mail("remind", "template=escalation-notice;about==clientName;to==recipient").End("reminded")
            .Path("start", "answer", "end").Path("reminder", "remind", "reminded"));
        var file = await cases.StartAsync("telling", KeyValuePair.Create("clientName", Value.Of("利用者A")), KeyValuePair.Create("link", Value.Of("https://office.example.jp/g/secret")));

        await administrator.Browser.GetAsync("/mail/templates/escalation-notice");
        Assert.Contains("href=\"/procedures/telling\"", administrator.Browser.Html, StringComparison.Ordinal);
        await administrator.Browser.PostAsync("/mail/templates/escalation-notice", ("Body", "{{about}}のことです。"), ("Case", file.Id.ToString()), ("Act", "preview"));
        Assert.Contains("利用者Aのことです。", administrator.Browser.Text, StringComparison.Ordinal);

        await administrator.Browser.GetAsync(Poll);
        await administrator.Browser.PostAsync(Poll, ("Body", "{{name}} 様 {{link}}"), ("Case", file.Id.ToString()), ("Act", "preview"));
        Assert.DoesNotContain("secret", administrator.Browser.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_of_another_office_gives_only_examples()
    {
        var other = await Cases.NewAsync(office);
        await other.PublishAsync("telling", new Bpmn("telling").Start().Work("answer").End().Path("start", "answer", "end"));
        var file = await other.StartAsync("telling", KeyValuePair.Create("about", Value.Of("よその利用者")));

        await administrator.Browser.GetAsync("/mail/templates/escalation-notice");
        await administrator.Browser.PostAsync("/mail/templates/escalation-notice", ("Body", "{{about}}のことです。"), ("Case", file.Id.ToString()), ("Act", "preview"));

        Assert.Contains("【終わっていない作業】のことです。", administrator.Browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wording_is_tried_by_a_mail_to_who_writes_it_and_nothing_is_kept()
    {
        await administrator.Browser.GetAsync(Poll);
        await administrator.Browser.PostAsync(Poll, ("Body", "{{name}} 様\n{{link}}"), ("Act", "test"));

        Assert.Contains("試しのメール", administrator.Browser.Text, StringComparison.Ordinal);
        Assert.Single(await VersionsAsync("meeting-poll"));
        await using var db = office.Db();
        Assert.False(await db.Mails.AnyAsync(mail => mail.OfficeId == letters.OfficeId));
    }

    [Fact]
    public async Task A_mail_of_a_shipped_procedure_names_it()
    {
        await using var db = office.Db(new Scope.CaseOffice(letters.OfficeId));
        await office.Services.GetRequiredService<SeedBuiltIns>().HandleAsync(db, letters.OfficeId, CancellationToken.None);

        await administrator.Browser.GetAsync(Poll);

        Assert.Contains("href=\"/procedures/meeting\"", administrator.Browser.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{{link}} {{clientName}}", "clientName")]
    [InlineData("リンクなし", "link")]
    [InlineData("{{link}} {{#if name}}", "対")]
    public async Task E5_A_wording_that_would_go_wrong_is_not_saved_and_nothing_typed_is_lost(string body, string said)
    {
        await administrator.Browser.GetAsync(Poll);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, await administrator.Browser.PostAsync(Poll, ("Body", body)));

        Assert.Contains(said, administrator.Browser.Text, StringComparison.Ordinal);
        Assert.Contains(body, WebUtility.HtmlDecode(administrator.Browser.Html), StringComparison.Ordinal);
        Assert.Single(await VersionsAsync("meeting-poll"));
    }

    [Fact]
    public async Task Of_two_who_change_the_same_version_the_second_is_told()
    {
        var second = await Staff.JoinAsync(office, [Roles.Administrator], letters.OfficeId);
        await administrator.Browser.GetAsync(Poll);
        await second.Browser.GetAsync(Poll);

        await administrator.Browser.PostAsync(Poll, ("Subject", "先の人"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await second.Browser.PostAsync(Poll, ("Subject", "後の人")));

        Assert.Equal(["日程についてのお願い", "先の人"], (await VersionsAsync("meeting-poll")).Select(version => version.Subject.Replace("会議の", "", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_way_back_to_the_shipped_wording_is_one_button()
    {
        await administrator.Browser.GetAsync(Poll);
        await administrator.Browser.PostAsync(Poll, ("Subject", "変えた"));
        await administrator.Browser.GetAsync(Poll);

        Assert.Contains("出荷時の文面に戻す", administrator.Browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_administrators_change_wordings_and_nobody_those_of_another_office()
    {
        var clerk = await Staff.JoinAsync(office, [Roles.Clerk], letters.OfficeId);
        var stranger = await Staff.JoinAsync(office, [Roles.Administrator]);

        Assert.Equal(HttpStatusCode.OK, await clerk.Browser.GetAsync(Poll));
        Assert.Equal(HttpStatusCode.Forbidden, await clerk.Browser.PostAsync(Poll, ("Subject", "変える")));

        await administrator.Browser.GetAsync(Poll);
        await administrator.Browser.PostAsync(Poll, ("Subject", "私たちだけの件名"));
        await stranger.Browser.GetAsync(Poll);
        Assert.DoesNotContain("私たちだけの件名", stranger.Browser.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await stranger.Browser.GetAsync("/mail/templates/no-such-mail"));
    }

    private async Task<List<MailTemplate>> VersionsAsync(string key)
    {
        await using var db = office.Db();
        return await db.MailTemplates.Where(row => row.OfficeId == letters.OfficeId && row.Key == key).OrderBy(row => row.Version).ToListAsync();
    }

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : TemplateRoutesTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : TemplateRoutesTests(office), IClassFixture<RunningOffice.OnPostgres>;
}
