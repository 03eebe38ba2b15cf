using System.Net.Mail;

namespace OfficeWorkflow.Server.Channels.Mail;

/// <summary>Whom a mail is from or for: a display name and an address that can stand in a header.</summary>
public sealed record Mailbox
{
    private Mailbox(string name, string address)
    {
        Name = name;
        Address = address;
    }

    public string Name { get; }

    public string Address { get; }

    /// <returns>Null when the address is no mail address, or when either part would break out of its header.</returns>
    public static Mailbox? Of(string? name, string? address)
    {
        var shown = name?.Trim() ?? "";
        var sent = address?.Trim() ?? "";
        var isPlain = !shown.Any(char.IsControl) && sent.All(static c => c is > ' ' and < '\x7f' and not ('<' or '>' or '"' or ',' or ';' or '(' or ')'));

        return isPlain && MailAddress.TryCreate(sent, out var parsed) && string.Equals(parsed.Address, sent, StringComparison.Ordinal)
            ? new Mailbox(shown, sent)
            : null;
    }

    /// <summary>The same mailbox, whatever the display name and the case of the address.</summary>
    public bool Reaches(string address) => string.Equals(Address, address, StringComparison.OrdinalIgnoreCase);
}
