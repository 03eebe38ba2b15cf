using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Tests.Automation.Work;
using OfficeWorkflow.Server.Tests.Channels.Webhooks;
using OfficeWorkflow.Server.Tests.Support;

namespace OfficeWorkflow.Server.Tests.App.Webhooks;

/// <summary>Row M3 of the table of features: other programs are told what happens; signed, until they have it, and again on request.</summary>
public abstract partial class WebhookTests(RunningOffice office)
{
    [Fact]
    public async Task M3_Webhooks_are_signed_and_tell_ids_and_nothing_else()
    {
        await using var receiver = await Receiver.StartAsync();
        var (desk, admin) = await OpenAsync();
        var secret = await AddAsync(admin, receiver);
        var item = await desk.StartAsync("利用者の名");
        var clerk = await ApiCaller.JoinAsync(office, Roles.Clerk, desk.Cases.OfficeId);
        await clerk.SendAsync($"/api/v1/work/{item.Id}/completion", new { operationId = "op", values = new { } });
        await office.DrainAsync();

        var told = receiver.Received.Select(static letter => JsonDocument.Parse(letter.Body).RootElement).ToList();
        Assert.Equal(
            ["case.started", "work.ended finished", "work.opened after", "work.opened task"],
            told.Select(static json => $"{json.GetProperty("type").GetString()} {Part(json, "step")}{Part(json, "end")}".Trim()).Order(StringComparer.Ordinal));
        Assert.All(told, json => Assert.Equal(item.CaseId, json.GetProperty("data").GetProperty("caseId").GetGuid()));
        Assert.Contains(told, json => Part(json, "workId") == item.Id.ToString());
        Assert.All(receiver.Received, letter =>
        {
            Assert.DoesNotContain("利用者", letter.Body + JsonDocument.Parse(letter.Body).RootElement, StringComparison.Ordinal);
            Assert.Equal(Signed(secret, letter), letter["webhook-signature"]);
            Assert.Equal(JsonDocument.Parse(letter.Body).RootElement.GetProperty("id").GetString(), letter["webhook-id"]);
            Assert.Equal(office.Clock.GetUtcNow().ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture), letter["webhook-timestamp"]);
        });
    }

    [Fact]
    public async Task E6_M3_A_receiver_that_is_down_for_an_hour_gets_everything_once_it_is_back_with_the_same_ids()
    {
        await using var receiver = await Receiver.StartAsync();
        receiver.Answer = 503;
        var (desk, admin) = await OpenAsync();
        await AddAsync(admin, receiver);
        await desk.StartAsync();
        var start = office.Clock.GetUtcNow();
        await office.UntilAsync(start.AddHours(1));
        var refused = receiver.Received.Select(static letter => letter["webhook-id"]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        await admin.Browser.GetAsync(await PageAsync(admin));
        Assert.True(admin.Browser.Text.Contains("相手が受け取りませんでした（503）", StringComparison.Ordinal), admin.Browser.Text);
        receiver.Received.Clear();
        receiver.Answer = 200;

        await office.UntilAsync(start.AddHours(6));

        Assert.Equal(2, refused.Count);
        Assert.Equal(refused, receiver.Received.Select(static letter => letter["webhook-id"]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task M3_What_never_arrived_is_shown_and_sent_again_by_a_button_and_what_arrived_may_be_told_again()
    {
        await using var receiver = await Receiver.StartAsync();
        receiver.Answer = 410;
        var (desk, admin) = await OpenAsync();
        await AddAsync(admin, receiver);
        await desk.StartAsync();
        await office.UntilAsync(office.Clock.GetUtcNow().AddHours(6));
        await admin.Browser.GetAsync("/settings/webhooks");
        Assert.Contains("届かなかったもの2件", admin.Browser.Text, StringComparison.Ordinal);
        receiver.Received.Clear();
        receiver.Answer = 204;

        var page = await PageAsync(admin);
        await admin.Browser.GetAsync(page);
        await admin.Browser.PostAsync($"{page}/sending");
        await office.DrainAsync();
        var first = receiver.Received.Select(static letter => letter["webhook-id"]).ToList();
        await admin.Browser.FollowAsync();
        Assert.Equal(2, Regex.Count(admin.Browser.Html, "</span>届いた<", RegexOptions.None, TimeSpan.FromSeconds(1)));
        await admin.Browser.PostAsync(Delivery().Match(admin.Browser.Html).Value);
        await office.DrainAsync();

        Assert.Equal((2, 3), (first.Distinct(StringComparer.Ordinal).Count(), receiver.Received.Count));
        Assert.Contains(receiver.Received.Last()["webhook-id"], first);
        await using var db = office.Db();
        Assert.Equal(2, await db.Audit.CountAsync(row => row.OfficeId == admin.OfficeId && row.Act == "webhook-sent-again"));
    }

    [Fact]
    public async Task No_redirect_is_followed()
    {
        await using var other = await Receiver.StartAsync();
        await using var receiver = await Receiver.StartAsync();
        receiver.Redirect = other.Address.ToString();
        var (desk, admin) = await OpenAsync();
        await AddAsync(admin, receiver);
        await desk.StartAsync();

        await office.DrainAsync();

        Assert.Equal((2, 0), (receiver.Received.Count, other.Received.Count));
    }

    [Fact]
    public async Task What_is_paused_or_taken_away_is_told_nothing_and_only_what_was_asked_for_is_told()
    {
        await using var receiver = await Receiver.StartAsync();
        var (desk, admin) = await OpenAsync();
        await AddAsync(admin, receiver, "case.started");
        var page = await PageAsync(admin);
        await admin.Browser.GetAsync(page);
        await admin.Browser.PostAsync($"{page}/pause");
        await desk.StartAsync();
        await office.DrainAsync();
        Assert.Empty(receiver.Received);
        await admin.Browser.FollowAsync();
        await admin.Browser.PostAsync($"{page}/pause/end");
        await admin.Browser.FollowAsync();
        await admin.Browser.PostAsync($"{page}/trial");
        await desk.StartAsync();
        await office.DrainAsync();
        Assert.Equal(["case.started", "trial"], receiver.Received.Select(static letter => JsonDocument.Parse(letter.Body).RootElement.GetProperty("type").GetString()).Order(StringComparer.Ordinal));

        await desk.StartAsync();
        await admin.Browser.GetAsync($"{page}/removal");
        await admin.Browser.PostAsync($"{page}/removal");
        await desk.StartAsync();
        await office.DrainAsync();

        Assert.Equal(2, receiver.Received.Count);
        Assert.Equal(HttpStatusCode.NotFound, await admin.Browser.GetAsync(page));
    }

    [Fact]
    public async Task An_address_that_is_none_and_no_event_are_refused_and_the_key_is_kept_closed()
    {
        await using var receiver = await Receiver.StartAsync();
        var (_, admin) = await OpenAsync();
        await admin.Browser.GetAsync("/settings/webhooks");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await admin.Browser.PostAsync("/settings/webhooks", ("address", "ftp://x"), ("events", "nothing")));
        Assert.Contains("知らせることを、少なくとも一つ選んでください", admin.Browser.Text, StringComparison.Ordinal);

        var secret = await AddAsync(admin, receiver);

        await using var db = office.Db();
        var stored = await db.Set<Server.Channels.Webhooks.Webhook>().Where(row => row.OfficeId == admin.OfficeId).Select(static row => row.ProtectedSecret).SingleAsync();
        Assert.DoesNotContain(secret["whsec_".Length..], stored, StringComparison.Ordinal);
        await admin.Browser.GetAsync("/settings/webhooks");
        Assert.DoesNotContain("whsec_", admin.Browser.Html, StringComparison.Ordinal);
        var manager = await Staff.JoinAsync(office, [Roles.Manager], admin.OfficeId);
        Assert.Equal(HttpStatusCode.Forbidden, await manager.Browser.GetAsync("/settings/webhooks"));
    }

    private async Task<(Desk Desk, Staff Admin)> OpenAsync()
    {
        var desk = await Desk.NewAsync(office, "");
        return (desk, await desk.JoinAsync(Roles.Administrator));
    }

    private static async Task<string> AddAsync(Staff admin, Receiver receiver, params string[] events)
    {
        await admin.Browser.GetAsync("/settings/webhooks");
        var changes = events.Select(static one => ("events", one)).Prepend(("address", receiver.Address.ToString()));
        Assert.Equal(HttpStatusCode.OK, await admin.Browser.PostAsync("/settings/webhooks", changes));
        return Secret().Match(WebUtility.HtmlDecode(admin.Browser.Html)).Value;
    }

    /// <summary>The page of the office's one webhook.</summary>
    private static async Task<string> PageAsync(Staff admin)
    {
        await admin.Browser.GetAsync("/settings/webhooks");
        return Page().Match(admin.Browser.Html).Value;
    }

    /// <summary>As a receiver computes it (standardwebhooks.com).</summary>
    private static string Signed(string secret, Receiver.Letter letter) => "v1," + Convert.ToBase64String(HMACSHA256.HashData(
        Convert.FromBase64String(secret["whsec_".Length..]), Encoding.UTF8.GetBytes($"{letter["webhook-id"]}.{letter["webhook-timestamp"]}.{letter.Body}")));

    private static string Part(JsonElement json, string name) => json.GetProperty("data").TryGetProperty(name, out var part) ? part.GetString()! : "";

    [GeneratedRegex("whsec_[A-Za-z0-9+/=]+", RegexOptions.None, 1000)]
    private static partial Regex Secret();

    [GeneratedRegex("/settings/webhooks/[0-9a-f-]{36}", RegexOptions.None, 1000)]
    private static partial Regex Page();

    [GeneratedRegex("/settings/webhooks/[0-9a-f-]{36}/deliveries/[0-9a-f-]{36}/sending", RegexOptions.None, 1000)]
    private static partial Regex Delivery();

    /// <summary>A server whose administrator lets webhooks lead to this machine.</summary>
    public sealed class HouseOnSqlite : RunningOffice.OnSqlite
    {
        public HouseOnSqlite() => Settings["Webhooks:AllowPrivate"] = "true";
    }

    public sealed class HouseOnPostgres : RunningOffice.OnPostgres
    {
        public HouseOnPostgres() => Settings["Webhooks:AllowPrivate"] = "true";
    }

    public sealed class OnSqlite(HouseOnSqlite office) : WebhookTests(office), IClassFixture<HouseOnSqlite>;

    public sealed class OnPostgres(HouseOnPostgres office) : WebhookTests(office), IClassFixture<HouseOnPostgres>;
}
