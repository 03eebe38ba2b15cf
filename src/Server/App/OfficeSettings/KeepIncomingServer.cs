using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Channels.Mail;
using OfficeWorkflow.Server.Channels.Mail.Collecting;
using OfficeWorkflow.Server.Channels.Mail.Smtp;
using OfficeWorkflow.Server.Office.Plug;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.App.OfficeSettings;

/// <summary>The mailbox that is read for the office; its password goes in and never comes out again.</summary>
public static class KeepIncomingServer
{
    public static IReadOnlyList<Option> Securities { get; } =
    [
        new(nameof(SmtpSecurity.Tls), "TLS（ふつうは995番）"),
        new(nameof(SmtpSecurity.StartTls), "STARTTLS（ふつうは110番）"),
    ];

    public sealed record Form
    {
        public string? Host { get; init; }

        public string? Port { get; init; }

        public string? Security { get; init; }

        public string? User { get; init; }

        /// <summary>Empty leaves the one that is kept.</summary>
        public string? Password { get; init; }
    }

    /// <param name="Trouble">What was wrong at the last reading.</param>
    /// <param name="Tested">What the test said, once one was made.</param>
    public sealed record Model(Form Form, bool IsKept, DateTimeOffset? ReadAt, string? Trouble, string? Done, ReadMailbox.Report? Tested, IReadOnlyList<Refusal> Refusals)
    {
        /// <summary>Mails that lie in the mailbox and could not be read however often it was tried.</summary>
        public int GivenUp { get; init; }
    }

    internal static async Task<Model> ShowAsync(
        Form? typed, string? done, ReadMailbox.Report? tested, IReadOnlyList<Refusal> refusals, OfficeDb db, CancellationToken stop)
    {
        var server = await db.IncomingServers.AsNoTracking().SingleOrDefaultAsync(stop);
        var stored = new Form
        {
            Host = server?.Host,
            Port = (server?.Port ?? 995).ToString(CultureInfo.InvariantCulture),
            Security = (server?.Security ?? SmtpSecurity.Tls).ToString(),
            User = server?.User,
        };
        return new Model(typed ?? stored, server is not null, server?.ReadAt, server?.Trouble, done, tested, refusals)
        {
            GivenUp = await db.CollectedMails.CountAsync(static mail => mail.Tries >= CollectedMail.MostTries, stop),
        };
    }

    internal static async Task<Refusal?> HandleAsync(Form form, Viewer viewer, OfficeDb db, ReadMailbox mailbox, TimeProvider clock, CancellationToken stop)
    {
        var read = new PageReader();
        var typed = Read(form, read);
        if (read.IsWrong)
        {
            return read.Refusal;
        }

        var server = await db.IncomingServers.SingleOrDefaultAsync(stop);
        var isSame = server is not null && typed.Server.IsOf(server.Host, server.User, typed.User);
        var password = form.Password is { Length: > 0 } entered ? mailbox.Close(entered) : isSame ? server!.ProtectedPassword : null;
        if (password is null)
        {
            return new Refusal("password-missing", "パスワードを入力してください。サーバーの名前か利用者名を変えたときは、入れ直しが必要です。", "password");
        }

        if (!isSame)
        {
            await ForgetAsync(db, stop);
        }

        var now = clock.GetUtcNow();
        server ??= db.IncomingServers.Add(new IncomingServer { OfficeId = viewer.OfficeId, Host = "", Port = 0, Security = typed.Server.Security, User = "", ProtectedPassword = "", ChangedAt = now }).Entity;
        (server.Host, server.Port, server.Security, server.User) = (typed.Server.Host, typed.Server.Port, typed.Server.Security, typed.User);
        (server.ProtectedPassword, server.ChangedAt, server.ReadAt, server.Trouble) = (password, now, null, null);
        db.Note(viewer.OfficeId, now, "mail-settings-changed", "incoming-server", $"読み取るメールボックスを {typed.Server.Host} にした。");
        await db.SaveChangesAsync(stop);
        return null;
    }

    internal static async Task RemoveAsync(Viewer viewer, OfficeDb db, TimeProvider clock, CancellationToken stop)
    {
        db.IncomingServers.RemoveRange(await db.IncomingServers.ToListAsync(stop));
        await ForgetAsync(db, stop);
        db.Note(viewer.OfficeId, clock.GetUtcNow(), "mail-settings-changed", "incoming-server", "メールボックスを読み取るのをやめた。");
        await db.SaveChangesAsync(stop);
    }

    /// <returns>Null when nothing is kept.</returns>
    internal static async Task<ReadMailbox.Report?> TestAsync(OfficeDb db, ReadMailbox mailbox, CancellationToken stop) =>
        await db.IncomingServers.AsNoTracking().SingleOrDefaultAsync(stop) is { } server ? await mailbox.TryAsync(server, stop) : null;

    /// <summary>Names of mails mean something in their own mailbox only.</summary>
    private static async Task ForgetAsync(OfficeDb db, CancellationToken stop) =>
        db.CollectedMails.RemoveRange(await db.CollectedMails.ToListAsync(stop));

    private static Typed Read(Form form, PageReader read)
    {
        var server = TypedServer.Read(form.Host, form.Port, form.Security, "受信サーバーの名前", "pop.example.jp", read);
        read.RefuseIf(server.Security is SmtpSecurity.None, "security-wrong", "「暗号化」は「TLS」か「STARTTLS」を選んでください。", nameof(form.Security));
        var user = read.Required(form.User, nameof(form.User), "利用者名");
        read.RefuseIf(form.Password?.AsSpan().ContainsAny('\r', '\n') is true, "password-wrong", "「パスワード」に改行は使えません。", nameof(form.Password));
        return new Typed(server, user);
    }

    private sealed record Typed(TypedServer Server, string User);
}
