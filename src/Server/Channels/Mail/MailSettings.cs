using OfficeWorkflow.Server.Channels.Mail.Smtp;

namespace OfficeWorkflow.Server.Channels.Mail;

/// <summary>Where mail goes: files in the data folder (the default, and always in a rehearsal), or a mail server.</summary>
/// <param name="From">Sender of every office, where the mail server insists on one; else each office's own address.</param>
/// <param name="Smtp">Null for files.</param>
public sealed record MailSettings(string Folder, string? From, SmtpSettings? Smtp)
{
    /// <summary>Nothing leaves, whatever an office entered: a rehearsal.</summary>
    public bool KeepsIn { get; init; }

    /// <summary>PEM file of the authority to trust beside the machine's own, for mail servers inside the house.</summary>
    public string? TrustedAuthority { get; init; }

    public static MailSettings Of(IConfiguration configuration, string dataDirectory, bool isRehearsal)
    {
        var mail = configuration.GetSection("Mail");
        var isSmtp = !isRehearsal && (mail["Mode"] ?? "file") switch
        {
            "file" => false,
            "smtp" => true,
            var other => throw new InvalidOperationException($"Mail:Mode is '{other}'; it can be 'file' or 'smtp'."),
        };

        return new MailSettings(Path.Combine(dataDirectory, "mail"), mail["From"], isSmtp ? SmtpOf(mail) : null)
        {
            KeepsIn = isRehearsal,
            TrustedAuthority = mail["TrustedAuthority"],
        };
    }

    public MailTransport Transport() => Smtp is null ? new FileMailer(Folder) : new SmtpMailer(Smtp);

    private static SmtpSettings SmtpOf(IConfigurationSection mail)
    {
        var security = (mail["Security"] ?? "starttls") switch
        {
            "none" => SmtpSecurity.None,
            "starttls" => SmtpSecurity.StartTls,
            "tls" => SmtpSecurity.Tls,
            var other => throw new InvalidOperationException($"Mail:Security is '{other}'; it can be 'none', 'starttls' or 'tls'."),
        };
        var host = mail["Host"] is { Length: > 0 } named ? named : throw new InvalidOperationException("Mail:Host is needed for Mail:Mode 'smtp'.");

        return new SmtpSettings(host, mail.GetValue("Port", security is SmtpSecurity.Tls ? 465 : 587), security)
        {
            User = mail["User"],
            Password = mail["PasswordFile"] is { Length: > 0 } file ? File.ReadAllText(file).TrimEnd('\r', '\n') : mail["Password"],
            UsesToken = mail.GetValue("UsesToken", defaultValue: false),
            TrustedAuthority = mail["TrustedAuthority"],
            PerMinute = mail.GetValue<int?>("PerMinute"),
        };
    }
}
