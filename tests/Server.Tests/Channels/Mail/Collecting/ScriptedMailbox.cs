using System.Globalization;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using OfficeWorkflow.Server.Channels.Mail.Smtp;

namespace OfficeWorkflow.Server.Tests.Channels.Mail.Collecting;

/// <summary>
/// A POP3 server on loopback under TLS. For a verb or a whole line of its script it says that instead of what is right; <c>drop</c> closes the connection there.
/// </summary>
internal sealed class ScriptedMailbox : LoopbackServer
{
    private static readonly X509Certificate2 Certificate = Made(new DateTimeOffset(2099, 1, 1, 0, 0, 0, TimeSpan.Zero));
    private static readonly X509Certificate2 OldCertificate = Made(new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero));

    private readonly Dictionary<string, string> script;
    private readonly SmtpSecurity security;

    public ScriptedMailbox(SmtpSecurity security, params (string Verb, string Reply)[] script)
    {
        this.security = security;
        this.script = script.ToDictionary(static line => line.Verb, static line => line.Reply, StringComparer.Ordinal);
    }

    /// <summary>Its certificate has run out.</summary>
    public bool IsOld { get; init; }

    /// <summary>What lies in it, by its name; mails with CRLF.</summary>
    public List<(string Uid, string Mail)> Lying { get; } = [];

    /// <summary>The authority that signed its certificate, as a PEM file that is trusted by setting.</summary>
    public static string WriteAuthority(string folder)
    {
        var file = Path.Combine(folder, "mailbox-authority.pem");
        File.WriteAllText(file, Certificate.ExportCertificatePem());
        return file;
    }

    protected override async Task ConverseAsync(NetworkStream stream)
    {
        Stream spoken = security is SmtpSecurity.Tls ? await ProtectAsync(stream) : stream;
        for (var line = "greeting"; line is not null && await SayAsync(spoken, line);)
        {
            spoken = line is "STLS" && !script.ContainsKey("STLS") ? await ProtectAsync(spoken) : spoken;
            line = line is "QUIT" ? null : await HearAsync(spoken);
        }
    }

    private static X509Certificate2 Made(DateTimeOffset until)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, pathLengthConstraint: 0, critical: true));
        using var made = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, until);
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), password: null);
    }

    private async Task<SslStream> ProtectAsync(Stream stream)
    {
        var tls = new SslStream(stream);
        await tls.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = IsOld ? OldCertificate : Certificate }, Over);
        return tls;
    }

    private async Task<bool> SayAsync(Stream stream, string line)
    {
        var verb = line.Split(' ')[0];
        var reply = script.GetValueOrDefault(line) ?? script.GetValueOrDefault(verb) ?? Right(verb, line);
        if (reply is "drop")
        {
            return false;
        }

        await stream.WriteAsync(Encoding.UTF8.GetBytes(reply + "\r\n"), Over);
        return true;
    }

    private string Right(string verb, string line) => verb switch
    {
        "LIST" => Listed(static mail => mail.Mail.Length.ToString(CultureInfo.InvariantCulture)),
        "UIDL" => Listed(static mail => mail.Uid),
        "RETR" => $"+OK\r\n{Lying[int.Parse(line.Split(' ')[1], CultureInfo.InvariantCulture) - 1].Mail.Replace("\r\n.", "\r\n..", StringComparison.Ordinal)}\r\n.",
        _ => "+OK",
    };

    private string Listed(Func<(string Uid, string Mail), string> word) =>
        string.Join("\r\n", ["+OK", .. Lying.Select((mail, index) => string.Create(CultureInfo.InvariantCulture, $"{index + 1} {word(mail)}")), "."]);

    private async Task<string?> HearAsync(Stream stream)
    {
        var line = new List<byte>();
        var one = new byte[1];
        while (await stream.ReadAsync(one, Over) == 1 && one[0] != (byte)'\n')
        {
            line.Add(one[0]);
        }

        var text = Encoding.UTF8.GetString([.. line]).TrimEnd('\r');
        Hear(text);
        return text.Length == 0 ? null : text;
    }
}
