using System.Text;
using OfficeWorkflow.Server.Channels.Mail.Wire;

namespace OfficeWorkflow.Server.Channels.Mail.Smtp;

/// <summary>AUTH (RFC 4954) by the mechanisms that mail servers of offices offer.</summary>
internal static class SmtpSignIn
{
    public static async Task PerformAsync(SmtpConnection connection, SmtpReply offer, SmtpSettings settings, CancellationToken stop)
    {
        if (settings is not { User: { Length: > 0 } user, Password: { } password })
        {
            return;
        }

        if (!connection.IsEncrypted)
        {
            throw new MailTroubleException("暗号化されていない接続ではパスワードを送りません。メールの設定で暗号化を選んでください。");
        }

        var mechanisms = offer.Offered("AUTH") ?? [];
        var reply = settings switch
        {
            { UsesToken: true } when !Offers("XOAUTH2") => throw new MailTroubleException($"メールサーバーがトークンでのサインイン(XOAUTH2)を受け付けません。パスワードでのサインインに変えてください。受け付ける方法: {string.Join(' ', mechanisms)}"),
            { UsesToken: true } => await TokenAsync(connection, user, password, stop),
            _ when Offers("PLAIN") => await connection.AskAsync($"AUTH PLAIN {Base64($"\0{user}\0{password}")}", stop),
            _ when Offers("LOGIN") => await LoginAsync(connection, user, password, stop),
            _ => throw new MailTroubleException($"メールサーバーが、パスワードでのサインインを受け付けません。ポート番号と暗号化の種類を確かめてください。受け付ける方法: {string.Join(' ', mechanisms.DefaultIfEmpty("なし"))}"),
        };

        if (!reply.IsGood)
        {
            throw new MailTroubleException(reply.IsForEver
                ? $"メールサーバーにサインインできません。利用者名とパスワードを確かめてください。2段階認証を使っているときは、メールソフト用のパスワード(アプリパスワード)が要ることがあります。サーバーの答え: {reply.Text}"
                : $"メールサーバーが、いまはサインインを受け付けません。しばらくしてから試します。サーバーの答え: {reply.Text}");
        }

        bool Offers(string mechanism) => mechanisms.Contains(mechanism, StringComparer.OrdinalIgnoreCase);
    }

    private static async Task<SmtpReply> LoginAsync(SmtpConnection connection, string user, string password, CancellationToken stop)
    {
        var reply = await connection.AskAsync("AUTH LOGIN", stop);
        reply = reply.Code == 334 ? await connection.AskAsync(Base64(user), stop) : reply;
        return reply.Code == 334 ? await connection.AskAsync(Base64(password), stop) : reply;
    }

    /// <summary>A refused token answers 334 with the reason, and waits for an empty line before it says so in full.</summary>
    private static async Task<SmtpReply> TokenAsync(SmtpConnection connection, string user, string token, CancellationToken stop)
    {
        var reply = await connection.AskAsync($"AUTH XOAUTH2 {Base64($"user={user}\u0001auth=Bearer {token}\u0001\u0001")}", stop);
        return reply.Code == 334 ? await connection.AskAsync("", stop) : reply;
    }

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
