using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace OfficeWorkflow.Server.People.SecondFactors;

/// <summary>Codes by time (RFC 6238) as authenticator apps make them: six digits, half a minute, HMAC-SHA-1.</summary>
internal static class Totp
{
    private const int SecretLength = 20;
    private const int Seconds = 30;
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static byte[] NewSecret() => RandomNumberGenerator.GetBytes(SecretLength);

    public static long StepAt(DateTimeOffset at) => at.ToUnixTimeSeconds() / Seconds;

    [System.Diagnostics.CodeAnalysis.SuppressMessage("Security", "CA5350", Justification = "RFC 6238 as every authenticator app speaks it; HMAC does not need a hash without collisions.")]
    public static string CodeAt(ReadOnlySpan<byte> secret, long step)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        HMACSHA1.HashData(secret, counter, hash);
        var number = BinaryPrimitives.ReadUInt32BigEndian(hash[(hash[^1] & 0xf)..]) & 0x7fff_ffff;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>The step whose code it is: now, or one before or after, for clocks that differ; null for a wrong code.</summary>
    public static long? StepOf(ReadOnlySpan<byte> secret, string code, DateTimeOffset at)
    {
        long? found = null;
        for (var step = StepAt(at) - 1; step <= StepAt(at) + 1; step++)
        {
            var isIt = CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(CodeAt(secret, step)), Encoding.UTF8.GetBytes(code));
            found = isIt ? step : found;
        }

        return found;
    }

    /// <summary>Base 32 (RFC 4648), as apps take a secret that is typed in.</summary>
    public static string Base32(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder();
        var (kept, bits) = (0, 0);
        foreach (var one in bytes)
        {
            (kept, bits) = ((kept << 8) | one, bits + 8);
            while (bits >= 5)
            {
                text.Append(Letters[(kept >> (bits - 5)) & 31]);
                bits -= 5;
            }

            kept &= (1 << bits) - 1;
        }

        return (bits > 0 ? text.Append(Letters[(kept << (5 - bits)) & 31]) : text).ToString();
    }
}
