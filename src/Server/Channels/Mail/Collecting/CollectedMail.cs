using System.Security.Cryptography;
using System.Text;
using OfficeWorkflow.Server.Storage;

namespace OfficeWorkflow.Server.Channels.Mail.Collecting;

/// <summary>A mail of the mailbox that was looked at; forgotten when it no longer lies there.</summary>
public sealed class CollectedMail : IOfficeRow
{
    public required Guid OfficeId { get; init; }

    /// <summary>SHA-256 of its name in the mailbox, in hex.</summary>
    public required string UidHash { get; init; }

    /// <summary>How often it was read and could not be taken in.</summary>
    public int Tries { get; set; }

    /// <summary>It is not read again.</summary>
    public bool IsSettled { get; set; }

    public static string HashOf(string uid) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(uid)));
}
