using System.Security.Cryptography;
using System.Text;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Channels.Mail.Collecting;

/// <summary>A mail of the mailbox that was looked at; forgotten when it no longer lies there.</summary>
public sealed class CollectedMail : IOfficeRow
{
    /// <summary>After so many it is given up, and people are told that it lies there unread.</summary>
    public const int MostTries = 5;

    public required Guid OfficeId { get; init; }

    /// <summary>SHA-256 of its name in the mailbox, in hex.</summary>
    public required string UidHash { get; init; }

    /// <summary>How often it could not be fetched or taken in.</summary>
    public int Tries { get; private set; }

    /// <summary>It is not read again.</summary>
    public bool IsSettled { get; private set; }

    public void Settle() => IsSettled = true;

    public void Fail()
    {
        Tries++;
        IsSettled = Tries >= MostTries;
    }

    public static string HashOf(string uid) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(uid)));
}
