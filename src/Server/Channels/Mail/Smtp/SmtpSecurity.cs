namespace OfficeWorkflow.Server.Channels.Mail.Smtp;

/// <summary>How the way to the mail server is protected. Never weakened by what the server says.</summary>
public enum SmtpSecurity
{
    /// <summary>Plain, as to a catcher on the same machine; no password is ever sent over it.</summary>
    None,

    /// <summary>STARTTLS, and nothing is sent when the server does not offer it (RFC 3207).</summary>
    StartTls,

    /// <summary>TLS from the first byte (RFC 8314), usually port 465.</summary>
    Tls,
}
