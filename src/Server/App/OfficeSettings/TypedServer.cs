using OfficeWorkflow.Server.Channels.Mail.Smtp;
using OfficeWorkflow.Server.Office.Plug;

namespace OfficeWorkflow.Server.App.OfficeSettings;

/// <summary>Where a mail server stands, as it was typed: the same for mail that leaves and mail that comes.</summary>
internal sealed record TypedServer(string Host, int Port, SmtpSecurity Security)
{
    /// <param name="name">What the form calls the host.</param>
    /// <returns>With the port 0 where anything is wrong.</returns>
    public static TypedServer Read(string? host, string? port, string? security, string name, string example, PageReader read)
    {
        var named = read.Required(host, nameof(Host), name);
        read.RefuseIf(named.Length > 0 && Uri.CheckHostName(named) is UriHostNameType.Unknown, "host-wrong", $"{name}の形が正しくありません。例: {example}", nameof(Host));
        var number = read.Number(port, nameof(Port), "ポート番号");
        read.RefuseIf(number is null or < 1 or > 65535 || number != Math.Truncate(number.Value), "port-wrong", "「ポート番号」は1から65535までの数で入力してください。", nameof(Port));
        var chosen = read.Choice<SmtpSecurity>(security, nameof(Security), "暗号化");
        return new TypedServer(named, read.IsWrong ? 0 : (int)number!.Value, chosen);
    }

    /// <summary>A password goes only where it was entered for: not to another host, nor to another name.</summary>
    public bool IsOf(string? keptHost, string? keptUser, string? user) =>
        string.Equals(keptHost, Host, StringComparison.OrdinalIgnoreCase) && string.Equals(keptUser, user, StringComparison.Ordinal);
}
