using System.Security.Cryptography;
using System.Text;

namespace OfficeWorkflow.Server.Channels.GuestLinks;

/// <summary>Compares what a guest typed with what was read out.</summary>
internal static class GuestCode
{
    /// <summary>Spaces, hyphens and full-width digits are how people write numbers down.</summary>
    public static bool Matches(string? typed, string code) =>
        Equals(string.Concat((typed ?? "").Normalize(NormalizationForm.FormKC).Where(char.IsAsciiDigit)), code);

    public static bool Equals(string one, string other) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(one), Encoding.UTF8.GetBytes(other));
}
