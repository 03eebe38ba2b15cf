using System.Net.Mail;

namespace OfficeWorkflow.Server.People;

/// <summary>Whether a text is one plain mail address.</summary>
public static class MailAddressText
{
    public static bool IsAddress(string? text) =>
        text is { Length: > 2 and <= 254 }
        && MailAddress.TryCreate(text.Trim(), out var address)
        && string.Equals(address.Address, text.Trim(), StringComparison.Ordinal);
}
