using System.Net;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Office.Clients;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Tests.Office.Support;
using OfficeWorkflow.Server.Tests.Support;

namespace OfficeWorkflow.Server.Tests.Office.Clients;

public abstract class ClientPagesTests(RunningOffice office)
{
    [Fact]
    public async Task An_office_without_clients_is_told_what_to_do()
    {
        var staff = await Staff.JoinAsync(office, [Roles.Clerk]);

        await staff.Browser.GetAsync("/clients");

        Assert.Equal(HttpStatusCode.OK, staff.Browser.Status);
        Assert.Contains("最初の利用者を登録する", staff.Browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_is_registered_found_by_kanji_or_kana_and_changed()
    {
        var staff = await Staff.JoinAsync(office, [Roles.Clerk]);
        var browser = staff.Browser;
        await browser.GetAsync("/clients/new");

        await browser.PostAsync("/clients", ("Name", "利用者山"), ("Kana", "リヨウシャヤマ"), ("BirthOn", "H3.6.15"), ("Dwelling", "Rented"));
        var page = browser.Location!;
        await browser.GetAsync("/clients?q=" + Uri.EscapeDataString("利用者山"));
        var byName = browser.Text;
        await browser.GetAsync("/clients?q=" + Uri.EscapeDataString("しゃヤマ"));
        var byKana = browser.Text;
        await browser.GetAsync(page + "/basics");
        await browser.PostAsync(page, ("Phone", "000-000-0000"));
        await browser.FollowAsync();

        Assert.Contains("全1人のうち1人", byName, StringComparison.Ordinal);
        Assert.Contains("りようしゃやま", byKana, StringComparison.Ordinal);
        Assert.Contains("000-000-0000", browser.Text, StringComparison.Ordinal);
        Assert.Contains("平成3年6月15日(土)", browser.Text, StringComparison.Ordinal);
        Assert.Contains("借家", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_typed_stays_when_it_is_refused()
    {
        var staff = await Staff.JoinAsync(office, [Roles.Clerk]);
        await staff.Browser.GetAsync("/clients/new");

        var status = await staff.Browser.PostAsync("/clients", ("Name", "利用者山"), ("Kana", ""), ("BirthOn", "R99.1.1"), ("Mail", "ちがう"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Equal("利用者山", staff.Browser.ValueOf("Name"));
        Assert.Contains("入力を確かめてください（3 件）", staff.Browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lists_longer_than_a_page_go_on_by_a_cursor()
    {
        var staff = await Staff.JoinAsync(office, [Roles.Clerk]);
        await using (var db = office.Db())
        {
            db.AddRange(Enumerable.Range(0, 120).Select(number => new Client
            {
                Id = Guid.CreateVersion7(),
                OfficeId = staff.OfficeId,
                Name = $"利用者{number:000}",
                Kana = $"りようしゃ{number / 3:000}",
                BirthOn = new DateOnly(1990, 1, 1),
                RegisteredAt = office.Clock.GetUtcNow(),
            }));
            await db.SaveChangesAsync();
        }

        var seen = new List<string>();
        var next = "/clients";
        while (next is not null)
        {
            await staff.Browser.GetAsync(next);
            seen.AddRange(System.Text.RegularExpressions.Regex.Matches(staff.Browser.Text, "利用者[0-9]{3}", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)).Select(match => match.Value));
            var link = System.Text.RegularExpressions.Regex.Match(staff.Browser.Html, "rel=\"next\" href=\"([^\"]*)\"", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1));
            next = link.Success ? WebUtility.HtmlDecode(link.Groups[1].Value) : null;
        }

        Assert.Equal(120, seen.Count);
        Assert.Equal(120, seen.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task The_page_tells_the_whole_story_of_case_A()
    {
        var staff = await Staff.JoinAsync(office, [Roles.Specialist]);
        var scene = await LedgerScene.OpenAsync(office, officeId: staff.OfficeId);
        await scene.PlayAsync("contract", "contract-report", "info-provision", "plan-request", "assessment", "plan-draft", "draft-delivery", "submit-to-city", "decision", "plan-final");

        await staff.Browser.GetAsync($"/clients/{scene.Client.Id}");

        string[] story =
        [
            "計画の作成", "支給決定", "計画案の提出", "計画案の交付", "計画案の作成", "アセスメント", "計画案提出依頼", "情報提供", "契約内容の報告", "契約", "個人情報の使用同意",
        ];
        var text = staff.Browser.Text;
        var ledger = text[text.IndexOf("件の記録（新しい順）", StringComparison.Ordinal)..];
        Assert.Equal(story, story.OrderBy(part => ledger.IndexOf($" {part} ", StringComparison.Ordinal)), StringComparer.Ordinal);
        Assert.Contains("0000000001 区分5", text, StringComparison.Ordinal);
        Assert.Contains("令和8年4月", text, StringComparison.Ordinal);
        Assert.Contains("民生委員N", text, StringComparison.Ordinal);
        Assert.Contains("利用者Aの母 （母・同居）", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Family_is_added_and_changed_with_its_parts()
    {
        var staff = await Staff.JoinAsync(office, [Roles.Specialist]);
        var scene = await LedgerScene.OpenAsync(office, "利用者B", staff.OfficeId);
        await staff.Browser.GetAsync($"/clients/{scene.Client.Id}/family/new");

        await staff.Browser.PostAsync($"/clients/{scene.Client.Id}/family", ("Name", "利用者Bの祖母"), ("Relation", "祖母"), ("IsKeyPerson", "true"));

        await using var db = office.Db();
        var member = await db.FamilyMembers.SingleAsync(row => row.ClientId == scene.Client.Id && row.Relation == "祖母");
        Assert.True(member is { IsKeyPerson: true, IsGuardian: false, LivesTogether: false });
    }

    [Fact]
    public async Task Support_ends_with_a_reason_leaves_the_list_and_may_begin_again()
    {
        var staff = await Staff.JoinAsync(office, [Roles.Manager]);
        var scene = await LedgerScene.OpenAsync(office, "利用者C", staff.OfficeId);
        var (browser, page) = (staff.Browser, $"/clients/{scene.Client.Id}");
        await browser.GetAsync(page + "/closing");

        var without = await browser.PostAsync(page + "/closing");
        await browser.PostAsync(page + "/closing", ("reason", "転居のため"));
        await browser.GetAsync("/clients");
        var open = browser.Text;
        await browser.GetAsync("/clients?closed=true");
        var all = browser.Text;
        await browser.GetAsync(page);
        await browser.PostAsync(page + "/reopening");
        await browser.GetAsync("/clients");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, without);
        Assert.DoesNotContain("利用者C", open, StringComparison.Ordinal);
        Assert.Contains("利用者C", all, StringComparison.Ordinal);
        Assert.Contains("利用者C", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stranger_from_another_office_finds_nothing_anywhere()
    {
        var scene = await LedgerScene.OpenAsync(office);
        await scene.PlayAsync("assessment", "plan-draft", "submit-to-city", "decision");
        var stranger = await Staff.JoinAsync(office, [Roles.Manager]);
        await using var db = scene.Db();
        var decision = await db.Set<OfficeWorkflow.Server.Office.Decisions.BenefitDecision>().SingleAsync();
        var provider = await db.Set<OfficeWorkflow.Server.Office.Providers.Provider>().FirstAsync();
        var contact = await db.Set<OfficeWorkflow.Server.Office.Providers.Contact>().FirstAsync();
        var city = await db.Municipalities.FirstAsync();
        var assessment = await db.Set<OfficeWorkflow.Server.Office.Assessments.Assessment>().SingleAsync();
        string[] addresses =
        [
            $"/clients/{scene.Client.Id}", $"/clients/{scene.Client.Id}/basics", $"/clients/{scene.Client.Id}/closing", $"/clients/{scene.Client.Id}/family/new",
            $"/clients/{scene.Client.Id}/certificates", $"/clients/{scene.Client.Id}/certificates/new", $"/clients/{scene.Client.Id}/privacy",
            $"/plans/{decision.DraftId}", $"/decisions/{decision.Id}", $"/assessments/{assessment.Id}",
            $"/providers/{provider.Id}", $"/providers/{provider.Id}/basics", $"/contacts/{contact.Id}", $"/municipalities/{city.Id}",
        ];

        foreach (var address in addresses)
        {
            Assert.Equal((address, HttpStatusCode.NotFound), (address, await stranger.Browser.GetAsync(address)));
        }

        await stranger.Browser.GetAsync("/clients");
        Assert.DoesNotContain("利用者A", stranger.Browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_auditor_reads_and_changes_nothing()
    {
        var auditor = await Staff.JoinAsync(office, [Roles.Auditor]);
        var scene = await LedgerScene.OpenAsync(office, officeId: auditor.OfficeId);

        Assert.Equal(HttpStatusCode.OK, await auditor.Browser.GetAsync($"/clients/{scene.Client.Id}"));
        Assert.Equal(HttpStatusCode.Forbidden, await auditor.Browser.GetAsync($"/clients/{scene.Client.Id}/basics"));
    }

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : ClientPagesTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : ClientPagesTests(office), IClassFixture<RunningOffice.OnPostgres>;
}
