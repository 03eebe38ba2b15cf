using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace OfficeWorkflow.Server.Channels.Webhooks;

/// <summary>The keys that sign what webhooks are told, and the signature as standardwebhooks.com has it.</summary>
public sealed class WebhookKeys(IDataProtectionProvider protection)
{
    private const string Mark = "whsec_";
    private const int Length = 32;

    private readonly IDataProtector box = protection.CreateProtector("webhook");

    /// <returns>The key as its owner gets to see it once, and as it is kept.</returns>
    public (string Shown, string Kept) Make()
    {
        var key = RandomNumberGenerator.GetBytes(Length);
        return (Mark + Convert.ToBase64String(key), box.Protect(Convert.ToBase64String(key)));
    }

    /// <summary>The three headers by which the receiver knows who sends, what, and that it is not an old one sent again by somebody else.</summary>
    public IReadOnlyDictionary<string, string> Sign(Webhook webhook, Guid id, string body, DateTimeOffset at)
    {
        var seconds = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var key = Convert.FromBase64String(box.Unprotect(webhook.ProtectedSecret));
        var signature = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{id}.{seconds}.{body}"));
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["webhook-id"] = id.ToString(),
            ["webhook-timestamp"] = seconds,
            ["webhook-signature"] = $"v1,{Convert.ToBase64String(signature)}",
        };
    }
}
