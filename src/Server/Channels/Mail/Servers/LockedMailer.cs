namespace OfficeWorkflow.Server.Channels.Mail.Servers;

/// <summary>A mail server whose password was closed with keys that this machine no longer has: a database that moved without them.</summary>
internal sealed class LockedMailer(string host) : MailTransport
{
    public override bool Leaves => true;

    public override string? Server => $"{host} (locked)";

    public override Task<MailAnswer> SendAsync(OutgoingMail mail, Func<CancellationToken, Task> aboutToHandOver, CancellationToken stop) =>
        Task.FromResult<MailAnswer>(new MailAnswer.Later(
            $"メールサーバー {host} の保存してあるパスワードを読めません。別の機械に移したときに鍵が引き継がれていません。設定の「メール」で、パスワードを入れ直してください。", IsOfServer: true));
}
