using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OfficeWorkflow.Server.Channels.GuestLinks;
using OfficeWorkflow.Server.Offices;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Tests.Support;

namespace OfficeWorkflow.Server.Tests.Channels.GuestLinks;

public abstract class GuestRoutesTests(RunningOffice office)
{
    private readonly Guid officeId = Guid.CreateVersion7();

    [Fact]
    public async Task C20_External_person_a_link_shows_its_purpose_and_takes_one_answer()
    {
        var (path, id) = await MakeAsync();
        var guest = Guest();

        Assert.Equal(HttpStatusCode.OK, await guest.GetAsync(path));
        Assert.Contains("民生委員N target", guest.Text, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.OK, await guest.PostAsync(path, ("answer", "はい")));
        Assert.Equal(GuestLinkState.Used, (await LinkAsync(id)).StateAt(office.Clock.GetUtcNow()));
        Assert.Equal(HttpStatusCode.NotFound, await guest.GetAsync(path));
    }

    [Fact]
    public async Task Opening_changes_nothing_however_often_machines_do_it()
    {
        var (path, id) = await MakeAsync(needsCode: true);
        var before = System.Text.Json.JsonSerializer.Serialize(await LinkAsync(id));

        foreach (var _ in Enumerable.Range(0, 10))
        {
            await Guest().GetAsync(path);
            await Guest().GetAsync(path + "/paper");
        }

        Assert.Equal(before, System.Text.Json.JsonSerializer.Serialize(await LinkAsync(id)));
    }

    [Fact]
    public async Task Nothing_leaks_to_the_next_page_or_stays_on_the_machine()
    {
        var (path, _) = await MakeAsync();

        using var answer = await office.Client().GetAsync(new Uri(path, UriKind.Relative));

        Assert.Equal("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
        Assert.True(answer.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task A_wrong_secret_and_a_link_that_never_was_look_the_same()
    {
        var (path, _) = await MakeAsync();
        var (other, _) = await MakeAsync("another");
        var (wrong, never) = (Guest(), Guest());

        Assert.Equal(HttpStatusCode.NotFound, await wrong.GetAsync($"{path.Split('.')[0]}.{other.Split('.')[1]}"));
        Assert.Equal(HttpStatusCode.NotFound, await never.GetAsync("/g/nothing"));
        Assert.Equal(never.Html, wrong.Html);
        Assert.DoesNotContain("03-1234-5678", wrong.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task G4_An_expired_link_says_whom_to_call()
    {
        var (path, _) = await MakeAsync(expiresIn: TimeSpan.Zero);
        var guest = Guest();

        Assert.Equal(HttpStatusCode.NotFound, await guest.GetAsync(path));
        Assert.Contains("03-1234-5678", guest.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task C20_A_revoked_link_takes_no_answer_even_from_a_page_that_was_open()
    {
        var (path, id) = await MakeAsync();
        var guest = Guest();
        await guest.GetAsync(path);
        await using (var db = office.Db())
        {
            (await db.GuestLinks.SingleAsync(link => link.Id == id)).Revoke(office.Clock.GetUtcNow());
            await db.SaveChangesAsync();
        }

        Assert.Equal(HttpStatusCode.NotFound, await guest.PostAsync(path, ("answer", "遅い答え")));
        Assert.Null((await LinkAsync(id)).UsedAt);
    }

    [Fact]
    public async Task Nothing_personal_is_shown_before_the_code()
    {
        var (path, id) = await MakeAsync(needsCode: true);
        var guest = Guest();

        await guest.GetAsync(path);
        Assert.DoesNotContain("民生委員N", guest.Text, StringComparison.Ordinal);
        await guest.GetAsync(path + "/paper");
        Assert.DoesNotContain("民生委員N", guest.Text, StringComparison.Ordinal);

        await guest.GetAsync(path);
        var code = Key.CodeOf(await LinkAsync(id));
        Assert.Equal(HttpStatusCode.Redirect, await guest.PostAsync(path + "/code", ("code", $"{code[..3]} {code[3..]}")));
        await guest.FollowAsync();
        Assert.Contains("民生委員N target", guest.Text, StringComparison.Ordinal);

        var another = Guest();
        await another.GetAsync(path);
        Assert.DoesNotContain("民生委員N", another.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task C20_An_answer_without_the_code_is_not_taken()
    {
        var (path, id) = await MakeAsync(needsCode: true);
        var (open, _) = await MakeAsync("another");
        var guest = Guest();
        await guest.GetAsync(open);

        Assert.Equal(HttpStatusCode.OK, await guest.PostAsync(open, ("answer", "")));
        await guest.GetAsync((await MakeAsync("third")).Path);
        using var content = new FormUrlEncodedContent([new("answer", "はい"), new("__RequestVerificationToken", guest.ValueOf("__RequestVerificationToken")!)]);
        await guest.Http.PostAsync(new Uri(path, UriKind.Relative), content);

        Assert.Null((await LinkAsync(id)).UsedAt);
    }

    [Fact]
    public async Task G10_L6_Five_wrong_codes_lock_until_staff_make_a_new_one()
    {
        var (path, id) = await MakeAsync(needsCode: true);
        var right = Key.CodeOf(await LinkAsync(id));
        var guest = Guest();
        await guest.GetAsync(path);

        foreach (var left in new[] { 4, 3, 2, 1 })
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, await guest.PostAsync(path + "/code", ("code", Other(right))));
            Assert.Contains($"あと{left}回", guest.Text, StringComparison.Ordinal);
        }

        await guest.PostAsync(path + "/code", ("code", Other(right)));
        Assert.Contains("止めました", guest.Text, StringComparison.Ordinal);

        var late = Guest();
        await late.GetAsync(path);
        Assert.DoesNotContain("<form", late.Html, StringComparison.Ordinal);
        Assert.True((await LinkAsync(id)).IsCodeLocked);

        var staff = await Staff.JoinAsync(office, [Roles.Specialist], officeId);
        await staff.Browser.GetAsync($"/links/{id}");
        await staff.Browser.PostAsync($"/links/{id}/code");
        var renewed = Key.CodeOf(await LinkAsync(id));
        Assert.NotEqual(right, renewed);

        await late.GetAsync(path);
        Assert.Equal(HttpStatusCode.Redirect, await late.PostAsync(path + "/code", ("code", renewed)));
    }

    [Fact]
    public async Task Staff_read_the_code_out_and_end_the_link()
    {
        var (path, id) = await MakeAsync(needsCode: true);
        var code = Key.CodeOf(await LinkAsync(id));
        var staff = await Staff.JoinAsync(office, [Roles.Clerk], officeId);

        await staff.Browser.GetAsync($"/links/{id}");
        Assert.Contains($"{code[..3]} {code[3..]}", staff.Browser.Text, StringComparison.Ordinal);
        await staff.Browser.PostAsync($"/links/{id}/revocation");

        Assert.Equal(HttpStatusCode.NotFound, await Guest().GetAsync(path));
    }

    [Fact]
    public async Task Neither_auditors_nor_other_offices_see_a_code()
    {
        var (_, id) = await MakeAsync(needsCode: true);
        var auditor = await Staff.JoinAsync(office, [Roles.Auditor], officeId);
        var stranger = await Staff.JoinAsync(office, [Roles.Manager]);

        Assert.Equal(HttpStatusCode.Forbidden, await auditor.Browser.GetAsync($"/links/{id}"));
        Assert.Equal(HttpStatusCode.NotFound, await stranger.Browser.GetAsync($"/links/{id}"));
    }

    [Theory]
    [InlineData("/g/")]
    [InlineData("/G/")]
    public async Task L6_Knocking_too_often_on_one_link_is_stopped_for_a_while(string way)
    {
        var path = way + (await MakeAsync()).Path["/g/".Length..];
        var guest = Guest();
        var stopped = false;

        for (var knock = 0; knock < 31 && !stopped; knock++)
        {
            stopped = await guest.GetAsync(path) is HttpStatusCode.TooManyRequests;
        }

        Assert.True(stopped);
    }

    private GuestKey Key => office.Services.GetRequiredService<GuestKey>();

    private static string Other(string code) => (code[0] == '9' ? '0' : (char)(code[0] + 1)) + code[1..];

    private Browser Guest() => new(office.Client());

    private async Task<(string Path, Guid Id)> MakeAsync(string target = "target", bool needsCode = false, TimeSpan? expiresIn = null)
    {
        await using var db = office.Db();

        if (!await db.Offices.AnyAsync(row => row.Id == officeId))
        {
            db.Offices.Add(new OfficeFile { Id = officeId, Name = "相談支援事業所S", Number = "1234567890", Phone = "03-1234-5678" });
            db.Offices.Add(new OfficeFile { Id = Guid.CreateVersion7(), Name = "別の事業所", Number = "1234567891" });
        }

        var links = office.Services.GetRequiredService<Links>();
        var path = await links.MakeAsync(
            db, officeId, AskedPurpose.Asked, target, "民生委員N", office.Clock.GetUtcNow() + (expiresIn ?? TimeSpan.FromDays(7)), needsCode, CancellationToken.None);
        await db.SaveChangesAsync();
        return (path, (await Links.OpenAsync(db, path["/g/".Length..], CancellationToken.None))!.Id);
    }

    private async Task<GuestLink> LinkAsync(Guid id)
    {
        await using var db = office.Db();
        return await db.GuestLinks.SingleAsync(link => link.Id == id);
    }

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : GuestRoutesTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : GuestRoutesTests(office), IClassFixture<RunningOffice.OnPostgres>;
}
