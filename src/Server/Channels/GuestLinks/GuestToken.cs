using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace OfficeWorkflow.Server.Channels.GuestLinks;

/// <summary>What stands in a link's address: <c>id.secret</c>, both base64url.</summary>
internal static partial class GuestToken
{
    public const string Prefix = "/g/";

    /// <summary>Where a member of staff chooses a password.</summary>
    public const string AccountPrefix = "/welcome/";

    private const string Masked = "***";

    public static string PathOf(GuestKey key, Guid linkId) => Prefix + TokenOf(key, linkId);

    /// <summary>Path of a link that was mailed to a member of staff.</summary>
    public static string AccountPathOf(GuestKey key, Guid linkId) => AccountPrefix + TokenOf(key, linkId);

    private static string TokenOf(GuestKey key, Guid linkId) =>
        $"{Base64Url.EncodeToString(linkId.ToByteArray(bigEndian: true))}.{Base64Url.EncodeToString(key.SecretOf(linkId))}";

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
    public static string Mask(string text) => InText().Replace(text, static match => $"{match.Groups["prefix"].Value}{match.Groups["id"].Value}.{Masked}");

    /// <summary>How the address of a guest link stands in a text that was kept.</summary>
    public static string MaskedPathOf(Guid linkId) => $"{Prefix}{Base64Url.EncodeToString(linkId.ToByteArray(bigEndian: true))}.{Masked}";

    /// <summary>The text with the secrets of its guest links put back, as the office may read it where no mail leaves the house.</summary>
    public static string Reveal(string text, GuestKey key) => Reveal(text, key, static prefix => prefix is Prefix);

    /// <summary>The text with all its secrets put back, as it is sent. A link to someone's account is for that person's mailbox alone.</summary>
    public static string RevealAll(string text, GuestKey key) => Reveal(text, key, static _ => true);

    private static string Reveal(string text, GuestKey key, Predicate<string> isShown) =>
        InMaskedText().Replace(text, match => isShown(match.Groups["prefix"].Value)
            ? match.Groups["prefix"].Value + TokenOf(key, new Guid(Base64Url.DecodeFromChars(match.Groups["id"].Value), bigEndian: true))
            : match.Value);

    /// <summary>The guest links whose addresses stand in a text that was kept; a link to someone's account is none.</summary>
    public static IReadOnlyList<Guid> LinksIn(string masked) =>
        [.. InMaskedText().Matches(masked).Where(static match => match.Groups["prefix"].Value is Prefix).Select(static match => new Guid(Base64Url.DecodeFromChars(match.Groups["id"].Value), bigEndian: true)).Distinct()];

    [GeneratedRegex(@"^(?<id>[A-Za-z0-9_-]{21}[AQgw])\.(?<secret>[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048])$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 500)]
    private static partial Regex Token();

    [GeneratedRegex(@"(?<prefix>/g/|/welcome/)(?<id>[A-Za-z0-9_-]{21}[AQgw])\.[A-Za-z0-9_-]{43}", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 500)]
    private static partial Regex InText();

    [GeneratedRegex(@"(?<prefix>/g/|/welcome/)(?<id>[A-Za-z0-9_-]{21}[AQgw])\.\*\*\*", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 500)]
    private static partial Regex InMaskedText();
}
