using System.Diagnostics;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OfficeWorkflow.Server.Channels.GuestLinks;
using OfficeWorkflow.Server.Channels.Mail;
using OfficeWorkflow.Server.Office.Consents;
using OfficeWorkflow.Server.Office.Meetings;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Tests.Support;

namespace OfficeWorkflow.Server.Tests.Office;

/// <summary>
/// Every kind of link that opens without a session, and every attack on it: none shows or changes anything. A kind that the code knows and
/// <see cref="OutsideLinks"/> does not is an error.
/// </summary>
public abstract class LinkKindTests(RunningOffice office)
{
    /// <summary>A page that was left open before its reader signed in is a bad request: its token was nobody's.</summary>
    private static readonly HttpStatusCode[] Refusals = [HttpStatusCode.NotFound, HttpStatusCode.Conflict, HttpStatusCode.UnprocessableEntity, HttpStatusCode.BadRequest];

    private static readonly HttpStatusCode[] Taken = [HttpStatusCode.OK, HttpStatusCode.Redirect];

    public static TheoryData<string> Kinds => [.. OutsideLinks.Kinds];

    public static TheoryData<string> ForOneAnswer => [.. OutsideLinks.ForOneAnswer];

    public static TheoryData<string, string> Ends()
    {
        var ends = new TheoryData<string, string>();
        foreach (var kind in OutsideLinks.Kinds)
        {
            ends.Add(kind, "expired");
            ends.Add(kind, "revoked");
            ends.Add(kind, "work ended");
        }

        return ends;
    }

    [Fact]
    public void Every_kind_of_link_that_the_code_knows_is_attacked_here()
    {
        using var scope = office.Services.CreateScope();
        var purposes = scope.ServiceProvider.GetServices<GuestPurpose>().Select(static purpose => purpose.Name).Where(static name => name is not AskedPurpose.Asked);
        var doors = from endpoint in office.Services.GetServices<EndpointDataSource>().SelectMany(static source => source.Endpoints).OfType<RouteEndpoint>()
                    where endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null && endpoint.RoutePattern.Parameters.Count > 0
                    select endpoint.RoutePattern.RawText!.TrimStart('/').Split('/')[0];

        Assert.Equal(purposes.Append(OutsideLinks.Account).Order(StringComparer.Ordinal), OutsideLinks.Kinds.Order(StringComparer.Ordinal));
        Assert.Equal(["g", "openapi", "welcome"], doors.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Guessing_finds_one_page_and_its_answers_are_not_taken(string kind)
    {
        var link = await OutsideLinks.MakeAsync(office, kind);
        var before = await StandAsync();
        var pages = new HashSet<string>(StringComparer.Ordinal);
        foreach (var wrong in new[] { Swapped(link.Path, link.Path.Length - 1), Swapped(link.Path, link.Path.Length - 9), Swapped(link.Path, 12), link.Path[..^1], link.Path + "A" })
        {
            var guesser = Guest();
            Assert.Equal(HttpStatusCode.NotFound, await guesser.GetAsync(wrong));
            pages.Add(guesser.Text);
            Assert.Equal(HttpStatusCode.NotFound, await AnswerAsync(guesser, link, wrong));
        }

        Assert.Single(pages);
        Assert.Equal(before, await StandAsync());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task L6_A_copy_of_the_whole_database_opens_no_link(string kind)
    {
        var link = await OutsideLinks.MakeAsync(office, kind);
        await link.EnterAsync(Guest());
        var secret = link.Path.Split(['.', '/'])[^1];
        Assert.True(secret.Length >= 40, link.Path);

        await using var db = office.Db();
        var tables = db.Model.GetEntityTypes().Select(static entity => entity.GetTableName()!).Distinct(StringComparer.Ordinal).ToList();
        var rows = 0;
        foreach (var table in tables)
        {
            await foreach (var (column, text) in Copied.CellsAsync(db, table))
            {
                rows++;
                Assert.False(text.Contains(secret, StringComparison.Ordinal), $"{table}.{column} holds the secret of a link for {kind}");
            }
        }

        Assert.True(rows > 100, "The database was read.");
    }

    [Theory]
    [MemberData(nameof(ForOneAnswer))]
    public async Task L6_What_was_answered_is_not_answered_again_by_whoever_repeats_it_or_finds_the_link(string kind)
    {
        var link = await OutsideLinks.MakeAsync(office, kind);
        var holder = Guest();
        await link.EnterAsync(holder);
        var left = holder.Again();
        Assert.Contains(await AnswerAsync(holder, link, link.Path), Taken);
        var after = await StandAsync();

        Assert.Contains(await AnswerAsync(left, link, link.Path), Refusals);
        var finder = Guest();
        Assert.Equal(HttpStatusCode.NotFound, await finder.GetAsync(link.Page));
        Assert.Equal(HttpStatusCode.NotFound, await AnswerAsync(finder, link, link.Path));

        Assert.Equal(after, await StandAsync());
    }

    [Theory]
    [MemberData(nameof(Ends))]
    public async Task L7_Once_it_is_over_a_page_that_was_left_open_answers_nothing(string kind, string end)
    {
        var link = await OutsideLinks.MakeAsync(office, kind);
        var left = Guest();
        await link.EnterAsync(left);
        switch (end)
        {
            case "expired":
                office.Clock.MoveTo(await link.ExpiresAsync());
                break;
            case "revoked":
                await link.RevokeAsync();
                break;
            default:
                await link.EndWorkAsync();
                break;
        }

        var before = await StandAsync();

        Assert.Contains(await AnswerAsync(left, link, link.Path), Refusals);
        var finder = Guest();
        await finder.GetAsync(link.Page);
        Assert.True(finder.Status is HttpStatusCode.NotFound || end is "work ended", $"{kind} still opens: {finder.Text}");
        Assert.Equal(before, await StandAsync());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_mail_scanner_changes_nothing_and_the_holder_still_answers(string kind)
    {
        var link = await OutsideLinks.MakeAsync(office, kind);
        var before = await StandAsync();
        using var scanner = RemoteAddress.Own(office.Client());
        foreach (var address in new[] { link.Path, link.Page, $"{link.Path}/thanks", $"{link.Path}/paper", $"{link.Path}/code", $"{link.Path}?all=yes&answer=agreed&confirmed=yes&name=x" })
        {
            foreach (var method in new[] { HttpMethod.Get, HttpMethod.Head, HttpMethod.Get })
            {
                using var request = new HttpRequestMessage(method, new Uri(address, UriKind.Relative));
                using var answer = await scanner.SendAsync(request);
                Assert.True((int)answer.StatusCode < 500, $"{method} {address}: {(int)answer.StatusCode}");
            }
        }

        Assert.Equal(before, await StandAsync());
        var holder = Guest();
        await link.EnterAsync(holder);
        await AnswerAsync(holder, link, link.Path);
        await holder.GetAsync(link.Page);
        Assert.Equal(OutsideLinks.ForOneAnswer.Contains(kind, StringComparer.Ordinal) ? HttpStatusCode.NotFound : HttpStatusCode.OK, holder.Status);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task An_answer_that_does_not_come_from_our_page_is_not_taken(string kind)
    {
        var link = await OutsideLinks.MakeAsync(office, kind);
        var holder = Guest();
        await link.EnterAsync(holder);
        var before = await StandAsync();
        using var form = new FormUrlEncodedContent(link.Answer.Select(static field => KeyValuePair.Create(field.Name, field.Value)));

        using var answer = await holder.Http.PostAsync(new Uri(link.Path, UriKind.Relative), form);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(before, await StandAsync());
    }

    [Fact]
    public async Task The_time_of_the_answer_tells_no_guesser_whether_a_link_to_an_account_ever_was()
    {
        var link = await OutsideLinks.MakeAsync(office, OutsideLinks.Account);
        await link.EndWorkAsync();
        var (ended, never) = (link.Path[GuestToken.AccountPrefix.Length..], Swapped(link.Path, 20)[GuestToken.AccountPrefix.Length..]);
        var (real, unreal) = (new List<double>(), new List<double>());
        for (var round = 0; round < 200; round++)
        {
            real.Add(await TimeAsync(ended));
            unreal.Add(await TimeAsync(never));
        }

        // A guesser over a network could tell a factor of many; the medians lie within a few.
        Assert.InRange(Median(real) / Median(unreal), 0.2, 5);
    }

    private async Task<double> TimeAsync(string secret)
    {
        var watch = Stopwatch.GetTimestamp();
        await OpenWelcome.ShowAsync(secret, office.Dbs, office.Clock, CancellationToken.None);

        return Stopwatch.GetElapsedTime(watch).TotalMilliseconds;
    }

    private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);

    private static string Swapped(string path, int at) => path[..at] + (path[at] is 'A' ? 'B' : 'A') + path[(at + 1)..];

    /// <summary>Posts the answer with a token of our own pages, as who knows how they work.</summary>
    private static async Task<HttpStatusCode> AnswerAsync(Browser guest, OutsideLink link, string address)
    {
        if (guest.ValueOf("__RequestVerificationToken") is null)
        {
            await guest.GetAsync("/sign-in");
        }

        using var form = new FormUrlEncodedContent(
        [
            KeyValuePair.Create("__RequestVerificationToken", guest.ValueOf("__RequestVerificationToken")!),
            .. link.Answer.Select(static field => KeyValuePair.Create(field.Name, field.Value)),
        ]);
        using var answer = await guest.Http.PostAsync(new Uri(address, UriKind.Relative), form);

        return answer.StatusCode;
    }

    private Browser Guest() => new(RemoteAddress.Own(office.Client()));

    /// <summary>All that a link can change.</summary>
    private async Task<string> StandAsync()
    {
        await using var db = office.Db();

        return JsonSerializer.Serialize(new
        {
            Polls = await db.PollAnswers.AsNoTracking().OrderBy(static row => row.Id).ToListAsync(),
            Opinions = await db.OpinionInquiries.AsNoTracking().OrderBy(static row => row.Id).ToListAsync(),
            Remarks = await db.MinutesRemarks.AsNoTracking().OrderBy(static row => row.Id).ToListAsync(),
            Consents = await db.Consents.AsNoTracking().OrderBy(static row => row.Id).ToListAsync(),
            Witnesses = await db.Witnesses.AsNoTracking().OrderBy(static row => row.Id).ToListAsync(),
            People = await db.People.AsNoTracking().OrderBy(static row => row.Id).ToListAsync(),
            Accounts = await db.WelcomeLinks.AsNoTracking().OrderBy(static row => row.Id).ToListAsync(),
            Links = await db.GuestLinks.AsNoTracking().OrderBy(static row => row.Id).Select(static row => new { row.Id, row.UsedAt, row.RevokedAt, row.ExpiresAt }).ToListAsync(),
            Mails = await db.Mails.CountAsync(),
        });
    }

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : LinkKindTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : LinkKindTests(office), IClassFixture<RunningOffice.OnPostgres>;
}
