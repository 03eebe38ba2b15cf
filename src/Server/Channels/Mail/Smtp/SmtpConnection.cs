using System.Globalization;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace OfficeWorkflow.Server.Channels.Mail.Smtp;

/// <summary>Lines to and from a mail server (RFC 5321, 4.2): nothing of what they mean.</summary>
internal sealed class SmtpConnection : IAsyncDisposable
{
    private const int LongestLine = 4096;
    private const int MostLines = 128;

    private readonly SmtpSettings settings;
    private readonly TcpClient socket = new() { NoDelay = true };
    private readonly byte[] buffer = new byte[LongestLine];
    private Stream stream = Stream.Null;
    private int filled;

    public SmtpConnection(SmtpSettings settings) => this.settings = settings;

    public bool IsEncrypted => stream is SslStream;

    public async Task OpenAsync(CancellationToken stop)
    {
        using var patience = Patience(settings.Patience, stop);
        await socket.ConnectAsync(settings.Host, settings.Port, patience.Token);
        stream = socket.GetStream();

        if (settings.Security is SmtpSecurity.Tls)
        {
            await EncryptAsync(stop);
        }
    }

    /// <summary>From here on everything is encrypted. What was said in the clear before is forgotten.</summary>
    public async Task EncryptAsync(CancellationToken stop)
    {
        if (filled > 0)
        {
            throw new SmtpTroubleException("メールサーバーが暗号化の前に余分な応答を送りました。");
        }

        using var patience = Patience(settings.Patience, stop);
        var tls = new SslStream(stream);
        stream = tls;
        await tls.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = settings.Host, CertificateChainPolicy = Trust() }, patience.Token);
    }

    public async Task<SmtpReply> AskAsync(string command, CancellationToken stop)
    {
        if (command.AsSpan().ContainsAny('\r', '\n'))
        {
            throw new ArgumentException("A command is one line.", nameof(command));
        }

        await WriteAsync(Encoding.ASCII.GetBytes(command + "\r\n"), stop);
        return await ReadAsync(settings.Patience, stop);
    }

    public async Task WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken stop)
    {
        using var patience = Patience(settings.Patience, stop);
        await stream.WriteAsync(bytes, patience.Token);
        await stream.FlushAsync(patience.Token);
    }

    public async Task<SmtpReply> ReadAsync(TimeSpan length, CancellationToken stop)
    {
        using var patience = Patience(length, stop);
        var lines = new List<string>();

        while (lines.Count < MostLines)
        {
            var line = await ReadLineAsync(patience.Token);

            if (line.Length < 3 || !int.TryParse(line.AsSpan(0, 3), NumberStyles.None, CultureInfo.InvariantCulture, out var code))
            {
                throw new SmtpTroubleException("メールサーバーの応答を読めません。");
            }

            lines.Add(line.Length > 4 ? line[4..] : "");

            if (line.Length == 3 || line[3] != '-')
            {
                return new SmtpReply(code, lines);
            }
        }

        throw new SmtpTroubleException("メールサーバーの応答が長すぎます。");
    }

    public async ValueTask DisposeAsync()
    {
        await stream.DisposeAsync();
        socket.Dispose();
    }

    private static CancellationTokenSource Patience(TimeSpan length, CancellationToken stop)
    {
        var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(length);
        return patience;
    }

    private async Task<string> ReadLineAsync(CancellationToken stop)
    {
        int end;

        while ((end = buffer.AsSpan(0, filled).IndexOf((byte)'\n')) < 0)
        {
            var room = buffer.AsMemory(filled);
            var count = room.IsEmpty ? 0 : await stream.ReadAsync(room, stop);

            if (count == 0)
            {
                throw new SmtpTroubleException(room.IsEmpty ? "メールサーバーの応答が長すぎます。" : "メールサーバーが接続を切りました。");
            }

            filled += count;
        }

        var line = Encoding.UTF8.GetString(buffer, 0, end).TrimEnd('\r');
        buffer.AsSpan(end + 1, filled - end - 1).CopyTo(buffer);
        filled -= end + 1;
        return line;
    }

    private X509ChainPolicy? Trust()
    {
        if (settings.TrustedAuthority is not { Length: > 0 } file)
        {
            return null;
        }

        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.ImportFromPemFile(file);
        return policy;
    }
}
