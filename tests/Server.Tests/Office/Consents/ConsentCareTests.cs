using System.Net;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Automation.Cases;
using OfficeWorkflow.Server.Automation.Work;
using OfficeWorkflow.Server.Office.Consents;
using OfficeWorkflow.Server.Office.Consents.ByLink;
using OfficeWorkflow.Server.Office.Consents.Receipts;
using OfficeWorkflow.Server.Office.Plans;
using OfficeWorkflow.Server.Tests.Support;
using OfficeWorkflow.Workflows.Model;

namespace OfficeWorkflow.Server.Tests.Office.Consents;

/// <summary>What makes a consent one that a person can understand, give beside staff, and take back.</summary>
public abstract class ConsentCareTests(RunningOffice office)
{
    [Fact]
    public async Task An_agreement_to_electronic_means_is_kept_for_the_person_and_holds_until_taken_back()
    {
        var (circle, _) = await ConsentStory.RequestedAsync(office);
        var staff = await Staff.JoinAsync(office, ["clerk"], circle.OfficeId);
        var address = $"/clients/{circle.Client.Id}/electronic-agreements";
        await staff.Browser.GetAsync(address);
        Assert.Contains("承諾あり", staff.Browser.Text, StringComparison.Ordinal);
        await using (var db = circle.Db())
        {
            var agreement = await db.ElectronicAgreements.SingleAsync();
            Assert.Equal(("利用者A", new DateOnly(2026, 1, 19)), (agreement.PersonName, agreement.AgreedOn));
            Assert.Equal(HttpStatusCode.Redirect, await staff.Browser.PostAsync($"{address}/{agreement.Id}/revocation"));
        }

        Assert.Equal(["electronic-agreement-revoked"], (await ExplainAsync(circle, ConsentStory.ByLink())).Codes());
        var again = ConsentStory.ByLink().With("electronicAgreedOn", Value.Of(new DateOnly(2026, 3, 28))).With("explainedOn", Value.Of(new DateOnly(2026, 3, 28)));
        Assert.Empty((await ExplainAsync(circle, again)).Codes());
    }

    [Fact]
    public async Task Staff_record_an_agreement_by_hand_and_what_is_missing_is_said()
    {
        var (circle, _) = await ConsentStory.RequestedAsync(office);
        var staff = await Staff.JoinAsync(office, ["clerk"], circle.OfficeId);
        var address = $"/clients/{circle.Client.Id}/electronic-agreements";
        await staff.Browser.GetAsync(address);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, await staff.Browser.PostAsync(address, ("AgreedOn", "令和9年1月1日")));
        Assert.Equal(HttpStatusCode.Redirect, await staff.Browser.PostAsync(address, ("PersonName", "利用者Aの母"), ("AgreedOn", "令和8年3月1日")));

        await using var db = circle.Db();
        Assert.Equal(2, await db.ElectronicAgreements.CountAsync());
    }

    [Fact]
    public async Task G15_Who_answers_for_the_client_says_why()
    {
        var circle = await CircleOfA.InAsync(office);
        var proxy = ConsentStory.ByLink().With("signerKind", Value.Of("proxy")).With("signerRelation", Value.Of("姉"));

        Assert.Equal(["proxy-reason-missing"], (await ExplainAsync(circle, proxy)).Codes());

        Assert.Empty((await ExplainAsync(circle, proxy.With("signerReason", Value.Of("手が動かない")))).Codes());
        await using var db = circle.Db();
        Assert.Equal("手が動かない", (await db.Consents.SingleAsync()).SignerReason);
    }

    [Fact]
    public async Task G14_On_the_offices_tablet_the_signer_answers_beside_a_witness_without_a_code()
    {
        office.Clock.MoveTo(CircleOfA.Tokyo(3, 27, 10));
        var circle = await CircleOfA.InAsync(office);
        var tablet = ConsentStory.ByLink().With("method", Value.Of("tablet")).With("mail", Value.None);
        Assert.Equal(["witness-missing"], (await ExplainAsync(circle, tablet)).Codes());
        var explained = (await ExplainAsync(circle, tablet.With("witness", Value.Of("事務員V")))).Done();
        Assert.Equal(Value.Of("link"), explained["method"]);
        await circle.PerformAsync("Office.RequestConsent", CircleOfA.Tokyo(3, 27, 10), ("consentId", explained["consentId"]));
        Assert.Empty(await circle.MailsAsync());
        await using var db = circle.Db();
        var id = (await db.Consents.SingleAsync()).Id;
        var staff = await Staff.JoinAsync(office, ["clerk"], circle.OfficeId);
        await staff.Browser.GetAsync($"/consents/{id}");
        var left = staff.Browser.Again();

        Assert.Equal(HttpStatusCode.Redirect, await staff.Browser.PostAsync($"/consents/{id}/tablet"));
        var path = staff.Browser.Location!;
        var signer = new Browser(office.Client());
        Assert.Equal(HttpStatusCode.OK, await signer.GetAsync(path));
        await signer.PostAsync(path, ("answer", "agreed"), ("name", "利用者A"));
        await signer.PostAsync(path, ("confirmed", "yes"));

        await using var after = circle.Db();
        var facts = ConsentFacts.Read((await after.Consents.SingleAsync()).Facts!);
        Assert.Contains("立会人: 事務員V", facts!.Identified, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, await left.PostAsync($"/consents/{id}/tablet"));
    }

    [Fact]
    public async Task A_tablet_page_closes_after_half_an_hour()
    {
        office.Clock.MoveTo(CircleOfA.Tokyo(3, 27, 10));
        var circle = await CircleOfA.InAsync(office);
        await ExplainAsync(circle, ConsentStory.ByLink().With("method", Value.Of("tablet")).With("witness", Value.Of("事務員V")));
        await using var db = circle.Db();
        var id = (await db.Consents.SingleAsync()).Id;
        var staff = await Staff.JoinAsync(office, ["clerk"], circle.OfficeId);
        await staff.Browser.GetAsync($"/consents/{id}");
        await staff.Browser.PostAsync($"/consents/{id}/tablet");

        office.Clock.MoveTo(CircleOfA.Tokyo(3, 27, 10, 31));

        Assert.Equal(HttpStatusCode.NotFound, await new Browser(office.Client()).GetAsync(staff.Browser.Location!));
    }

    [Fact]
    public async Task G16_A_withdrawal_needs_its_reason_is_recorded_once_and_leaves_the_receipt_as_it_was()
    {
        var (circle, consent) = await AgreedAsync();
        var staff = await Staff.JoinAsync(office, ["clerk"], circle.OfficeId);
        var address = $"/consents/{consent}/withdrawal";
        await using var before = circle.Db();
        var facts = (await before.Consents.SingleAsync()).Facts;
        await staff.Browser.GetAsync(address);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, await staff.Browser.PostAsync(address));
        Assert.Equal(HttpStatusCode.Redirect, await staff.Browser.PostAsync(address, ("reason", "4月1日に本人から電話。通所をやめたい。")));
        await staff.Browser.GetAsync(address);
        Assert.Equal(HttpStatusCode.Conflict, await staff.Browser.PostAsync(address, ("reason", "もう一度")));

        await using var db = circle.Db();
        var row = await db.Consents.SingleAsync();
        Assert.Equal((new DateOnly(2026, 3, 27), staff.PersonId, facts), (row.WithdrawnOn, row.WithdrawnRecordedBy, row.Facts));
        await staff.Browser.GetAsync($"/consents/{consent}");
        Assert.Contains("撤回されました", staff.Browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task G2_Two_sign_one_after_the_other_and_the_last_yes_makes_the_plan_agreed()
    {
        var first = ConsentStory.ByLink().With("signerKind", Value.Of("legalGuardian")).With("signerName", Value.Of("後見人G")).With("signerRelation", Value.Of("成年後見人")).With("isFollowed", Value.Of(true));
        var (story, guardian) = await ConsentStory.AskedInACaseAsync(office, first);

        await ConsentStory.AgreeAsync(story.Circle, guardian);

        Assert.Equal("consent-explain", await story.DoingAsync());
        await using var db = story.Circle.Db();
        Assert.Null((await db.Plans.AsNoTracking().SingleAsync()).ConsentedOn);
        await story.FinishAsync("consent-explain", [.. ConsentStory.ByLink().Fields.Select(static field => (field.Key, field.Value))]);
        await ConsentStory.AgreeAsync(story.Circle, await db.Consents.Where(static row => row.SignerName == "利用者A").Select(static row => row.Id).SingleAsync());
        Assert.Equal("", await story.DoingAsync());
        Assert.NotNull((await db.Plans.AsNoTracking().SingleAsync()).ConsentedOn);
    }

    [Fact]
    public async Task A_withdrawal_is_at_once_work_of_the_specialist_in_a_case_of_its_own()
    {
        var (story, consent) = await ConsentStory.AskedInACaseAsync(office);
        var (guest, path) = await ConsentStory.OpenedAsync(story.Circle, consent);
        await guest.PostAsync(path, ("answer", "agreed"), ("name", "利用者A"));
        await guest.PostAsync(path, ("confirmed", "yes"));
        await office.DrainAsync();
        Assert.Equal("", await story.DoingAsync());
        var staff = await Staff.JoinAsync(office, ["clerk"], story.Circle.OfficeId);
        await staff.Browser.GetAsync($"/consents/{consent}/withdrawal");

        Assert.Equal(HttpStatusCode.Redirect, await staff.Browser.PostAsync($"/consents/{consent}/withdrawal", ("reason", "本人から電話。通所をやめたい。")));

        Assert.Equal("consent-withdrawal", await story.DoingAsync());
        await using var db = story.Circle.Db();
        var work = await db.Work.SingleAsync(static item => item.EndedAt == null);
        Assert.Equal("specialist", work.Role);
        Assert.Equal(story.Circle.Client.Id.ToString(), (await db.Cases.SingleAsync(file => file.Id == work.CaseId)).Subject);
        await story.FinishAsync("consent-withdrawal", ("withdrawalAnswer", Value.Of("revise")), ("withdrawalNote", Value.Of("通所をやめる計画に直す。")));
        Assert.Equal("", await story.DoingAsync());
    }

    [Fact]
    public async Task A_program_that_takes_the_name_of_the_products_own_message_keeps_no_withdrawal_from_being_recorded()
    {
        var (circle, consent) = await AgreedAsync();
        var program = await ApiCaller.JoinAsync(office, "clerk", circle.OfficeId);
        Assert.Equal(HttpStatusCode.Accepted, (await program.SendAsync("/api/v1/messages", new { name = "x", key = "y", id = $"consent-withdrawn:{consent}" })).Status);
        await program.Staff.Browser.GetAsync($"/consents/{consent}/withdrawal");

        Assert.Equal(HttpStatusCode.Redirect, await program.Staff.Browser.PostAsync($"/consents/{consent}/withdrawal", ("reason", "本人から電話")));

        await using var db = circle.Db();
        Assert.True((await db.Consents.SingleAsync()).IsWithdrawn);
        Assert.Equal(1, await db.Audit.CountAsync(static row => row.Act == "consent-withdrawn"));
    }

    [Fact]
    public async Task A_withdrawal_that_was_told_at_the_same_moment_by_another_is_not_said_to_be_recorded()
    {
        var (circle, consent) = await AgreedAsync();
        var staff = await Staff.JoinAsync(office, ["clerk"], circle.OfficeId);
        await staff.Browser.GetAsync($"/consents/{consent}/withdrawal");
        await circle.TellAsync($"consent-withdrawn:{consent}");

        Assert.Equal(HttpStatusCode.Conflict, await staff.Browser.PostAsync($"/consents/{consent}/withdrawal", ("reason", "本人から電話")));

        await using var db = circle.Db();
        Assert.False((await db.Consents.SingleAsync()).IsWithdrawn);
    }

    [Fact]
    public async Task Taking_back_the_agreement_to_electronic_means_closes_the_open_link_at_once_and_the_case_asks_for_paper()
    {
        var (story, consent) = await ConsentStory.AskedInACaseAsync(office);
        var (guest, path) = await ConsentStory.OpenedAsync(story.Circle, consent);
        var staff = await Staff.JoinAsync(office, ["clerk"], story.Circle.OfficeId);
        await using var db = story.Circle.Db();
        var agreement = await db.ElectronicAgreements.SingleAsync();
        var address = $"/clients/{story.Circle.Client.Id}/electronic-agreements";
        await staff.Browser.GetAsync(address);
        var again = staff.Browser.Again();

        Assert.Equal(HttpStatusCode.Redirect, await staff.Browser.PostAsync($"{address}/{agreement.Id}/revocation"));
        Assert.Equal(HttpStatusCode.Redirect, await again.PostAsync($"{address}/{agreement.Id}/revocation"));

        Assert.Equal(HttpStatusCode.NotFound, await guest.PostAsync(path, ("answer", "agreed"), ("name", "利用者A")));
        Assert.Contains("取り消されたか", Plain(guest.Html.Replace("<rp>(</rp>", "", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Equal("consent-explain", await story.DoingAsync());
        Assert.False((await db.Consents.SingleAsync()).IsAnswered);
        var notice = Assert.Single(await story.Circle.MailsAsync(), static mail => mail.Template is "consent-revoked-office");
        Assert.Equal($"{story.Circle.SpecialistX:n}@example.jp", notice.Address);
        Assert.DoesNotContain("利用者A", notice.Subject + notice.Text, StringComparison.Ordinal);
        var form = await new ConsentExplainAct().PrefillAsync(story.Circle.Act(db, office.Clock.GetUtcNow(), ("stage", Value.Of("plan"))), CancellationToken.None);
        Assert.Contains(form.Facts, static fact => fact.Label is "電磁的方法の承諾" && fact.Text.Contains("紙で受けてください", StringComparison.Ordinal));
        Assert.Equal((Value.Of("paper"), Value.None), (form.Values["method"], form.Values["electronicAgreedOn"]));
    }

    [Fact]
    public async Task What_was_not_agreed_to_cannot_be_withdrawn()
    {
        var (circle, consent) = await ConsentStory.RequestedAsync(office);
        var staff = await Staff.JoinAsync(office, ["clerk"], circle.OfficeId);
        await staff.Browser.GetAsync($"/consents/{consent}/withdrawal");

        Assert.Equal(HttpStatusCode.Conflict, await staff.Browser.PostAsync($"/consents/{consent}/withdrawal", ("reason", "理由")));
    }

    [Fact]
    public async Task G16_H8_After_a_change_the_signer_sees_first_only_what_changed()
    {
        var (circle, consent) = await ConsentStory.RequestedAsync(office);
        await using (var db = circle.Db())
        {
            var before = circle.NewPlan(PlanStage.Final, version: 1, goal: "週1回ヘルパーと入浴する");
            before.Agree(new DateOnly(2026, 2, 1));
            db.Add(before);
            await db.SaveChangesAsync();
        }

        var (guest, _) = await ConsentStory.OpenedAsync(circle, consent);

        var changed = guest.Text[guest.Text.IndexOf("変わったところ", StringComparison.Ordinal)..guest.Text.IndexOf("全部を読む", StringComparison.Ordinal)];
        Assert.Contains("週1回ヘルパーと入浴する", changed, StringComparison.Ordinal);
        Assert.Contains("週3回ヘルパーと入浴する", changed, StringComparison.Ordinal);
        Assert.DoesNotContain("仲間と作業したい", changed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_has_easy_words_with_readings_large_letters_and_parts_to_read_aloud()
    {
        office.Clock.MoveTo(CircleOfA.Tokyo(3, 27, 10));
        var circle = await CircleOfA.InAsync(office);
        var explained = (await ExplainAsync(circle, ConsentStory.ByLink().With("easyText", Value.Of("週（しゅう）に3回（かい）、お風呂（ふろ）に入（はい）ります。")))).Done();
        await circle.PerformAsync("Office.RequestConsent", CircleOfA.Tokyo(3, 27, 10), ("consentId", explained["consentId"]));
        await using var db = circle.Db();
        var (guest, path) = await ConsentStory.OpenedAsync(circle, (await db.Consents.SingleAsync()).Id);

        Assert.Contains("<ruby>風呂<rp>（</rp><rt>ふろ</rt><rp>）</rp></ruby>", WebUtility.HtmlDecode(guest.Html), StringComparison.Ordinal);
        Assert.Contains("data-speak", guest.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("guest-large", guest.Html, StringComparison.Ordinal);
        await guest.GetAsync($"{path}/{ConsentPurpose.Large}");
        Assert.Contains("guest-large", guest.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await guest.Http.GetAsync(new Uri("/speak.js", UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task G6_Who_opened_the_page_behind_the_code_stands_in_the_audit()
    {
        var (circle, consent) = await ConsentStory.RequestedAsync(office);
        var (guest, path) = await circle.GuestAsync(ConsentPurpose.Key, consent);
        await guest.GetAsync(path);
        await using var db = circle.Db();
        var about = ReceiptEvidence.AboutOf(consent);
        Assert.Equal(0, await db.Audit.CountAsync(row => row.Act == "consent-opened" && row.About == about));

        await circle.EnterCodeAsync(guest, path, ConsentPurpose.Key, consent);

        Assert.Equal(1, await db.Audit.CountAsync(row => row.Act == "consent-opened" && row.About == about));
    }

    private static async Task<Outcome<Value.Record>> ExplainAsync(CircleOfA circle, Value.Record values)
    {
        await using var db = circle.Db();
        var answer = await new ConsentExplainAct().ApplyAsync(circle.Act(db, CircleOfA.Tokyo(3, 28, 15), ("stage", Value.Of("plan"))), values, CancellationToken.None);
        if (answer is Outcome<Value.Record>.Done)
        {
            await db.SaveChangesAsync();
        }

        return answer;
    }

    /// <summary>The words of a page without the readings above them.</summary>
    private static string Plain(string html) =>
        System.Text.RegularExpressions.Regex.Replace(WebUtility.HtmlDecode(html), "<rt>.*?</rt>|<[^>]+>|\\)", "", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1));

    private async Task<(CircleOfA Circle, Guid Consent)> AgreedAsync()
    {
        var (circle, consent) = await ConsentStory.RequestedAsync(office);
        var (guest, path) = await ConsentStory.OpenedAsync(circle, consent);
        await guest.PostAsync(path, ("answer", "agreed"), ("name", "利用者A"));
        await guest.PostAsync(path, ("confirmed", "yes"));

        return (circle, consent);
    }

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : ConsentCareTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : ConsentCareTests(office), IClassFixture<RunningOffice.OnPostgres>;
}
