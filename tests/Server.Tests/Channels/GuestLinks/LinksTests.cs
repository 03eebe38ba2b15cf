using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Channels.GuestLinks;
using OfficeWorkflow.Server.Tests.Support;

namespace OfficeWorkflow.Server.Tests.Channels.GuestLinks;

public abstract class LinksTests(RunningOffice office)
{
    private readonly Guid officeId = Guid.CreateVersion7();

    private readonly GuestKey key = GuestKey.At(Path.Combine(office.DataDirectory, "keys"));

    private Links Links => new(key, office.Clock);

    [Fact]
    public async Task The_database_holds_nothing_that_opens_a_link()
    {
        var path = await MakeAsync("target");

        await using var db = office.Db();
        var link = await db.GuestLinks.SingleAsync(link => link.OfficeId == officeId);
        var secret = path.Split('.')[1];
        Assert.Equal(43, secret.Length);
        Assert.DoesNotContain(secret, System.Text.Json.JsonSerializer.Serialize(link), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Opens_by_its_token_alone_and_by_nothing_like_it()
    {
        var token = (await MakeAsync("target"))["/g/".Length..];
        var other = (await MakeAsync("another"))["/g/".Length..];
        string[] wrong = ["", ".", token[..^1], token + "A", token[1..], $"{token.Split('.')[0]}.{other.Split('.')[1]}", token.ToUpperInvariant(), Changed(token)];

        await using var db = office.Db();

        Assert.NotNull(await Links.OpenAsync(db, token, CancellationToken.None));
        foreach (var guess in wrong)
        {
            Assert.Null(await Links.OpenAsync(db, guess, CancellationToken.None));
        }
    }

    [Fact]
    public async Task F3_A_new_link_of_the_same_target_ends_the_one_before_it()
    {
        var first = await MakeAsync("target");
        var second = await MakeAsync("target");

        Assert.Equal(GuestLinkState.Revoked, await StateAsync(first));
        Assert.Equal(GuestLinkState.Open, await StateAsync(second));
    }

    [Fact]
    public async Task A_reminder_finds_the_link_of_the_first_mail_while_it_opens()
    {
        var path = await MakeAsync("target");

        Assert.Equal(path, await FindAsync("target"));
        Assert.Null(await FindAsync("another"));

        await using (var db = office.Db())
        {
            await Links.RevokeAsync(db, officeId, "poll", "target", CancellationToken.None);
            await db.SaveChangesAsync();
        }

        Assert.Null(await FindAsync("target"));
    }

    [Fact]
    public async Task Ends_when_its_time_is_over()
    {
        var link = await LinkAsync(await MakeAsync("target"));

        Assert.Equal(GuestLinkState.Open, link.StateAt(link.ExpiresAt.AddSeconds(-1)));
        Assert.Equal(GuestLinkState.Expired, link.StateAt(link.ExpiresAt));
    }

    [Fact]
    public async Task Of_two_uses_at_one_moment_one_is_saved()
    {
        var link = await LinkAsync(await MakeAsync("target"));
        await using var one = office.Db();
        await using var two = office.Db();
        (await one.GuestLinks.SingleAsync(row => row.Id == link.Id)).Use(office.Clock.GetUtcNow());
        (await two.GuestLinks.SingleAsync(row => row.Id == link.Id)).Use(office.Clock.GetUtcNow());

        await one.SaveChangesAsync();

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => two.SaveChangesAsync());
    }

    [Fact]
    public async Task Text_that_is_kept_has_no_secrets_and_text_that_is_sent_has_them_again()
    {
        var path = await MakeAsync("target");
        var text = $"https://office.example.jp{path}\n・{path}。 /g/short.abc";

        var kept = GuestToken.Mask(text);

        Assert.DoesNotContain(path.Split('.')[1], kept, StringComparison.Ordinal);
        Assert.Equal(text, GuestToken.Reveal(kept, key));
    }

    [Fact]
    public void The_key_stays_the_same_and_only_its_owner_reads_it()
    {
        var folder = Path.Combine(office.DataDirectory, "other-keys");
        var id = Guid.CreateVersion7();

        Assert.Equal(GuestKey.At(folder).SecretOf(id), GuestKey.At(folder).SecretOf(id));
        Assert.NotEqual(GuestKey.At(folder).SecretOf(id), key.SecretOf(id));
        Assert.True(
            OperatingSystem.IsWindows()
            || File.GetUnixFileMode(Path.Combine(folder, "guest-links.key")) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    /// <summary>The last character of the secret carries spare bits: another with the same octets may not open it either.</summary>
    private static string Changed(string token) => token[..^1] + (char)(token[^1] + 1);

    private async Task<string> MakeAsync(string target)
    {
        await using var db = office.Db();
        var path = await Links.MakeAsync(db, officeId, "poll", target, "民生委員N", office.Clock.GetUtcNow().AddDays(7), needsCode: false, CancellationToken.None);
        await db.SaveChangesAsync();
        return path;
    }

    private async Task<string?> FindAsync(string target)
    {
        await using var db = office.Db(new Scope.CaseOffice(officeId));
        return await Links.FindAsync(db, officeId, "poll", target, CancellationToken.None);
    }

    private async Task<GuestLink> LinkAsync(string path)
    {
        await using var db = office.Db();
        return (await Links.OpenAsync(db, path["/g/".Length..], CancellationToken.None))!;
    }

    private async Task<GuestLinkState> StateAsync(string path) => (await LinkAsync(path)).StateAt(office.Clock.GetUtcNow());

    public sealed class OnSqlite(RunningOffice.OnSqlite office) : LinksTests(office), IClassFixture<RunningOffice.OnSqlite>;

    public sealed class OnPostgres(RunningOffice.OnPostgres office) : LinksTests(office), IClassFixture<RunningOffice.OnPostgres>;
}
