using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using OfficeWorkflow.Server.Channels.Mail.Smtp;

namespace OfficeWorkflow.Server.Tests.Channels.Mail.Smtp;

/// <summary>Debian's python3-aiosmtpd on the loopback: a mail server that is not ours. ./check installs it.</summary>
internal sealed class AiosmtpdServer : IDisposable
{
    private const string Script = """
        import asyncio, base64, json, ssl, sys
        try:
            from aiosmtpd.smtp import SMTP, AuthResult
        except ImportError:
            sys.exit('python3-aiosmtpd is absent: apt-get install python3-aiosmtpd')
        way, mechanism, cert, key = sys.argv[1:5]
        context = None
        if way != 'none':
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(cert, key)

        class Handler:
            async def handle_RCPT(self, server, session, envelope, address, options):
                if address.startswith('nobody@'):
                    return '550 5.1.1 no such mailbox'
                if address.startswith('later@'):
                    return '451 4.2.0 greylisted'
                envelope.rcpt_tos.append(address)
                return '250 OK'
            async def handle_DATA(self, server, session, envelope):
                print(json.dumps({'from': envelope.mail_from, 'to': envelope.rcpt_tos, 'user': getattr(session, 'office_user', None),
                    'tls': way != 'none', 'bytes': base64.b64encode(envelope.original_content).decode()}), flush=True)
                return '250 2.0.0 taken'

            async def auth_XOAUTH2(self, server, args):
                words = base64.b64decode(args[1]).split(b'\x01')
                if words == [b'user=office', b'auth=Bearer t0ken', b'', b'']:
                    server.session.office_user = 'office'
                    return AuthResult(success=True)
                await server.push('334 ' + base64.b64encode(b'{"status":"401"}').decode())
                await server._reader.readline()
                return AuthResult(success=False, handled=False)

        def authenticate(server, session, envelope, mechanism, data):
            ok = data.login == b'office' and data.password == 'pässwörd'.encode()
            if ok:
                session.office_user = data.login.decode()
            return AuthResult(success=ok, handled=ok)

        excluded = {'PLAIN': ['LOGIN'], 'LOGIN': ['PLAIN']}.get(mechanism, [])
        def make():
            return SMTP(Handler(), require_starttls=(way == 'starttls'), tls_context=context if way == 'starttls' else None,
                authenticator=authenticate, auth_required=mechanism != 'none', auth_require_tls=(way == 'starttls'), auth_exclude_mechanism=excluded,
                enable_SMTPUTF8=False)
        async def main():
            server = await asyncio.get_event_loop().create_server(make, '127.0.0.1', 0, ssl=context if way == 'tls' else None)
            print(server.sockets[0].getsockname()[1], flush=True)
            await server.serve_forever()
        asyncio.run(main())
        """;

    private readonly Process python;
    private readonly string folder = Directory.CreateTempSubdirectory("office-smtp-").FullName;

    private AiosmtpdServer(SmtpSecurity security, string mechanism)
    {
        WriteCertificate();
        python = Process.Start(new ProcessStartInfo(
            "/usr/bin/python3",
            ["-X", "utf8", "-W", "ignore", "-c", Script, Way(security), mechanism, Certificate, Path.Combine(folder, "key.pem")])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        }) ?? throw new InvalidOperationException("/usr/bin/python3 does not start.");
    }

    public string Certificate => Path.Combine(folder, "cert.pem");

    public SmtpSettings Settings { get; private set; } = new("localhost", 0, SmtpSecurity.None);

    public static async Task<AiosmtpdServer> StartAsync(SmtpSecurity security, string mechanism = "none")
    {
        var server = new AiosmtpdServer(security, mechanism);
        var first = await server.python.StandardOutput.ReadLineAsync()
            ?? throw new InvalidOperationException(await server.python.StandardError.ReadToEndAsync());
        server.Settings = new SmtpSettings("localhost", int.Parse(first, CultureInfo.InvariantCulture), security) { TrustedAuthority = server.Certificate };
        return server;
    }

    /// <summary>The next mail that it took.</summary>
    public async Task<TakenMail> NextAsync()
    {
        var line = await python.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException(await python.StandardError.ReadToEndAsync());
        var taken = JsonDocument.Parse(line).RootElement;

        return new TakenMail(
            taken.GetProperty("from").GetString()!,
            [.. taken.GetProperty("to").EnumerateArray().Select(to => to.GetString()!)],
            taken.GetProperty("user").GetString(),
            taken.GetProperty("bytes").GetBytesFromBase64());
    }

    public void Dispose()
    {
        python.Kill(entireProcessTree: true);
        python.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private static string Way(SmtpSecurity security) => security switch
    {
        SmtpSecurity.Tls => "tls",
        SmtpSecurity.StartTls => "starttls",
        _ => "none",
    };

    private void WriteCertificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        File.WriteAllText(Certificate, certificate.ExportCertificatePem());
        File.WriteAllText(Path.Combine(folder, "key.pem"), key.ExportPkcs8PrivateKeyPem());
    }
}
