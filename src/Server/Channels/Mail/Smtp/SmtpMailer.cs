using System.Net;
using OfficeWorkflow.Server.Channels.Mail.Wire;

namespace OfficeWorkflow.Server.Channels.Mail.Smtp;

/// <summary>
/// Hands mail to a mail server (RFC 5321, 3207, 4954, 8314): one connection, one mail, one recipient, one answer.
/// What goes wrong before the recipient was named is about the server or our settings, and may be tried again.
/// </summary>
public sealed class SmtpMailer(SmtpSettings settings) : MailTransport
{
    private const string RefusedContent = "メールの中身を、メールサーバーが受け取りませんでした。迷惑メールと見なされたか、大きすぎます。契約先に確かめ、急ぐときは電話やFAXで伝えてください。";

    public override bool Leaves => true;

    public override string? Server => $"{settings.Host}:{settings.Port}";

    public override int? PerMinute => settings.PerMinute;

    public override async Task<MailAnswer> SendAsync(OutgoingMail mail, Func<CancellationToken, Task> aboutToHandOver, CancellationToken stop)
    {
        var progress = new Progress(aboutToHandOver);

        try
        {
            await using var connection = new SmtpConnection(settings);
            progress.Answer = await ConverseAsync(connection, mail, progress, stop);
            await connection.WriteAsync("QUIT\r\n"u8.ToArray(), CancellationToken.None);
            return progress.Answer;
        }
        catch (Exception failure) when (MailFailure.Is(failure))
        {
            return After(progress, MailFailure.Words(failure, settings.Endpoint));
        }
        catch (OperationCanceledException) when (progress.IsHandedOver || !stop.IsCancellationRequested)
        {
            return After(progress, MailFailure.TooSlow(settings.Endpoint));
        }
    }

    /// <summary>What was answered stands. Without the last dot a server may not deliver; with it, only its answer would tell.</summary>
    private static MailAnswer After(Progress progress, string reason) => progress switch
    {
        { Answer: { } answer } => answer,
        { IsHandedOver: true } => new MailAnswer.MaybeAccepted(reason),
        _ => new MailAnswer.Later(reason, IsOfServer: true),
    };

    private async Task<MailAnswer> ConverseAsync(SmtpConnection connection, OutgoingMail mail, Progress progress, CancellationToken stop)
    {
        await connection.OpenAsync(stop);
        Insist(await connection.ReadAsync(settings.Patience, stop));
        var offer = await HelloAsync(connection, stop);

        if (settings.Security is SmtpSecurity.StartTls)
        {
            offer = await ProtectAsync(connection, offer, stop);
        }

        await SmtpSignIn.PerformAsync(connection, offer, settings, stop);

        (string Command, string Refused)[] steps =
        [
            ($"MAIL FROM:<{mail.From}>", $"差出人のアドレス {mail.From} を、メールサーバーが受け付けません。設定の「差出人のアドレス」を、このサーバーで使えるものにしてください。"),
            ($"RCPT TO:<{mail.To}>", $"宛先 {mail.To} に届けられないと断られました。アドレスを確かめ、直して送ってください。"),
            ("DATA", RefusedContent),
        ];

        foreach (var (command, refused) in steps)
        {
            var reply = await connection.AskAsync(command, stop);

            if (!reply.IsGood && !reply.IsGoOn)
            {
                return Refusal(reply, refused);
            }
        }

        return await HandOverAsync(connection, mail, progress, stop);
    }

    private async Task<MailAnswer> HandOverAsync(SmtpConnection connection, OutgoingMail mail, Progress progress, CancellationToken stop)
    {
        await connection.WriteAsync(DotStuffing.Of(mail.Bytes.Span), stop);

        await progress.AboutToHandOver(stop);
        progress.IsHandedOver = true;
        // Stopping now would leave in doubt what a moment's wait makes certain.
        await connection.WriteAsync(".\r\n"u8.ToArray(), CancellationToken.None);
        var reply = await connection.ReadAsync(settings.LastPatience, CancellationToken.None);

        return reply.IsGood ? new MailAnswer.Accepted(reply.Text) : Refusal(reply, RefusedContent);
    }

    private static async Task<SmtpReply> HelloAsync(SmtpConnection connection, CancellationToken stop)
    {
        var name = string.Concat(Dns.GetHostName().Where(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.').DefaultIfEmpty('x'));
        var reply = await connection.AskAsync($"EHLO {name}", stop);

        return reply.IsGood ? reply : Insist(await connection.AskAsync($"HELO {name}", stop));
    }

    private static async Task<SmtpReply> ProtectAsync(SmtpConnection connection, SmtpReply offer, CancellationToken stop)
    {
        if (offer.Offered("STARTTLS") is null)
        {
            throw new MailTroubleException("メールサーバーが暗号化(STARTTLS)に応じません。何も送っていません。465番のポートで「TLS」を選べるか、契約先の案内を確かめてください。");
        }

        Insist(await connection.AskAsync("STARTTLS", stop));
        await connection.EncryptAsync(stop);
        return await HelloAsync(connection, stop);
    }

    private static SmtpReply Insist(SmtpReply reply) => reply switch
    {
        { IsGood: true } => reply,
        { IsForEver: true } => throw new MailTroubleException($"メールサーバーが、こちらとの接続を断りました。この接続元から送ってよいかを、契約先に確かめてください。サーバーの答え: {reply.Text}"),
        _ => throw new MailTroubleException($"メールサーバーが、いまは受け付けられないと答えました。しばらくしてから試します。サーバーの答え: {reply.Text}"),
    };

    /// <param name="refused">What it means, and what to do, when it is for ever.</param>
    private static MailAnswer Refusal(SmtpReply reply, string refused) => reply.IsForEver
        ? new MailAnswer.Refused($"{refused}サーバーの答え: {reply.Text}")
        : new MailAnswer.Later($"メールサーバーが、あとでもう一度と答えました(混み合っているか、初めての差出人を一度断る仕組みです)。自動でもう一度試します。サーバーの答え: {reply.Text}");

    private sealed class Progress(Func<CancellationToken, Task> aboutToHandOver)
    {
        public Func<CancellationToken, Task> AboutToHandOver => aboutToHandOver;

        public bool IsHandedOver { get; set; }

        public MailAnswer? Answer { get; set; }
    }
}
