using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;

namespace OfficeWorkflow.Server.Channels.Mail.Smtp;

/// <summary>
/// Hands mail to a mail server (RFC 5321, 3207, 4954, 8314): one connection, one mail, one recipient, one answer.
/// What goes wrong before the recipient was named is about the server or our settings, and may be tried again.
/// </summary>
public sealed class SmtpMailer(SmtpSettings settings) : MailTransport
{
    public override bool Leaves => true;

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
        catch (Exception failure) when (failure is SmtpTroubleException or IOException or SocketException or AuthenticationException)
        {
            return After(progress, Words(failure));
        }
        catch (OperationCanceledException) when (progress.IsHandedOver || !stop.IsCancellationRequested)
        {
            return After(progress, $"メールサーバー {settings.Host} が時間内に答えません。");
        }
    }

    /// <summary>What is wrong, in words that lead somewhere.</summary>
    private string Words(Exception failure) => failure switch
    {
        SmtpTroubleException => failure.Message,
        SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain } =>
            $"メールサーバーの名前 {settings.Host} が見つかりません。つづりを確かめてください。",
        SocketException { SocketErrorCode: SocketError.ConnectionRefused } =>
            $"メールサーバー {settings.Host} のポート {settings.Port} につながりません。ポート番号を確かめてください。",
        AuthenticationException =>
            $"メールサーバー {settings.Host} の証明書を確かめられません。名前が証明書と同じか、暗号化の種類がポート {settings.Port} に合っているかを確かめてください。",
        _ => $"メールサーバー {settings.Host} と話せません: {failure.Message}",
    };

    /// <summary>What was answered stands. Without the last dot a server may not deliver; with it, only its answer would tell.</summary>
    private static MailAnswer After(Progress progress, string reason) => progress switch
    {
        { Answer: { } answer } => answer,
        { IsHandedOver: true } => new MailAnswer.MaybeAccepted(reason),
        _ => new MailAnswer.Later(reason),
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

        string[] steps = [$"MAIL FROM:<{mail.From}>", $"RCPT TO:<{mail.To}>", "DATA"];

        foreach (var step in steps)
        {
            var reply = await connection.AskAsync(step, stop);

            if (!reply.IsGood && !reply.IsGoOn)
            {
                return Refusal(reply);
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

        return reply.IsGood ? new MailAnswer.Accepted(reply.Text) : Refusal(reply);
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
            throw new SmtpTroubleException("メールサーバーが暗号化 (STARTTLS) に応じません。何も送っていません。設定を確認してください。");
        }

        Insist(await connection.AskAsync("STARTTLS", stop));
        await connection.EncryptAsync(stop);
        return await HelloAsync(connection, stop);
    }

    private static SmtpReply Insist(SmtpReply reply) =>
        reply.IsGood ? reply : throw new SmtpTroubleException($"メールサーバーが断りました: {reply.Text}");

    private static MailAnswer Refusal(SmtpReply reply) =>
        reply.IsForEver ? new MailAnswer.Refused(reply.Text) : new MailAnswer.Later(reply.Text);

    private sealed class Progress(Func<CancellationToken, Task> aboutToHandOver)
    {
        public Func<CancellationToken, Task> AboutToHandOver => aboutToHandOver;

        public bool IsHandedOver { get; set; }

        public MailAnswer? Answer { get; set; }
    }
}
