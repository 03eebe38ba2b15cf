using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace OfficeWorkflow.Server.Channels.GuestLinks;

/// <summary>What stands in a link's address: <c>id.secret</c>, both base64url.</summary>
internal static partial class GuestToken
{
    public const string Prefix = "/g/";

    private const string Masked = "***";

    public static string PathOf(GuestKey key, Guid linkId) =>
        $"{Prefix}{Base64Url.EncodeToString(linkId.ToByteArray(bigEndian: true))}.{Base64Url.EncodeToString(key.SecretOf(linkId))}";

    public static string HashOf(ReadOnlySpan<byte> secret) => Convert.ToBase64String(SHA256.HashData(secret));

    /// <returns>Null when the text is no token at all.</returns>
    public static (Guid LinkId, byte[] Secret)? Read(string text) =>
        Token().Match(text) is { Success: true } match
            ? (new Guid(Base64Url.DecodeFromChars(match.Groups["id"].Value), bigEndian: true), Base64Url.DecodeFromChars(match.Groups["secret"].Value))
            : null;

    /// <summary>Whether the secret belongs to the link, in a time that tells nothing.</summary>
    public static bool Proves(GuestLink link, ReadOnlySpan<byte> secret) =>
        CryptographicOperations.FixedTimeEquals(SHA256.HashData(secret), Convert.FromBase64String(link.SecretHash));

    /// <summary>The text without the secrets of the links in it, as it is kept.</summary>
    public static string Mask(string text) => InText().Replace(text, static match => $"{Prefix}{match.Groups["id"].Value}.{Masked}");

    /// <summary>The text with its secrets put back, as it is sent.</summary>
    public static string Reveal(string text, GuestKey key) =>
        InMaskedText().Replace(text, match => PathOf(key, new Guid(Base64Url.DecodeFromChars(match.Groups["id"].Value), bigEndian: true)));

    [GeneratedRegex(@"^(?<id>[A-Za-z0-9_-]{21}[AQgw])\.(?<secret>[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048])$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 500)]
    private static partial Regex Token();

    [GeneratedRegex(@"/g/(?<id>[A-Za-z0-9_-]{21}[AQgw])\.[A-Za-z0-9_-]{43}", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 500)]
    private static partial Regex InText();

    [GeneratedRegex(@"/g/(?<id>[A-Za-z0-9_-]{21}[AQgw])\.\*\*\*", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 500)]
    private static partial Regex InMaskedText();
}
