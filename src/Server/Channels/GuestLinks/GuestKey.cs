using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace OfficeWorkflow.Server.Channels.GuestLinks;

/// <summary>
/// The server's own key, from which secrets of links and codes are derived: neither stands in the database, so that a copy of it opens
/// nothing. Whoever loses the key file loses the open links, nothing else.
/// </summary>
public sealed class GuestKey
{
    private const int Length = 32;

    private readonly byte[] key;

    private GuestKey(byte[] key) => this.key = key;

    /// <summary>Reads the key, or makes one that only this user may read.</summary>
    public static GuestKey At(string folder)
    {
        var file = Path.Combine(folder, "guest-links.key");

        if (!File.Exists(file))
        {
            Make(folder, file);
        }

        var stored = File.ReadAllBytes(file);
        return stored.Length == Length ? new GuestKey(stored) : throw new InvalidOperationException($"{file} is not a key of {Length} octets.");
    }

    /// <summary>256 bits that nobody derives without the key.</summary>
    public byte[] SecretOf(Guid linkId) => Derive("link", linkId, "");

    /// <summary>Six digits for one round of one link.</summary>
    public string CodeOf(GuestLink link)
    {
        var derived = Derive("code", link.Id, link.CodeRound.ToString(CultureInfo.InvariantCulture));
        return (BinaryPrimitives.ReadUInt64BigEndian(derived) % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>What a browser shows that the code of this round was entered, until that moment.</summary>
    public string PassOf(GuestLink link, long untilSecond)
    {
        var until = untilSecond.ToString(CultureInfo.InvariantCulture);
        var derived = Derive("pass", link.Id, $"{link.CodeRound.ToString(CultureInfo.InvariantCulture)}/{until}");
        return $"{until}.{Convert.ToHexString(derived)}";
    }

    /// <summary>Appears whole or not at all: two processes on one folder end up with one key.</summary>
    private static void Make(string folder, string file)
    {
        Directory.CreateDirectory(folder);
        var part = Path.Combine(folder, $"{Guid.CreateVersion7():n}.part");
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };

        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var stream = new FileStream(part, options))
        {
            stream.Write(RandomNumberGenerator.GetBytes(Length));
        }

        try
        {
            File.Move(part, file, overwrite: false);
        }
        catch (IOException) when (File.Exists(file))
        {
            File.Delete(part);
        }
    }

    private byte[] Derive(string purpose, Guid linkId, string more) =>
        HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{purpose}:{linkId:n}:{more}"));
}
