using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using OfficeWorkflow.Server.Channels.Mail.Smtp;

namespace OfficeWorkflow.Server.Channels.Mail.Wire;

/// <summary>Lines to and from a mail server, in the clear or under TLS: nothing of what they mean.</summary>
internal class MailConnection(MailEndpoint endpoint) : IAsyncDisposable
{
    private const int LongestLine = 4096;

    private readonly TcpClient socket = new() { NoDelay = true };
    private readonly byte[] buffer = new byte[LongestLine];
    private Stream stream = Stream.Null;
    private int filled;
    private SslPolicyErrors certificateErrors;
    private X509ChainStatusFlags chainErrors;

    public bool IsEncrypted => stream is SslStream;

    public async Task OpenAsync(CancellationToken stop)
    {
        using var patience = Patience(endpoint.Patience, stop);
        await socket.ConnectAsync(endpoint.Host, endpoint.Port, patience.Token);
        stream = socket.GetStream();

        if (endpoint.Security is SmtpSecurity.Tls)
        {
            await EncryptAsync(stop);
        }
    }

    /// <summary>From here on everything is encrypted. What was said in the clear before is forgotten.</summary>
    public async Task EncryptAsync(CancellationToken stop)
    {
        if (filled > 0)
        {
            throw new MailTroubleException("メールサーバーが暗号化の前に余分な応答を送りました。");
        }

        using var patience = Patience(endpoint.Patience, stop);
        var tls = new SslStream(stream);
        stream = tls;
        try
        {
            await tls.AuthenticateAsClientAsync(
                new SslClientAuthenticationOptions { TargetHost = endpoint.Host, CertificateChainPolicy = Trust(), RemoteCertificateValidationCallback = Judge }, patience.Token);
        }
        catch (AuthenticationException failure)
        {
            throw new MailTroubleException(WhyNotEncrypted(), failure);
        }
    }

    /// <summary>Accepts what the machine accepts, and remembers what it does not.</summary>
    private bool Judge(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        certificateErrors = errors;
        chainErrors = chain?.ChainStatus.Aggregate(X509ChainStatusFlags.NoError, static (all, one) => all | one.Status) ?? X509ChainStatusFlags.NoError;
        return errors is SslPolicyErrors.None;
    }

    private string WhyNotEncrypted() => this switch
    {
        { certificateErrors: SslPolicyErrors.None } =>
            $"メールサーバー {endpoint.Host} のポート {endpoint.Port} は、選んだ暗号化では話せません。{endpoint.PortAdvice}を選んでください。",
        _ when certificateErrors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch) =>
            $"メールサーバーの証明書の名前が {endpoint.Host} と違います。サーバーの名前を、契約先の案内にある名前のとおりに入力してください。",
        _ when chainErrors.HasFlag(X509ChainStatusFlags.NotTimeValid) =>
            $"メールサーバー {endpoint.Host} の証明書の期限が切れています。メールサーバーの管理者に知らせてください(このサーバーの時計が合っているかも確かめてください)。",
        _ => $"メールサーバー {endpoint.Host} の証明書の発行元を確かめられません。建物の中のメールサーバーなら、機械の管理者に発行元の登録(Mail:TrustedAuthority)を頼んでください。",
    };

    public async Task WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken stop)
    {
        using var patience = Patience(endpoint.Patience, stop);
        await stream.WriteAsync(bytes, patience.Token);
        await stream.FlushAsync(patience.Token);
    }

    /// <summary>One line, such as a command.</summary>
    public async Task SayAsync(string line, CancellationToken stop)
    {
        if (line.AsSpan().ContainsAny('\r', '\n'))
        {
            throw new ArgumentException("A command is one line.", nameof(line));
        }

        await WriteAsync(Encoding.UTF8.GetBytes(line + "\r\n"), stop);
    }

    /// <summary>What follows up to the line that is a dot alone, with the doubled dots made single (RFC 1939, 3).</summary>
    /// <param name="most">Octets; more is trouble.</param>
    public async Task<byte[]> ReadBlockAsync(int most, TimeSpan length, CancellationToken stop)
    {
        using var patience = Patience(length, stop);
        using var block = new MemoryStream();
        await block.WriteAsync(buffer.AsMemory(0, filled), patience.Token);
        filled = 0;
        while (!IsEnded(block.GetBuffer().AsSpan(0, (int)block.Length)))
        {
            var count = block.Length > most ? throw new MailTroubleException("メールサーバーの応答が大きすぎます。") : await stream.ReadAsync(buffer, patience.Token);
            if (count == 0)
            {
                throw new MailTroubleException("メールサーバーが接続を途中で切りました。しばらくしてから試してください。");
            }

            await block.WriteAsync(buffer.AsMemory(0, count), patience.Token);
        }

        return Undotted(block.GetBuffer().AsSpan(0, (int)block.Length - ".\r\n".Length));
    }

    public async ValueTask DisposeAsync()
    {
        await stream.DisposeAsync();
        socket.Dispose();
    }

    protected static CancellationTokenSource Patience(TimeSpan length, CancellationToken stop)
    {
        var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(length);
        return patience;
    }

    protected async Task<string> ReadLineAsync(CancellationToken stop)
    {
        int end;

        while ((end = buffer.AsSpan(0, filled).IndexOf((byte)'\n')) < 0)
        {
            var room = buffer.AsMemory(filled);
            var count = room.IsEmpty ? 0 : await stream.ReadAsync(room, stop);

            if (count == 0)
            {
                throw new MailTroubleException(room.IsEmpty ? "メールサーバーの応答が長すぎます。" : "メールサーバーが接続を途中で切りました。ポート番号と暗号化の種類が合っているかを確かめてください。合っていれば、しばらくしてから試してください。");
            }

            filled += count;
        }

        var line = Encoding.UTF8.GetString(buffer, 0, end).TrimEnd('\r');
        buffer.AsSpan(end + 1, filled - end - 1).CopyTo(buffer);
        filled -= end + 1;
        return line;
    }

    private static bool IsEnded(ReadOnlySpan<byte> block) => block.EndsWith("\r\n.\r\n"u8) || block.SequenceEqual(".\r\n"u8);

    private static byte[] Undotted(ReadOnlySpan<byte> block)
    {
        var plain = new List<byte>(block.Length);
        var isAtStart = true;
        foreach (var octet in block)
        {
            if (!isAtStart || octet != (byte)'.')
            {
                plain.Add(octet);
            }

            isAtStart = octet == (byte)'\n';
        }

        return [.. plain];
    }

    private X509ChainPolicy? Trust()
    {
        if (endpoint.TrustedAuthority is not { Length: > 0 } file)
        {
            return null;
        }

        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.ImportFromPemFile(file);
        return policy;
    }
}
