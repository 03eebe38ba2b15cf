using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OfficeWorkflow.Server.Answers;
using OfficeWorkflow.Server.Audit;
using OfficeWorkflow.Server.Channels.Mail;
using OfficeWorkflow.Server.Channels.Mail.Servers;
using OfficeWorkflow.Server.Channels.Mail.Smtp;
using OfficeWorkflow.Server.Office.Plug;
using OfficeWorkflow.Server.Offices;
using OfficeWorkflow.Server.People;
using OfficeWorkflow.Server.Storage;
using OfficeWorkflow.Server.Ui;

namespace OfficeWorkflow.Server.App.OfficeSettings;

/// <summary>The office's own mail server; its password goes in and never comes out again.</summary>
public static class KeepMailServer
{
    public static IReadOnlyList<Option> Securities { get; } =
    [
        new(nameof(SmtpSecurity.StartTls), "STARTTLS（ふつうは587番）"),
        new(nameof(SmtpSecurity.Tls), "TLS（ふつうは465番）"),
        new(nameof(SmtpSecurity.None), "なし（建物の中の試験用。パスワードは送りません）"),
    ];

    public sealed record Form
    {
        public string? Host { get; init; }

        public string? Port { get; init; }

        public string? Security { get; init; }

        public string? User { get; init; }

        /// <summary>Empty leaves the one that is kept.</summary>
        public string? Password { get; init; }

        public string? From { get; init; }

        /// <summary>How many mails a minute; empty for as many as come.</summary>
        public string? PerMinute { get; init; }
    }

    /// <param name="IsOwn">The office has a server of its own.</param>
    /// <param name="LeavesOtherwise">Without one, mail leaves the house as the machine is configured.</param>
    /// <param name="Tested">What the test said, once one was made.</param>
    public sealed record Model(
        Form Form, bool IsOwn, bool HasPassword, bool LeavesOtherwise, string OfficeMail, string TestTo, string? Done, TestMail.Report? Tested, IReadOnlyList<Refusal> Refusals);

    internal static async Task<Model> ShowAsync(
        Form? typed, string? done, TestMail.Report? tested, IReadOnlyList<Refusal> refusals, Viewer viewer, OfficeDb db, OfficeMail mail, CancellationToken stop)
    {
        var office = await db.Offices.AsNoTracking().SingleAsync(row => row.Id == viewer.OfficeId, stop);
        var server = await db.MailServers.AsNoTracking().SingleOrDefaultAsync(row => row.OfficeId == viewer.OfficeId, stop);
        var stored = new Form
        {
            Host = server?.Host,
            Port = (server?.Port ?? 587).ToString(CultureInfo.InvariantCulture),
            Security = (server?.Security ?? SmtpSecurity.StartTls).ToString(),
            User = server?.User,
            From = office.MailFrom,
            PerMinute = server?.PerMinute?.ToString(CultureInfo.InvariantCulture),
        };
        var to = await db.People.Where(row => row.Id == viewer.PersonId).Select(static row => row.Mail).SingleAsync(stop);
        return new Model(typed ?? stored, server is not null, server?.ProtectedPassword is not null, mail.Standard.Leaves, office.Mail, to, done, tested, refusals);
    }

    internal static async Task<Refusal?> HandleAsync(Form form, Viewer viewer, OfficeDb db, OfficeMail mail, TimeProvider clock, CancellationToken stop)
    {
        var read = new PageReader();
        var typed = Read(form, read);
        if (read.IsWrong)
        {
            return read.Refusal;
        }

        var server = await db.MailServers.SingleOrDefaultAsync(row => row.OfficeId == viewer.OfficeId, stop);

        var keepsPassword = server is not null && typed.Server.IsOf(server.Host, server.User, typed.User);
        var password = form.Password is { Length: > 0 } entered ? mail.Close(entered) : keepsPassword ? server!.ProtectedPassword : null;
        if (typed.User is not null && password is null)
        {
            return new Refusal("password-missing", "パスワードを入力してください。サーバーの名前か利用者名を変えたときは、入れ直しが必要です。", "password");
        }

        var now = clock.GetUtcNow();
        server ??= db.MailServers.Add(new MailServer { OfficeId = viewer.OfficeId, Host = typed.Server.Host, Port = 0, Security = typed.Server.Security, ChangedAt = now }).Entity;
        (server.Host, server.Port, server.Security, server.User) = (typed.Server.Host, typed.Server.Port, typed.Server.Security, typed.User);
        (server.ProtectedPassword, server.PerMinute, server.ChangedAt) = (typed.User is null ? null : password, typed.PerMinute, now);
        (await db.Offices.SingleAsync(row => row.Id == viewer.OfficeId, stop)).MailFrom = typed.From ?? "";
        db.Note(viewer.OfficeId, now, "mail-settings-changed", "mail-server", $"メールサーバーを {typed.Server.Host} にした。");
        await db.SaveChangesAsync(stop);
        return null;
    }

    private static Typed Read(Form form, PageReader read)
    {
        var server = TypedServer.Read(form.Host, form.Port, form.Security, "メールサーバーの名前", "smtp.example.jp", read);
        var user = read.Line(form.User, nameof(form.User), "利用者名");
        var from = read.Line(form.From, nameof(form.From), "差出人のアドレス");
        read.RefuseIf(from is not null && Mailbox.Of("", from) is null, "not-an-address", "「差出人のアドレス」の形が正しくありません。例: office@example.jp", nameof(form.From));
        var pace = read.Number(form.PerMinute, nameof(form.PerMinute), "1分間に送る数");
        read.RefuseIf(pace is < 1 or > 10_000 || (pace is { } number && number != Math.Truncate(number)), "pace-wrong", "「1分間に送る数」は1から10000までの数で入力するか、空のままにしてください。", nameof(form.PerMinute));
        return new Typed(server, user, from, read.IsWrong ? null : (int?)pace);
    }

    private sealed record Typed(TypedServer Server, string? User, string? From, int? PerMinute);

    internal static async Task RemoveAsync(Viewer viewer, OfficeDb db, TimeProvider clock, CancellationToken stop)
    {
        db.MailServers.RemoveRange(await db.MailServers.Where(row => row.OfficeId == viewer.OfficeId).ToListAsync(stop));
        (await db.Offices.SingleAsync(row => row.Id == viewer.OfficeId, stop)).MailFrom = "";
        db.Note(viewer.OfficeId, clock.GetUtcNow(), "mail-settings-changed", "mail-server", "事業所のメールサーバーの設定を消した。");
        await db.SaveChangesAsync(stop);
    }
}
